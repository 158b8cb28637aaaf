using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Awards;
using PB.Grants.Calls;
using PB.Grants.Meetings;
using PB.Grants.Panels;
using PB.Journal;

namespace PB.Grants.Visits;

/// <summary>Plans visits, so that two adults are always there, and keeps what was seen.</summary>
public sealed class VisitDesk(PbContext db, Roster roster, VisitLetters letters, TimeProvider clock)
{
    public async Task<VisitRefusal?> PlanAsync(Call call, Application application, VisitPlan plan, Guid coordinator, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await WhyNotAsync(call, application, plan, now, cancel) is { } refusal)
            return refusal;
        var visit = new Visit(application.Id, plan, coordinator, now);
        db.Add(visit);
        await letters.PlannedAsync(visit, application, call, cancel);
        await SaveAsync("Planned a visit to a group", coordinator, application, now, cancel);
        return null;
    }

    /// <summary>What they saw there.</summary>
    public Task<VisitRefusal?> NoteAsync(Guid visitId, Application application, string notes, Guid coordinator, CancellationToken cancel) =>
        ChangeAsync(visitId, (visit, now) =>
        {
            if (visit.Day > PanelAges.DayOf(now)) return VisitRefusal.NotTheTime;
            visit.Note(notes, now);
            return null;
        }, ("Wrote down what was seen on a visit", coordinator, application), cancel);

    public Task<VisitRefusal?> CallOffAsync(Guid visitId, Application application, Guid coordinator, CancellationToken cancel) =>
        ChangeAsync(visitId, (visit, now) =>
        {
            visit.CallOff(now);
            return null;
        }, ("Called a visit off", coordinator, application), cancel);

    async Task<VisitRefusal?> WhyNotAsync(Call call, Application application, VisitPlan plan, DateTimeOffset now, CancellationToken cancel) =>
        call.PhaseAt(now) is not (CallPhase.Marking or CallPhase.Deciding) && !await db.Awards.AcceptedIn(call.FundId).AnyAsync(award => award.ApplicationId == application.Id && award.EndedAt == null, cancel) ? VisitRefusal.NotTheTime
        : plan.Day < PanelAges.DayOf(now) ? VisitRefusal.InThePast
        : await WhyNotAdultsAsync(call, application, plan, cancel) ?? await WhyNotMembersAsync(call, application, plan, now, cancel);

    // The group's own adult is there anyway, and is not counted.
    async Task<VisitRefusal?> WhyNotAdultsAsync(Call call, Application application, VisitPlan plan, CancellationToken cancel)
    {
        var adults = plan.Adults.ToHashSet();
        if (adults.Count < Visit.FewestAdults)
            return VisitRefusal.TooFewAdults;
        var able = await db.CheckedAdults(plan.Day).Where(person => db.FundAppointments.Any(task => task.FundId == call.FundId && task.PersonId == person && task.Until == null)).Distinct().ToListAsync(cancel);
        return adults.IsSubsetOf(able.Where(person => person != application.AdultId)) ? null : VisitRefusal.AdultNotChecked;
    }

    async Task<VisitRefusal?> WhyNotMembersAsync(Call call, Application application, VisitPlan plan, DateTimeOffset now, CancellationToken cancel)
    {
        if (plan.Members.Count == 0)
            return VisitRefusal.NoMembers;
        var seats = (await roster.ActiveAsync(call.PanelId, cancel)).ToDictionary(seat => seat.Member.PersonId!.Value);
        foreach (var person in plan.Members.Distinct())
        {
            if (!seats.TryGetValue(person, out var seat) || !await db.VisibleTo(call.Id, person).AnyAsync(own => own.Id == application.Id, cancel))
                return VisitRefusal.MemberMayNot;
            if (seat.Age.NeedsParent && !seat.Member.Has(ConsentKind.Travel, ConsentBy.Parent, now))
                return VisitRefusal.NoTravelConsent;
        }

        return null;
    }

    async Task<VisitRefusal?> ChangeAsync(Guid visitId, Func<Visit, DateTimeOffset, VisitRefusal?> change, (string Act, Guid By, Application About) what, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select from grants.visits where id = {visitId} for update", cancel);
        var (visit, now) = (await db.Set<Visit>().SingleAsync(one => one.Id == visitId, cancel), clock.GetUtcNow());
        if (visit.NotedAt is not null || visit.CalledOffAt is not null)
            return VisitRefusal.Over;
        if (change(visit, now) is { } refusal)
            return refusal;
        await SaveAsync(what.Act, what.By, what.About, now, cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    async Task SaveAsync(string act, Guid by, Application about, DateTimeOffset now, CancellationToken cancel)
    {
        db.Journal.Add(new JournalEntry(by, act, await db.SubjectOfAsync(about.CallId, cancel), "", now).About(about.Ref ?? ""));
        await db.SaveChangesAsync(cancel);
    }
}
