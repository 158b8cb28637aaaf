using System.Security.Claims;
using PB.People;

namespace PB.Web.People;

/// <summary>Who may do what with accounts and appointments.</summary>
static class PeoplePolicies
{
    /// <summary>Staff who came in by password alone: they may set up their second factor, and reach nothing of the desk.</summary>
    public static bool OwesSecondFactor(ClaimsPrincipal person) => person.IsStaff() && !person.HasSecondFactor();

    /// <summary>Staff cannot take their second factor away; a resident who has shown it can.</summary>
    public static bool MayRemoveSecondFactor(ClaimsPrincipal person) => !person.IsStaff() && person.HasSecondFactor();

    /// <summary>Whoever has a second factor must have shown it before they put another in its place.</summary>
    public static bool MaySetUpSecondFactor(ClaimsPrincipal user, Person person) => !person.TwoFactorEnabled || user.HasSecondFactor();

    /// <summary>Why these appointments cannot be made, or null when they can.</summary>
    public static AppointmentRefusal? WhyMayNotAppoint(Person? person, IReadOnlyCollection<string> roles, bool anyNeighbourhoods) => (person, roles) switch
    {
        (null, _) => AppointmentRefusal.NobodyHasThisAddress,
        ({ EmailConfirmed: false }, _) => AppointmentRefusal.AddressNotConfirmed,
        (_, { Count: 0 }) => AppointmentRefusal.NoRole,
        _ when roles.Contains(Role.NeighbourhoodManager) && !anyNeighbourhoods => AppointmentRefusal.NoNeighbourhood,
        _ => null,
    };
}

/// <summary>Why somebody was not appointed, or an appointment was not ended.</summary>
public enum AppointmentRefusal
{
    NobodyHasThisAddress,
    AddressNotConfirmed,
    NoRole,
    NoNeighbourhood,
    LastAdministrator,
}
