namespace PB.Grants.PublicVotes;

/// <summary>How a coordinator wants people to vote.</summary>
/// <param name="Title">What the round is called.</param>
/// <param name="Neighbourhoods">Where it takes place.</param>
/// <param name="From">When voting opens.</param>
/// <param name="Until">When it closes.</param>
public sealed record PublicVoteOrder(string Title, IReadOnlyCollection<Guid> Neighbourhoods, DateTimeOffset From, DateTimeOffset Until)
{
    public PublicVoters Voters { get; init; }

    /// <summary>How many plans somebody can choose.</summary>
    public int MaxChoices { get; init; } = 3;

    public int MinimumAge { get; init; } = 11;
}

public enum PublicVoters
{
    /// <summary>Pupils, each with a code that a teacher hands out.</summary>
    Pupils,

    /// <summary>Everybody who lives there, with an account or by text.</summary>
    Residents,
}

/// <summary>Why no round is made.</summary>
public enum PublicVoteRefusal
{
    /// <summary>The panel decides in this call, and nobody else.</summary>
    NotThatMode,
    NothingShortlisted,

    /// <summary>The panel has not talked about all of them.</summary>
    PanelNotDone,
    MadeAlready,
    NoMoney,

    /// <summary>Voting opens in the past, or takes less than three days.</summary>
    TooShort,
}
