using PB.Data;

namespace PB.Grants.Visits;

/// <summary>Members of a panel, with two adults, go and see a group: before they decide, or to see what became of the money.</summary>
public sealed class Visit
{
    /// <summary>How many adults go along at the least.</summary>
    public const int FewestAdults = 2;

    readonly List<Visitor> visitors = [];

    Visit() { }

    public Visit(Guid applicationId, VisitPlan plan, Guid plannedBy, DateTimeOffset now)
    {
        (Id, ApplicationId, PlannedBy, PlannedAt) = (Ids.New(now), applicationId, plannedBy, now);
        (Day, Place, RiskPlan) = (plan.Day, plan.Place, plan.RiskPlan);
        visitors.AddRange(plan.Members.Select(person => new Visitor(Id, person, false)));
        visitors.AddRange(plan.Adults.Select(person => new Visitor(Id, person, true)));
    }

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }
    public DateOnly Day { get; private set; }
    public string Place { get; private set; } = "";

    /// <summary>What could go wrong, and what is done about it.</summary>
    public string RiskPlan { get; private set; } = "";

    public Guid PlannedBy { get; private set; }
    public DateTimeOffset PlannedAt { get; private set; }

    /// <summary>What they saw, for the panel; empty before they were there.</summary>
    public string Notes { get; private set; } = "";

    public DateTimeOffset? NotedAt { get; private set; }
    public DateTimeOffset? CalledOffAt { get; private set; }
    public IReadOnlyList<Visitor> Visitors => visitors;

    public void Note(string notes, DateTimeOffset now) => (Notes, NotedAt) = (notes, now);

    public void CallOff(DateTimeOffset now) => CalledOffAt ??= now;
}

/// <summary>Somebody who goes along.</summary>
public sealed class Visitor
{
    Visitor() { }

    internal Visitor(Guid visitId, Guid personId, bool isAdult) => (VisitId, PersonId, IsAdult) = (visitId, personId, isAdult);

    public Guid VisitId { get; private set; }
    public Guid PersonId { get; private set; }
    public bool IsAdult { get; private set; }
}

/// <summary>A visit as a coordinator plans it.</summary>
public sealed record VisitPlan(DateOnly Day, string Place, string RiskPlan)
{
    public IReadOnlyCollection<Guid> Members { get; init; } = [];
    public IReadOnlyCollection<Guid> Adults { get; init; } = [];
}

/// <summary>Why nobody goes there.</summary>
public enum VisitRefusal
{
    /// <summary>Neither is the panel reading it, nor does the group have a grant that is under way.</summary>
    NotTheTime,
    InThePast,
    NoMembers,
    TooFewAdults,

    /// <summary>An adult's background check does not hold on that day, or they are the group's own.</summary>
    AdultNotChecked,

    /// <summary>A member has a conflict there, has not said that they have none, or is not active.</summary>
    MemberMayNot,

    /// <summary>A member is young, and no parent has said yes to going along.</summary>
    NoTravelConsent,
    Over,
}
