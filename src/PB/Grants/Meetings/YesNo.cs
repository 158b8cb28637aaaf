namespace PB.Grants.Meetings;

/// <summary>How a yes-or-no vote came out.</summary>
public readonly record struct YesNo(int Yes, int No, int Abstain)
{
    /// <summary>With fewer voters than these, numbers would tell who chose what: only the outcome is shown.</summary>
    public const int EnoughToShow = 4;

    public int Voters => Yes + No + Abstain;

    public bool MayBeShown => Voters >= EnoughToShow;

    /// <summary>More yes than no, and not carried by too few. Abstentions are told, and decide nothing.</summary>
    public Verdict Verdict(int quorum) =>
        Yes == No ? Meetings.Verdict.Tie
        : Yes > No && Yes >= (quorum + 1) / 2 ? Meetings.Verdict.Passed
        : Meetings.Verdict.NotPassed;
}

public enum Verdict
{
    Passed,
    NotPassed,
    Tie,
}
