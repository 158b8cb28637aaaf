namespace PB.Tests.Faults;

/// <summary>A ballot that somebody sent, once or many times with the same form, and what they were told.</summary>
/// <param name="Voter">Whose it is.</param>
/// <param name="Content">Its choices; no other ballot of this voter has the same.</param>
/// <param name="Version">Which version of this voter's ballot it is to be.</param>
sealed record SentBallot(Guid Voter, string Content, int Version)
{
    /// <summary>Whether somebody was told that it is in.</summary>
    public bool IsAcknowledged { get; set; }

    /// <summary>Whether its last answer was that it is not in. One that is neither may be in or not.</summary>
    public bool IsRefused { get; set; }

    /// <summary>Whether it was sent for the first time when voting was over.</summary>
    public bool IsLate { get; init; }
}

/// <summary>What was sent, held against what is in the box.</summary>
/// <param name="Acknowledged">How many ballots were said to be in.</param>
/// <param name="Lost">How many of those are not in, or are in and not counted.</param>
/// <param name="Doubled">How many more there are than were sent.</param>
/// <param name="Wrong">What else is not as it should be, a sentence each.</param>
sealed record Reckoning(int Acknowledged, int Lost, int Doubled, IReadOnlyList<string> Wrong)
{
    public bool IsClean => Acknowledged > 0 && Lost == 0 && Doubled == 0 && Wrong.Count == 0;

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"acknowledged {Acknowledged}, lost {Lost}, doubled {Doubled}");
}
