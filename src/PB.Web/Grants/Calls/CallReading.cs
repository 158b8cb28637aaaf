using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants;
using PB.Grants.Applications;
using PB.Grants.Awards;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Grants.Marking;
using PB.Grants.Meetings;
using PB.Grants.Panels;
using PB.Grants.PublicVotes;
using PB.Web.People;

namespace PB.Web.Grants.Calls;

/// <summary>Reads what a call's page shows to whoever asks.</summary>
public sealed class CallReading(PbContext db, CallDesk desk, ThinlyMarked thin, GrantTools tools)
{
    public Task<Fund> FundAsync(Call call, CancellationToken cancel) => db.Funds.SingleAsync(fund => fund.Id == call.FundId, cancel);

    public async Task<CallPage> PageAsync(Call call, ClaimsPrincipal user, CancellationToken cancel)
    {
        var (fund, me) = (await FundAsync(call, cancel), user.Id());
        var isMember = await tools.MayAsync(user, call, new GrantDoor(GrantThing.Criteria, GrantVerb.Vote));
        return new CallPage(call, fund, tools.Now)
        {
            Stand = await StandAsync(call, cancel),
            Pots = await db.FundPots.AsNoTracking().Where(pot => db.Set<CallPot>().Any(own => own.CallId == call.Id && own.PotId == pot.Id)).OrderBy(pot => pot.Order).Select(pot => pot.Name).ToListAsync(cancel),
            Waivers = await WaiversAsync(call, cancel),
            Vote = await VoteAsync(call, cancel),
            Mine = me is { } person ? await MineAsync(call, person, cancel) : [],
            MayReadCriteria = await tools.MayAsync(user, call, new GrantDoor(GrantThing.Criteria, GrantVerb.Read)),
            MaySetUp = await tools.MayAsync(user, fund, new GrantDoor(GrantThing.Fund, GrantVerb.Write)),
            MaySign = await tools.MayAsync(user, fund, new GrantDoor(GrantThing.Decision, GrantVerb.Refer)),
            MayLookIntoHosts = await tools.MayAsync(user, call, new GrantDoor(GrantThing.Eligibility, GrantVerb.Write, GrantCondition.DueDiligence)),
            MayLowerInterests = await tools.MayAsync(user, call, new GrantDoor(GrantThing.Decision, GrantVerb.Write, GrantCondition.Record)) || await tools.MayAsync(user, call, new GrantDoor(GrantThing.Decision, GrantVerb.Approve, GrantCondition.DeclareResult)),
            IsMember = isMember,
            HasThin = me is { } leader && await HasThinAsync(call, (leader, isMember), user, cancel),
            ToDeclare = isMember ? await db.ToDeclare(call.Id, me!.Value).CountAsync(cancel) : 0,
            ToRead = isMember ? await db.VisibleTo(call.Id, me!.Value).CountAsync(cancel) : 0,
            Missing = call.IsDraft && me is not null ? await desk.MissingAsync(call, cancel) : [],
        };
    }

    async Task<CallPage.Standing> StandAsync(Call call, CancellationToken cancel) => new(
        await db.CallsAtWork(tools.Now).ContainsAsync(call.Id, cancel),
        await db.Panels.Where(panel => panel.Id == call.PanelId).Select(panel => panel.Slug).SingleAsync(cancel),
        call.PausedAt is null ? null : (await db.ParentOfAsync(call.PanelId, cancel))?.Name);

    // For the chair and the coordinators, of those of which they may know.
    async Task<bool> HasThinAsync(Call call, (Guid Id, bool IsMember) person, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (!call.MarkingIsOverAt(tools.Now) || call.PublishedAt is not null || call.MarkingOpenedAt is null
            || !await tools.MayAsync(user, call, new GrantDoor(GrantThing.Decision, GrantVerb.Write, GrantCondition.Record)) && !await tools.MayAsync(user, call, new GrantDoor(GrantThing.Decision, GrantVerb.Approve, GrantCondition.DeclareResult)))
            return false;
        var known = await db.KnownTo(call.Id, new Reader(person.Id, person.IsMember)).Select(own => own.Id).ToListAsync(cancel);
        return (await thin.OfAsync(call, cancel)).Any(line => known.Contains(line.Application.Id));
    }

    Task<CallPage.Round?> VoteAsync(Call call, CancellationToken cancel) => (
        from vote in db.Set<PublicVote>()
        where vote.CallId == call.Id && vote.VoidedAt == null
        join round in db.Rounds on vote.RoundId equals round.Id
        where round.AnnouncedAt != null
        select new CallPage.Round(round.Slug, round.Title)).SingleOrDefaultAsync(cancel);

    Task<List<CallPage.Line>> MineAsync(Call call, Guid person, CancellationToken cancel) => (
        from own in db.Applications
        where own.CallId == call.Id
            && (own.LeadId == person || own.AdultId == person || db.Set<TeamMember>().Any(member => member.ApplicationId == own.Id && member.PersonId == person && member.LeftAt == null))
        orderby own.CreatedAt
        select new CallPage.Line(own.Id, own.Title)).ToListAsync(cancel);

    // Whoever sets a rule aside says why in public, without naming the group.
    async Task<IReadOnlyList<CallPage.WaiverLine>> WaiversAsync(Call call, CancellationToken cancel) => await (
        from waiver in db.Waivers
        where waiver.AgreedAt != null
        join rule in db.Set<EligibilityRule>() on waiver.RuleId equals rule.Id
        where rule.CallId == call.Id
        orderby waiver.AgreedAt
        select new CallPage.WaiverLine(rule.Text, waiver.Reason)).ToListAsync(cancel);
}

public sealed record CallPage(Call Call, Fund Fund, DateTimeOffset Now)
{
    public IReadOnlyList<string> Pots { get; init; } = [];
    public IReadOnlyList<WaiverLine> Waivers { get; init; } = [];
    public IReadOnlyList<Line> Mine { get; init; } = [];
    public IReadOnlyList<OpeningGap> Missing { get; init; } = [];

    /// <summary>The round in which people decide on the shortlist, once everybody can see it.</summary>
    public Round? Vote { get; init; }

    public bool MayReadCriteria { get; init; }
    public bool MaySetUp { get; init; }
    public bool MaySign { get; init; }
    public bool MayLookIntoHosts { get; init; }
    public bool MayLowerInterests { get; init; }
    public bool IsMember { get; init; }

    /// <summary>Whether fewer than promised have marked an application of which the chair or the coordinator who looks may know.</summary>
    public bool HasThin { get; init; }

    /// <summary>How many applications the member has yet to say something about, and how many they may read: of those that exist for them.</summary>
    public int ToDeclare { get; init; }

    public int ToRead { get; init; }

    public bool IsOpen => Call.PhaseAt(Now) is CallPhase.Open;

    public required Standing Stand { get; init; }

    public CallPhase Phase => Call.PhaseAt(Now, Stand.IsAtWork);

    public bool IsPaused => Call is { PausedAt: not null, CancelledAt: null, PublishedAt: null };

    /// <param name="IsAtWork">Whether groups do what they were given money for, and no offer waits for its answer.</param>
    /// <param name="PanelSlug">Whose call it is.</param>
    /// <param name="StandIn">The panel that could take a paused call over.</param>
    public sealed record Standing(bool IsAtWork, string PanelSlug, string? StandIn);

    public sealed record WaiverLine(string Rule, string Reason);

    public sealed record Line(Guid Id, string Title);

    public sealed record Round(string Slug, string Title);
}
