using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants;
using PB.Grants.Funds;
using PB.Web.People;

namespace PB.Web.Grants.Care;

/// <summary>Opens a fund to those who look after the people in it.</summary>
public sealed class CareDoor(PbContext db, IAuthorizationService doors, GrantRoles known, TimeProvider clock)
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>Who came through the door.</summary>
    public Guid Me { get; private set; }

    public Task<Fund?> FundAsync(string slug, CancellationToken cancel) => db.Funds.AsNoTracking().SingleOrDefaultAsync(fund => fund.Slug == slug, cancel);

    /// <returns>The fund and as whom somebody comes to it, or why not. Whoever may not even read it finds nothing.</returns>
    public async Task<(FundGuest? Guest, IActionResult? Refusal)> OpenAsync(ControllerBase controller, string slug, (GrantThing Thing, GrantVerb Verb) right, CancellationToken cancel)
    {
        if (controller.User.Id() is not { } person || await FundAsync(slug, cancel) is not { } fund)
            return (null, controller.NotFound());
        Me = person;
        var roles = await known.OfAsync(controller.User, fund.Id, cancel);
        if (await MayAsync(controller, roles, right.Thing, right.Verb))
            return (new FundGuest(fund, roles), null);
        return (null, await MayAsync(controller, roles, right.Thing, GrantVerb.Read) ? controller.Forbid() : controller.NotFound());
    }

    async Task<bool> MayAsync(ControllerBase controller, IReadOnlySet<GrantRole> roles, GrantThing thing, GrantVerb verb) =>
        (await doors.AuthorizeAsync(controller.User, new CareCase(roles), new CareRight(thing, verb))).Succeeded;
}

/// <summary>Somebody who has a part in a fund.</summary>
public sealed record FundGuest(Fund Fund, IReadOnlySet<GrantRole> Roles)
{
    public bool Is(GrantRole role) => Roles.Contains(role);
}
