namespace PB.Approvals;

/// <summary>Something that needs two people: what one asks for, and what another says to it. Written by functions of the database only.</summary>
public sealed class ApprovalRequest
{
    ApprovalRequest() { }

    public Guid Id { get; private set; }
    public ApprovedAct Act { get; private set; }
    public Guid? RoundId { get; private set; }

    /// <summary>What exactly will be done, as JSON; see <see cref="Approvals.Particulars"/>.</summary>
    public string Particulars { get; private set; } = "";

    public byte[] SubjectHash { get; private set; } = [];

    /// <summary>Why, as everybody will read it where the act is public.</summary>
    public string Reason { get; private set; } = "";

    public Guid RequestedBy { get; private set; }
    public string RequestedAs { get; private set; } = "";
    public DateTimeOffset RequestedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Whose ballot is to be annulled; forgotten when it is decided.</summary>
    public Guid? AboutVoter { get; private set; }

    public Guid? ApprovedBy { get; private set; }
    public string? ApprovedAs { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public ApprovalOutcome? Outcome { get; private set; }
    public string? Answer { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }

    public bool IsOpenAt(DateTimeOffset now) => DecidedAt is null && now < ExpiresAt;
}

/// <summary>What one person alone may not do.</summary>
public enum ApprovedAct
{
    Certify,
    Void,
    Reopen,
    Recount,
    CloseEarly,
    Extend,

    /// <summary>After the freeze rules change only by annulling the vote and setting up another.</summary>
    ChangeRules,
    DestroyKey,
    ExportVoters,
    AnnulBallot,

    /// <summary>Asked for by reading a register in, and not by its own form.</summary>
    ImportRegister,
}

/// <summary>What the second person said.</summary>
public enum ApprovalOutcome
{
    Approved,
    Declined,
}
