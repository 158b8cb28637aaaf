using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants;
using PB.Grants.Applications;
using PB.Web.People;

namespace PB.Web.Grants.Applications;

/// <summary>Who may do what with an application: those who write it, those who check it, and the members who said that they have no stake in it.</summary>
sealed class ApplicationPolicies(GrantRoles roles, PbContext db) : AuthorizationHandler<GrantDoor, Application>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, GrantDoor door, Application application)
    {
        if (context.User.Id() is not { } person)
            return;
        var fund = await db.Calls.Where(call => call.Id == application.CallId).Select(call => call.FundId).SingleAsync();
        var own = await OwnAsync(application, person);
        // Whoever writes an application has no other part in it, and whoever has a conflict of interest none at all.
        IEnumerable<GrantRole> held = own is { } role ? [role] : application.EnteredAt is not null && await db.InConflict(application.Id).ContainsAsync(person) ? [] : await roles.OfAsync(context.User, fund);
        var isVisible = await db.VisibleTo(application.CallId, person).AnyAsync(visible => visible.Id == application.Id);
        if (door.IsOpenTo(held.Where(r => IsItsTime(r, application)), condition => Holds(condition, application, isVisible)))
            context.Succeed(door);
    }

    // Adults of the fund see it once it is in, or where the team asked for help.
    static bool IsItsTime(GrantRole role, Application application) =>
        role is GrantRole.Applicant or GrantRole.SupportingAdult || application.EnteredAt is not null || application.HelpAskedAt is not null;

    static bool Holds(GrantCondition condition, Application application, bool isVisible) => condition switch
    {
        GrantCondition.Own => true,
        GrantCondition.UnlessConflict => isVisible,
        GrantCondition.WhenAsked => application.HelpAskedAt is not null && application.EnteredAt is null,
        _ => false,
    };

    async Task<GrantRole?> OwnAsync(Application application, Guid person)
    {
        if (application.LeadId == person || await db.Set<TeamMember>().AnyAsync(m => m.ApplicationId == application.Id && m.PersonId == person && m.LeftAt == null))
            return GrantRole.Applicant;
        if (application.AdultId == person)
            return GrantRole.SupportingAdult;
        var email = await db.Users.Where(user => user.Id == person).Select(user => user.Email).SingleAsync();
        return application.AdultId is null && string.Equals(email, application.AdultEmail, StringComparison.OrdinalIgnoreCase) ? GrantRole.SupportingAdult : null;
    }
}
