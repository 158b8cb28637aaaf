using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants;
using PB.Grants.Applications;
using PB.Grants.Meetings;
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
        var hasMet = isVisible && door.Thing is GrantThing.Contacts && await db.Set<Meeting>().AnyAsync(meeting => meeting.OpenedAt != null && meeting.Items.Any(item => item.ApplicationId == application.Id));
        if (door.IsOpenTo(held.Where(r => IsItsTime(r, application)), condition => Holds(condition, door, application, (isVisible, hasMet))))
            context.Succeed(door);
    }

    // The fund's people see it once it is in, and a coordinator before that where the team asked for help.
    static bool IsItsTime(GrantRole role, Application application) =>
        role is GrantRole.Applicant or GrantRole.SupportingAdult || application.EnteredAt is not null || role is GrantRole.YouthWorker && application.HelpAskedAt is not null;

    // The part about the organisation is its adult's alone.
    static bool Holds(GrantCondition condition, GrantDoor door, Application application, (bool IsVisible, bool HasMet) panel) => condition switch
    {
        GrantCondition.Own => door.Part is not GrantCondition.SectionB,
        GrantCondition.UnlessConflict => panel.IsVisible,
        GrantCondition.FromMeeting => panel.HasMet,
        GrantCondition.WhenAsked => door.Part is not GrantCondition.SectionB && application.HelpAskedAt is not null && application.EnteredAt is null,
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
