using PB.Data;

namespace PB.Grants.Marking;

/// <summary>That the reading of a call was shared out, and by which seed. Without it everybody reads everything.</summary>
public sealed class ReadingDeal
{
    readonly List<Reading> readings = [];

    ReadingDeal() { }

    public ReadingDeal(Guid callId, ReadingPlan plan, Guid dealtBy, DateTimeOffset now)
    {
        (Id, CallId, Seed, Readers, DealtBy, DealtAt) = (Ids.New(now), callId, plan.Seed, plan.Readers, dealtBy, now);
        readings.AddRange(plan.Deal().SelectMany(pile => pile.Value.Select((application, at) => new Reading(Id, pile.Key, application, at + 1))));
    }

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }
    public string Seed { get; private set; } = "";
    public int Readers { get; private set; }
    public Guid DealtBy { get; private set; }
    public DateTimeOffset DealtAt { get; private set; }
    public IReadOnlyList<Reading> Readings => readings;
}

/// <summary>An application in somebody's pile.</summary>
public sealed class Reading
{
    Reading() { }

    internal Reading(Guid dealId, Guid personId, Guid applicationId, int place) => (DealId, PersonId, ApplicationId, Place) = (dealId, personId, applicationId, place);

    public Guid DealId { get; private set; }
    public Guid PersonId { get; private set; }
    public Guid ApplicationId { get; private set; }

    /// <summary>1 is read first.</summary>
    public int Place { get; private set; }
}
