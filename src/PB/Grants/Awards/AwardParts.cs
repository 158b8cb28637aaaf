using PB.Grants.Funds;
using PB.Tally;

namespace PB.Grants.Awards;

/// <summary>What a pot promises to an award.</summary>
public sealed class AwardShare
{
    AwardShare() { }

    internal AwardShare(Guid awardId, int place, PotShare share) => (AwardId, Place, PotId, Amount) = (awardId, place, share.PotId, share.Amount);

    public Guid AwardId { get; private set; }

    /// <summary>The most restricted pot is 1.</summary>
    public int Place { get; private set; }

    public Guid PotId { get; private set; }
    public Money Amount { get; private set; }
}

/// <summary>Something that a group has to do for its grant; written down in the offer, and no other ever.</summary>
public sealed class AwardCondition
{
    AwardCondition() { }

    internal AwardCondition(Guid awardId, int number, ConditionWords words) => (AwardId, Number, Kind, Text) = (awardId, number, words.Kind, words.Text);

    public Guid AwardId { get; private set; }
    public int Number { get; private set; }
    public ConditionKind Kind { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>How the group showed it.</summary>
    public string Evidence { get; private set; } = "";

    public Guid? MetBy { get; private set; }
    public DateTimeOffset? MetAt { get; private set; }

    public void Meet(Guid coordinator, string evidence, DateTimeOffset now) => (MetBy, Evidence, MetAt) = (coordinator, evidence, now);
}

public enum ConditionKind
{
    /// <summary>No money goes out before it is met.</summary>
    BeforePayment,
    During,
    Report,
}

/// <summary>A part of an award that is paid at once.</summary>
public sealed class Instalment
{
    Instalment() { }

    internal Instalment(Guid awardId, int number, InstalmentPlan plan) => (AwardId, Number, Amount, DueOn) = (awardId, number, plan.Amount, plan.DueOn);

    public Guid AwardId { get; private set; }
    public int Number { get; private set; }
    public Money Amount { get; private set; }
    public DateOnly DueOn { get; private set; }
}
