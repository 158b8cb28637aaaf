using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants;
using PB.Grants.Applications;
using PB.Grants.Awards;
using PB.Grants.Funds;
using PB.Web.People;

namespace PB.Web.Grants.Awards;

/// <summary>Opens a fund, an application or an award to those who may: not yours to see is not there; yours to see but not to do is forbidden.</summary>
public sealed class AwardFinder(PbContext db, IAuthorizationService doors, GrantRoles known, TimeProvider clock)
{
    static readonly (GrantThing, GrantVerb)[] Asked =
    [
        (GrantThing.Offer, GrantVerb.Read), (GrantThing.Offer, GrantVerb.Write), (GrantThing.Offer, GrantVerb.Approve), (GrantThing.Offer, GrantVerb.Accept),
        (GrantThing.Payment, GrantVerb.Read), (GrantThing.Payment, GrantVerb.Approve), (GrantThing.Payment, GrantVerb.Write),
        (GrantThing.BankDetails, GrantVerb.Read), (GrantThing.BankDetails, GrantVerb.Write),
        (GrantThing.Report, GrantVerb.Read), (GrantThing.Report, GrantVerb.Write), (GrantThing.Report, GrantVerb.Approve),
        (GrantThing.Decision, GrantVerb.Read), (GrantThing.Decision, GrantVerb.Write), (GrantThing.Fund, GrantVerb.Read), (GrantThing.Fund, GrantVerb.Write),
    ];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>As whom the reader comes, once something is opened.</summary>
    public IReadOnlySet<GrantRole> Roles { get; private set; } = new HashSet<GrantRole>();

    public async Task<(AwardPage? Page, IActionResult? Refusal)> AwardAsync(ControllerBase controller, string fund, string reference, (GrantThing Thing, GrantVerb Verb) right, CancellationToken cancel)
    {
        var found = await (
            from award in db.Awards.AsNoTracking().Include(a => a.Shares).Include(a => a.Conditions).Include(a => a.Instalments).AsSplitQuery()
            where award.Ref == reference
            join owner in db.Funds.AsNoTracking() on award.FundId equals owner.Id
            where owner.Slug == fund
            join application in db.Applications.AsNoTracking().Include(a => a.Lines) on award.ApplicationId equals application.Id
            orderby award.DraftedAt descending
            select new { owner, award, application }).FirstOrDefaultAsync(cancel);
        if (found is null)
            return (null, controller.NotFound());
        var page = await PageAsync(controller.User, found.owner, found.award, found.application, cancel);
        if (!page.IsPublic && (!page.IsInside || page.Award.SignedAt is null && !page.May(GrantThing.Offer, GrantVerb.Read)))
            return (null, controller.NotFound());
        return (page, page.May(right.Thing, right.Verb) || right is (GrantThing.Offer, GrantVerb.Read) && page.IsPublic ? null : Refuse(controller, page.Rights, right.Thing));
    }

    /// <summary>An application that was sent in, for what happens to it after the decision.</summary>
    public async Task<(ApplicationCase? Case, IActionResult? Refusal)> ApplicationAsync(ControllerBase controller, string fund, string reference, (GrantThing Thing, GrantVerb Verb) right, CancellationToken cancel)
    {
        var found = await (
            from application in db.Applications.AsNoTracking().Include(a => a.Lines)
            where application.Ref == reference && application.CosignedAt != null
            join call in db.Calls.AsNoTracking().Include(c => c.Criteria) on application.CallId equals call.Id
            join owner in db.Funds.AsNoTracking() on call.FundId equals owner.Id
            where owner.Slug == fund
            select new { owner, call, application }).SingleOrDefaultAsync(cancel);
        if (found is null)
            return (null, controller.NotFound());
        var rights = await RightsAsync(controller.User, new AwardCase(found.owner, found.application, null, new HashSet<GrantRole>()) { IsPublished = found.call.PublishedAt is not null });
        if (!rights.Contains((GrantThing.Decision, GrantVerb.Read)) || Roles.Count == 1)
            return (null, controller.NotFound());
        return (new ApplicationCase(found.owner, found.call, found.application) { Rights = rights }, rights.Contains(right) ? null : Refuse(controller, rights, right.Thing));
    }

    /// <summary>A fund; what is public of it is there for everybody.</summary>
    public async Task<(FundCase? Case, IActionResult? Refusal)> FundAsync(ControllerBase controller, string fund, (GrantThing Thing, GrantVerb Verb) right, CancellationToken cancel)
    {
        if (await db.Funds.AsNoTracking().SingleOrDefaultAsync(f => f.Slug == fund, cancel) is not { } found)
            return (null, controller.NotFound());
        var rights = await RightsAsync(controller.User, new AwardCase(found, null, null, new HashSet<GrantRole>()));
        return (new FundCase(found, rights), rights.Contains(right) ? null : Refuse(controller, rights, right.Thing));
    }

    IActionResult Refuse(ControllerBase controller, IReadOnlySet<(GrantThing Thing, GrantVerb)> rights, GrantThing thing) =>
        Roles.Count > 1 && rights.Any(right => right.Thing == thing) ? controller.Forbid() : controller.NotFound();

    async Task<AwardPage> PageAsync(ClaimsPrincipal user, Fund fund, Award award, Application application, CancellationToken cancel) => new(fund, award, application)
    {
        Now = Now,
        Rights = await RightsAsync(user, new AwardCase(fund, application, award, new HashSet<GrantRole>())),
        Host = await db.HostOrganisations.Where(host => host.Id == application.HostOrganisationId).Select(host => host.Name).SingleOrDefaultAsync(cancel),
        Payments = await db.Payments.AsNoTracking().Where(payment => payment.AwardId == award.Id).OrderBy(payment => payment.Number).ThenBy(payment => payment.Id).ToListAsync(cancel),
        Entries = await db.EntriesOfAsync(award.Id, cancel),
        MoneyBacks = await db.MoneyBacks.AsNoTracking().Where(back => back.AwardId == award.Id).OrderBy(back => back.AskedAt).ToListAsync(cancel),
        Report = await db.Reports.AsNoTracking().Include(report => report.Lines).SingleOrDefaultAsync(report => report.AwardId == award.Id && report.Kind == ReportKind.Final, cancel),
        Account = await db.NewestAccountAsync(award.Id, cancel),
        Handover = await db.LastHandovers().AsNoTracking().Include(one => one.Answers).SingleOrDefaultAsync(one => one.AwardId == award.Id, cancel),
        Assets = await db.Set<Asset>().AsNoTracking().Where(asset => asset.AwardId == award.Id).OrderBy(asset => asset.Line).ToListAsync(cancel),
    };

    // To a group's own application, its young lead and its supporting adult come as such.
    async Task<IReadOnlySet<GrantRole>> RolesAsync(ClaimsPrincipal user, AwardCase at)
    {
        var roles = new HashSet<GrantRole>(await known.OfAsync(user, at.Fund.Id));
        if (user.Id() is { } person && at.Application?.LeadId == person)
            roles.Add(GrantRole.Applicant);
        if (user.Id() is { } adult && at.Application?.AdultId == adult)
            roles.Add(GrantRole.SupportingAdult);
        return roles;
    }

    async Task<IReadOnlySet<(GrantThing, GrantVerb)>> RightsAsync(ClaimsPrincipal user, AwardCase at)
    {
        Roles = await RolesAsync(user, at);
        var rights = new HashSet<(GrantThing, GrantVerb)>();
        foreach (var (thing, verb) in Asked)
            if ((await doors.AuthorizeAsync(user, at with { Roles = Roles }, new AwardRight(thing, verb))).Succeeded)
                rights.Add((thing, verb));
        return rights;
    }
}
