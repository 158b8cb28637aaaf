namespace PB.Grants;

/// <summary>One thing that a role may do with a thing, and under which condition.</summary>
public readonly record struct GrantRight(GrantVerb Verb, GrantCondition Condition = GrantCondition.Always)
{
    public static implicit operator GrantRight[](GrantRight one) => [one];

    public override string ToString() => Condition is GrantCondition.Always ? $"{Verb}" : $"{Verb} {Condition}";
}

public enum GrantVerb
{
    Read,
    Write,
    Approve,
    Vote,

    /// <summary>Send a decision back to the panel, on one of the listed grounds.</summary>
    Refer,

    /// <summary>Say yes to an offer.</summary>
    Accept,

    /// <summary>Point out that something should be looked at.</summary>
    Flag,
}

/// <summary>What has to be so for a right to hold; the policies of each room know how to ask.</summary>
public enum GrantCondition
{
    Always,

    /// <summary>Only what is public of it.</summary>
    Public,

    /// <summary>Only in sums.</summary>
    Summary,

    /// <summary>Only the lines of the ledger.</summary>
    Ledger,
    AfterLock,

    /// <summary>One's own, or one's own group's.</summary>
    Own,
    OwnChild,

    /// <summary>Only where the team has asked for help; it is written down.</summary>
    WhenAsked,

    /// <summary>Only the part about the organisation that holds the money.</summary>
    SectionB,

    /// <summary>Not where they have a conflict of interest, nor before they said whether they have one.</summary>
    UnlessConflict,
    MoneyPart,
    FromMeeting,

    /// <summary>Only until somebody else approves it.</summary>
    Drafting,

    /// <summary>Only what came out of it.</summary>
    Result,
    DueDiligence,
    Masked,

    /// <summary>Once marking has closed.</summary>
    AfterClose,

    /// <summary>Only who has finished.</summary>
    Completion,

    /// <summary>Only in a practice round.</summary>
    Practice,
    Attendance,

    /// <summary>Only to say what came out of the vote.</summary>
    DeclareResult,

    /// <summary>Only to write down what the panel decided.</summary>
    Record,
    WhenPublished,

    /// <summary>It binds the organisation.</summary>
    Binding,

    /// <summary>As the first of two people.</summary>
    First,

    /// <summary>As the second of two people.</summary>
    Second,

    /// <summary>Only over the fund's limit.</summary>
    OverLimit,

    /// <summary>Only to tell of a worry, not to read one.</summary>
    Worry,
}
