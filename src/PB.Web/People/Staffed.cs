using Microsoft.AspNetCore.Authorization;
using PB.People;

namespace PB.Web.People;

/// <summary>The doors to the desk: each needs the role and the second factor.</summary>
static class Staffed
{
    public const string Administrator = "Staffed.Administrator";
    public const string Manager = "Staffed.Manager";
    public const string Reviewer = "Staffed.Reviewer";
    public const string AppealJudge = "Staffed.AppealJudge";
    public const string Ratifier = "Staffed.Ratifier";
    public const string JournalReader = "Staffed.JournalReader";
    public const string TwoPeople = "Staffed.TwoPeople";
    public const string Anybody = "Staffed.Anybody";

    public static AuthorizationBuilder AddStaffDoors(this AuthorizationBuilder doors) => doors
        .AddPolicy(Administrator, door => door.RequireRole(Role.Administrator).RequireClaim("amr", "mfa"))
        .AddPolicy(Manager, door => door.RequireRole(Role.NeighbourhoodManager, Role.Administrator).RequireClaim("amr", "mfa"))
        .AddPolicy(Reviewer, door => door.RequireRole(Role.Reviewer).RequireClaim("amr", "mfa"))
        .AddPolicy(AppealJudge, door => door.RequireRole(Role.Reviewer, Role.NeighbourhoodManager, Role.Administrator).RequireClaim("amr", "mfa"))
        .AddPolicy(Ratifier, door => door.RequireRole(Role.Ratifier).RequireClaim("amr", "mfa"))
        .AddPolicy(JournalReader, door => door.RequireRole(Role.Auditor, Role.Administrator).RequireClaim("amr", "mfa"))
        .AddPolicy(TwoPeople, door => door.RequireRole(Role.NeighbourhoodManager, Role.Ratifier, Role.Administrator).RequireClaim("amr", "mfa"))
        .AddPolicy(Anybody, door => door.RequireRole(Role.All).RequireClaim("amr", "mfa"));
}
