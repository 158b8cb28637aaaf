namespace PB.Screening;

/// <summary>The right to appeal a refusal, and what became of it: somebody else decides, by a date of its own.</summary>
public sealed class Appeal
{
    Appeal() { }

    public Appeal(ScreeningDecision refusal, DateTimeOffset until, byte[] keyHash) =>
        (DecisionId, ProposalId, Until, KeyHash) = (refusal.Id, refusal.ProposalId, until, keyHash);

    public Guid DecisionId { get; private set; }
    public Guid ProposalId { get; private set; }

    /// <summary>The first moment at which it is too late to appeal.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>SHA-256 of the key in the link that the proposer gets.</summary>
    public byte[] KeyHash { get; private set; } = [];

    /// <summary>Why the refusal is wrong, in the proposer's words; public.</summary>
    public string Reason { get; private set; } = "";

    public DateTimeOffset? MadeAt { get; private set; }
    public DateTimeOffset? DueAt { get; private set; }
    public Guid? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public bool? Granted { get; private set; }

    public bool IsOpenAt(DateTimeOffset now) => MadeAt is null && now < Until;

    public void Make(string reason, DateTimeOffset dueAt, DateTimeOffset now) => (Reason, DueAt, MadeAt) = (reason, dueAt, now);

    public void Answer(Guid officer, bool granted, DateTimeOffset now) => (AnsweredBy, Granted, AnsweredAt) = (officer, granted, now);
}
