using PB.Data;

namespace PB.Grants.Applications;

/// <summary>A coordinator's answer, or the machine's, to one rule for one application. The newest counts.</summary>
public sealed class EligibilityCheck
{
    EligibilityCheck() { }

    public EligibilityCheck(Guid applicationId, Guid ruleId, RuleAnswer answer, Guid? byId, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (ApplicationId, RuleId, ById, At) = (applicationId, ruleId, byId, now);
        (Result, Note) = (answer.Result, answer.Note);
    }

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }
    public Guid RuleId { get; private set; }
    public RuleResult Result { get; private set; }
    public string Note { get; private set; } = "";

    /// <summary>Who answered; null when it was computed.</summary>
    public Guid? ById { get; private set; }

    public DateTimeOffset At { get; private set; }
}

public sealed record RuleAnswer(RuleResult Result, string Note);

public enum RuleResult
{
    Pass,
    Fail,

    /// <summary>The group can put it right.</summary>
    Query,
}

/// <summary>A rule set aside for one application: a coordinator proposes it, the chair agrees, and everybody can read why.</summary>
public sealed class Waiver
{
    Waiver() { }

    public Waiver(Guid applicationId, Guid ruleId, string reason, Guid proposedBy, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (ApplicationId, RuleId, Reason, ProposedBy, ProposedAt) = (applicationId, ruleId, reason, proposedBy, now);
    }

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }
    public Guid RuleId { get; private set; }

    /// <summary>Published on the call's page.</summary>
    public string Reason { get; private set; } = "";

    public Guid ProposedBy { get; private set; }
    public DateTimeOffset ProposedAt { get; private set; }
    public Guid? AgreedBy { get; private set; }
    public DateTimeOffset? AgreedAt { get; private set; }

    public void Agree(Guid chair, DateTimeOffset now) => (AgreedBy, AgreedAt) = (chair, now);
}

/// <summary>A question to a group about something that it can put right, with the day until which it has time.</summary>
public sealed class EligibilityQuery
{
    /// <summary>How many working days a group has.</summary>
    public const int Days = 5;

    EligibilityQuery() { }

    public EligibilityQuery(Guid applicationId, string text, Guid askedBy, DateTimeOffset until, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (ApplicationId, Text, AskedBy, Until, AskedAt) = (applicationId, text, askedBy, until, now);
    }

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }
    public string Text { get; private set; } = "";
    public Guid AskedBy { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset Until { get; private set; }
    public DateTimeOffset? MendedAt { get; private set; }

    public bool IsOpenAt(DateTimeOffset now) => MendedAt is null && now < Until;

    public void Mend(DateTimeOffset now) => MendedAt ??= now;
}
