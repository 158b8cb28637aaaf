using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Data;
using PB.Rounds;
using PB.Web.Neighbourhoods;
using PB.Web.People;

namespace PB.Web.Rounds;

/// <summary>Who may do what with a round. It depends on the role, on whose neighbourhoods it takes place in, and on the phase.</summary>
sealed class RoundPolicies(PbContext db, TimeProvider clock) : AuthorizationHandler<RoundDoor, Round>
{
    IReadOnlySet<Guid>? managed;

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RoundDoor door, Round round)
    {
        var open = door.Act is RoundAct.See && round.AnnouncedAt is not null
            || IsTimeFor(door.Act, round) && await LooksAfterAsync(context.User, round);
        if (open)
            context.Succeed(door);
    }

    bool IsTimeFor(RoundAct act, Round round) => act switch
    {
        RoundAct.See or RoundAct.Copy or RoundAct.LookAfter => true,
        RoundAct.SetUp or RoundAct.Announce => round.IsDraft,
        RoundAct.ChangeCalendar => round.PhaseAt(clock.GetUtcNow())
            is RoundPhase.Announced or RoundPhase.Ideas or RoundPhase.Screening or RoundPhase.Discussion,
        RoundAct.Rehearse => round.CancelledAt is null && (round.Calendar.VotingFrom is null || clock.GetUtcNow() < round.Calendar.VotingFrom),
        // Once voting has opened, one person is not enough: see PB.Approvals.
        RoundAct.Cancel => round is { CancelledAt: null } && round.PhaseAt(clock.GetUtcNow())
            is RoundPhase.Draft or RoundPhase.Announced or RoundPhase.Ideas or RoundPhase.Screening or RoundPhase.Discussion,
    };

    // A round of two neighbourhoods belongs to somebody who looks after both; one that has none yet, to whoever began it.
    async Task<bool> LooksAfterAsync(ClaimsPrincipal user, Round round)
    {
        if (!NeighbourhoodPolicies.IsAtTheDesk(user))
            return false;
        managed ??= await ManagedNeighbourhoods.OfAsync(db, user, CancellationToken.None);
        return round.Neighbourhoods.Count == 0
            ? round.ConfiguredBy == user.Id() || user.IsInRole(PB.People.Role.Administrator)
            : round.Neighbourhoods.All(part => managed.Contains(part.NeighbourhoodId));
    }
}

/// <summary>What can be done with a round that not everybody may do at all times.</summary>
enum RoundAct
{
    See,
    SetUp,
    Announce,
    Copy,
    ChangeCalendar,
    Cancel,

    /// <summary>To be one of those who may ask for things in it.</summary>
    LookAfter,
    Rehearse,
}

sealed record RoundDoor(RoundAct Act) : IAuthorizationRequirement;

static class RoundDoors
{
    /// <summary>Asks before a button is drawn. The round's neighbourhoods must be loaded.</summary>
    public static async Task<bool> MayAsync(this IAuthorizationService doors, ClaimsPrincipal user, RoundAct act, Round round) =>
        (await doors.AuthorizeAsync(user, round, new RoundDoor(act))).Succeeded;

    /// <summary>Asks before the act: not yours to see is not there; yours to see but not to do is forbidden. Null when it may be done.</summary>
    public static async Task<IActionResult?> RefuseAsync(this ControllerBase controller, IAuthorizationService doors, RoundAct act, Round round)
    {
        if (!await doors.MayAsync(controller.User, RoundAct.See, round))
            return controller.NotFound();
        return await doors.MayAsync(controller.User, act, round) ? null : controller.Forbid();
    }
}
