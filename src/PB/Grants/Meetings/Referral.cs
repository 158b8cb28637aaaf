using PB.Data;

namespace PB.Grants.Meetings;

/// <summary>That the accountable body sends a decision back to the panel: on one of six grounds, in writing, and never with an amount.</summary>
public sealed class Referral
{
    Referral() { }

    public Referral(Guid decisionId, ReferralGround ground, string text, Guid raisedBy, DateTimeOffset now) =>
        (Id, DecisionId, Ground, Text, RaisedBy, RaisedAt) = (Ids.New(now), decisionId, ground, text, raisedBy, now);

    public Guid Id { get; private set; }
    public Guid DecisionId { get; private set; }
    public ReferralGround Ground { get; private set; }

    /// <summary>What is wrong with the decision, for the panel and the public.</summary>
    public string Text { get; private set; } = "";

    public Guid RaisedBy { get; private set; }
    public DateTimeOffset RaisedAt { get; private set; }

    /// <summary>When the officer took it back.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>The panel's second decision.</summary>
    public Guid? AnswerId { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Whether the panel decided the same again; then the officer signs, or refuses in public.</summary>
    public bool? Confirmed { get; private set; }

    public DateTimeOffset? RefusedAt { get; private set; }

    /// <summary>On which of three grounds the body does not pay although the panel decided twice.</summary>
    public ReferralGround? RefusedOn { get; private set; }

    /// <summary>Why, for everybody to read.</summary>
    public string RefusedBecause { get; private set; } = "";

    public bool IsOpen => WithdrawnAt is null && AnsweredAt is null;

    public void Withdraw(DateTimeOffset now) => WithdrawnAt = now;

    public void Answer(Decision first, Decision second, DateTimeOffset now) => (AnswerId, AnsweredAt, Confirmed) = (second.Id, now, second.IsSameAs(first));

    public void Refuse(ReferralGround ground, string because, DateTimeOffset now) => (RefusedOn, RefusedBecause, RefusedAt) = (ground, because, now);
}

/// <summary>Why a decision can be sent back. There are no others.</summary>
public enum ReferralGround
{
    Unlawful,
    OutsideFundRules,
    Safeguarding,
    DueDiligence,
    NoMoney,
    ProcessError,
}

public static class ReferralGrounds
{
    /// <summary>The only grounds on which the body may refuse what the panel decided twice.</summary>
    public static IReadOnlyList<ReferralGround> ForRefusal { get; } = [ReferralGround.Unlawful, ReferralGround.Safeguarding, ReferralGround.NoMoney];
}
