using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Awards;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Grants.PublicVotes;
using PB.Grants.Visits;

namespace PB.Web.Grants.Applications;

/// <summary>An application with everything around it.</summary>
public sealed record ApplicationPage(Application Application, Call Call, Fund Fund, DateTimeOffset Now)
{
    public EligibilityQuery? Query { get; init; }

    public ApplicationStatus Status => Application.StatusAt(Call, Query, Now);

    public bool MayBeWritten => Application.MayBeWritten(Call, Query, Now);

    /// <summary>What stands against the organisation, while it is being checked.</summary>
    public HostBlock? Block { get; init; }

    public bool IsLead { get; init; }

    /// <summary>Those whom the lead invited, and who have not left.</summary>
    public IReadOnlyList<TeamLine> Team { get; init; } = [];

    /// <summary>Whether whoever asks writes it: the lead, or one of the team.</summary>
    public bool IsOfTeam { get; init; }

    /// <summary>The film or voice; null where there is none.</summary>
    public RecordingLine? Recording { get; init; }

    /// <summary>The project on which people vote; null where it is on no ballot.</summary>
    public ProjectLine? Project { get; init; }

    /// <summary>What the panel wants to know, as far as a coordinator passed it on.</summary>
    public IReadOnlyList<PanelQuestion> Questions { get; init; } = [];

    /// <summary>Other plans for the same event; the page does not say whose.</summary>
    public IReadOnlyList<LinkedPlan> Links { get; init; } = [];

    /// <summary>What was typed into one of the page's small forms and could not be taken.</summary>
    public (string Field, string Text) Typed { get; init; }

    /// <summary>When some of the panel come to see the group.</summary>
    public IReadOnlyList<Visit> Visits { get; init; } = [];

    /// <summary>Whether there is a grant that was offered.</summary>
    public bool HasOffer { get; init; }

    /// <summary>Whether the panel's words about the application are there to read.</summary>
    public bool HasFeedback { get; init; }

    /// <summary>Whether the group has appealed, or still may.</summary>
    public bool HasAppeal { get; init; }

    internal static async Task<ApplicationPage?> ReadAsync(PbContext db, Guid id, (Guid Person, DateTimeOffset Now) who, CancellationToken cancel)
    {
        if (await db.WholeApplications().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } application)
            return null;
        var call = await db.WholeCalls().AsNoTracking().SingleAsync(c => c.Id == application.CallId, cancel);
        return new ApplicationPage(application, call, await db.Funds.AsNoTracking().SingleAsync(f => f.Id == call.FundId, cancel), who.Now)
        {
            Query = await db.OpenQueryAsync(id, who.Now, cancel),
            Block = application.HostOrganisationId is { } host && call.MarkingOpenedAt is null ? await db.WhyBlockedAsync(host, who.Now, cancel) : null,
            IsLead = application.LeadId == who.Person,
            IsOfTeam = application.LeadId == who.Person || await db.Set<TeamMember>().AnyAsync(m => m.ApplicationId == id && m.PersonId == who.Person && m.LeftAt == null, cancel),
            Team = await TeamLine.ReadAsync(db, id, who.Person, cancel),
            Recording = await RecordingLine.ReadAsync(db, id, cancel),
            Project = await ProjectAsync(db, id, cancel),
            Questions = await db.Set<PanelQuestion>().AsNoTracking().Where(q => q.ApplicationId == id && q.PassedOnAt != null).OrderBy(q => q.PassedOnAt).ToListAsync(cancel),
            Visits = await db.Set<Visit>().AsNoTracking().Where(visit => visit.ApplicationId == id && visit.CalledOffAt == null && visit.NotedAt == null).OrderBy(visit => visit.Day).ToListAsync(cancel),
            Links = await db.LinkedWithAsync(id, db.Applications, cancel),
            HasOffer = await db.Awards.AnyAsync(award => award.ApplicationId == id && award.SignedAt != null, cancel),
            HasFeedback = await db.Feedback.AnyAsync(feedback => feedback.ApplicationId == id && feedback.SentAt != null, cancel),
            HasAppeal = ProcessAppeal.LastDay(call) >= DateOnly.FromDateTime(who.Now.UtcDateTime) || await db.ProcessAppeals.AnyAsync(appeal => appeal.ApplicationId == id, cancel),
        };
    }

    static Task<ProjectLine?> ProjectAsync(PbContext db, Guid id, CancellationToken cancel) => (
        from plan in db.Set<BallotPlan>()
        where plan.ApplicationId == id
        join round in db.Rounds on plan.RoundId equals round.Id
        where round.AnnouncedAt != null && round.CancelledAt == null
        join project in db.Proposals on plan.ProposalId equals project.Id
        select new ProjectLine(round.Slug, round.Title, project.Number!.Value)).SingleOrDefaultAsync(cancel);
}

/// <summary>An application's place on a ballot.</summary>
public sealed record ProjectLine(string Round, string Title, int Number);

