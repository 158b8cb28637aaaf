namespace PB.Ballots;

/// <summary>A ballot on its way into the box.</summary>
/// <param name="Numbers">The chosen projects' numbers; their order says nothing.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Submission">What makes this post unique: the form's id, the text message's. The same submission has one effect.</param>
/// <param name="Replaces">The version of this voter's ballot that the voter last saw; 0 when none.</param>
public sealed record BallotEntry(IReadOnlyCollection<int> Numbers, Channel Channel, string Submission, int Replaces)
{
    /// <summary>Whether the voter takes the vote back: a ballot without a choice lies in the box from here on, and can be changed again.</summary>
    public bool IsWithdrawal { get; init; }

    /// <summary>When the telephone network had it, for a text that reached us after the close; null for all others.</summary>
    public DateTimeOffset? HadAt { get; init; }
}

/// <summary>The ways by which ballots come.</summary>
public enum Channel
{
    Web,
    Sms,
    Paper,
    Assisted,
    Imported,
}
