using PB.Data;
using PB.Grants.Meetings;

namespace PB.Grants.Awards;

/// <summary>That a running grant comes to another adult, or to another organisation: the one before has left, or cannot hold the money any more. Nothing is paid meanwhile.</summary>
public sealed class Handover : Poll<HandoverAnswer>
{
    Handover() { }

    public Handover(Guid awardId, HandoverWords words, Guid askedBy, DateTimeOffset now)
    {
        (Id, AwardId, AskedBy, AskedAt) = (Ids.New(now), awardId, askedBy, now);
        (IsNewHost, AdultEmail, Because) = words;
    }

    public Guid Id { get; private set; }
    public Guid AwardId { get; private set; }

    /// <summary>Whether another organisation comes too: then the panel has to say yes first.</summary>
    public bool IsNewHost { get; private set; }

    /// <summary>Where the new adult is written to; empty once they have signed.</summary>
    public string AdultEmail { get; private set; } = "";

    public string Because { get; private set; } = "";
    public Guid AskedBy { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public Guid? SignedBy { get; private set; }
    public DateTimeOffset? SignedAt { get; private set; }

    public bool WaitsForPanel => IsNewHost && !IsSettled;

    public bool WaitsForAdult => SignedAt is null && (!IsNewHost || AgreedAt is not null);

    public void Take(Guid personId, bool isYes, int mayDecide, DateTimeOffset now) => Take(new HandoverAnswer(Id, personId, isYes, now), mayDecide);

    /// <summary>The new adult has read the terms and signed them.</summary>
    public void Sign(Guid adult, DateTimeOffset now) => (SignedBy, SignedAt, AdultEmail) = (adult, now, "");
}

/// <summary>To whom a grant comes, and why.</summary>
public sealed record HandoverWords(bool IsNewHost, string AdultEmail, string Because);

/// <summary>What a member says to it.</summary>
public sealed class HandoverAnswer : PollAnswer
{
    HandoverAnswer() { }

    internal HandoverAnswer(Guid handoverId, Guid personId, bool isYes, DateTimeOffset now)
        : base(personId, isYes, now) => HandoverId = handoverId;

    public Guid HandoverId { get; private set; }
}

/// <summary>Why a grant does not come to somebody else.</summary>
public enum HandoverRefusal
{
    NotActive,

    /// <summary>A payment went to the bank and nobody knows yet whether it arrived.</summary>
    PaymentUnderWay,

    /// <summary>The organisation cannot hold the money any more: another adult alone is no way out.</summary>
    OrganisationGone,
    LeadIsAdult,

    /// <summary>The adult works for the fund or sits on its panel.</summary>
    AdultOfTheFund,
    Settled,
    MayNotDecide,

    /// <summary>Somebody else was asked meanwhile, or it is signed.</summary>
    NotAsked,
}
