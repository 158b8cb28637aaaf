using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Marking;

namespace PB.Web.Grants.Applications;

/// <summary>Reads what the coordinators' desk shows.</summary>
public sealed class CheckReading(PbContext db, EligibilityDesk desk, MarkingStart start, TimeProvider clock)
{
    public async Task<CheckList> ListAsync(string fund, Call call, Guid person, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        // Whoever has a conflict of interest finds no trace of it here either.
        var lines = await db.Applications.AsNoTracking().Where(a => a.CallId == call.Id && a.EnteredAt != null && a.LeadId != person && a.AdultId != person && !db.Set<TeamMember>().Any(m => m.ApplicationId == a.Id && m.PersonId == person)).OrderBy(a => a.EnteredAt).ToListAsync(cancel);
        var own = await db.InConflictOf(person).ToListAsync(cancel);
        var asked = await db.EligibilityQueries.Where(q => q.MendedAt == null && q.Until > now).Select(q => q.ApplicationId).ToListAsync(cancel);
        return new CheckList(fund, call, [.. lines.Where(line => !own.Contains(line.Id)).Select(line => new CheckList.Line(line, asked.Contains(line.Id)))], now)
        {
            Silent = call is { InterestsAskedAt: not null, MarkingOpenedAt: null } ? [.. (await start.SilentAsync(call, cancel)).Select(member => member.DisplayName)] : [],
        };
    }

    // Those alike of which the reader may know; a plan that its own group took along and sent again is not a copy.
    async Task<IReadOnlyList<LikePlan>> AlikeAsync(Application own, Guid person, CancellationToken cancel)
    {
        var hidden = db.InConflictOf(person);
        var others = await db.Applications.AsNoTracking().Where(a => a.CallId == own.CallId && a.Id != own.Id && a.EnteredAt != null && a.WithdrawnAt == null && !hidden.Contains(a.Id)).ToListAsync(cancel);
        return [.. others.Select(other => new LikePlan(other.Ref!, other.Title, Likeness.Of(own, other), other.AdultId == own.AdultId))
            .Where(like => like.Percent >= Likeness.Striking).OrderByDescending(like => like.Percent)];
    }

    public async Task<CheckPage> PageAsync(string fund, Call call, Application application, Guid person, CancellationToken cancel)
    {
        var names = await db.Users.Where(person => person.Id == application.LeadId || person.Id == application.AdultId).ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        return new CheckPage(fund, call, application, await desk.StatesAsync(application, cancel))
        {
            Alike = await AlikeAsync(application, person, cancel),
            Query = await db.OpenQueryAsync(application.Id, clock.GetUtcNow(), cancel),
            Host = await db.HostOrganisations.AsNoTracking().SingleOrDefaultAsync(host => host.Id == application.HostOrganisationId, cancel),
            Papers = await db.Set<ApplicationPaper>().Where(paper => paper.ApplicationId == application.Id).Select(paper => paper.Category).ToListAsync(cancel),
            Recording = await RecordingLine.ReadAsync(db, application.Id, cancel),
            Lead = names.GetValueOrDefault(application.LeadId, ""),
            Adult = application.AdultId is { } adult ? names.GetValueOrDefault(adult, "") : "",
        };
    }
}

public sealed record CheckList(string Fund, Call Call, IReadOnlyList<CheckList.Line> Lines, DateTimeOffset Now)
{
    /// <summary>Whether the members can be asked who is too close to what.</summary>
    public bool IsReady => Call.InterestsAskedAt is null && Call.Dates.AdultsUntil <= Now;

    /// <summary>The members who have yet to say how they stand to some of them.</summary>
    public IReadOnlyList<string> Silent { get; init; } = [];

    public sealed record Line(Application Application, bool IsAsked);
}

public sealed record CheckPage(string Fund, Call Call, Application Application, IReadOnlyList<RuleState> Rules)
{
    /// <summary>Others of the call in which much of the same stands.</summary>
    public IReadOnlyList<LikePlan> Alike { get; init; } = [];

    public EligibilityQuery? Query { get; init; }
    public HostOrganisation? Host { get; init; }
    public RecordingLine? Recording { get; init; }

    /// <summary>For which lines of the budget the group has added its plan for keeping everybody safe.</summary>
    public IReadOnlyList<BudgetCategory> Papers { get; init; } = [];
    public string Lead { get; init; } = "";
    public string Adult { get; init; } = "";
}

/// <param name="Percent">How much of the shorter text stands in the other.</param>
/// <param name="SameAdult">Whether one adult signed both.</param>
public sealed record LikePlan(string Ref, string Title, int Percent, bool SameAdult);
