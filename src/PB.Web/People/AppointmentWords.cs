using Microsoft.Extensions.Localization;
using PB.People;
using PB.Web.Look;

namespace PB.Web.People;

/// <summary>Roles and refusals as people read them.</summary>
static class AppointmentWords
{
    public static IEnumerable<Choice> Roles(this IStringLocalizer<Words> text) =>
    [
        new(Role.NeighbourhoodManager, text.RoleName(Role.NeighbourhoodManager), text["Sets up and runs rounds in their neighbourhoods"]),
        new(Role.Reviewer, text.RoleName(Role.Reviewer), text["Checks whether proposals can go on the ballot"]),
        new(Role.Ratifier, text.RoleName(Role.Ratifier), text["Certifies results of rounds that somebody else set up"]),
        new(Role.Auditor, text.RoleName(Role.Auditor), text["Reads the journal of what everybody here does"]),
        new(Role.Administrator, text.RoleName(Role.Administrator), text["Appoints people and looks after every neighbourhood"]),
    ];

    public static string RoleName(this IStringLocalizer<Words> text, string role) => role switch
    {
        Role.NeighbourhoodManager => text["Neighbourhood manager"],
        Role.Reviewer => text["Reviewing officer"],
        Role.Ratifier => text["Ratifier"],
        Role.Auditor => text["Auditor"],
        Role.Administrator => text["Administrator"],
        _ => role,
    };

    public static (string Field, string Sentence) Of(this IStringLocalizer<Words> text, AppointmentRefusal refusal) => refusal switch
    {
        AppointmentRefusal.NobodyHasThisAddress => (nameof(AppointmentForm.Email), text["No account has this address. Ask the person to make an account first"]),
        AppointmentRefusal.AddressNotConfirmed => (nameof(AppointmentForm.Email), text["This person has not confirmed the address yet. Ask them to open the link in their e-mail"]),
        AppointmentRefusal.NoRole => (nameof(AppointmentForm.Roles), text["Choose at least one task. To take all of them away, end the appointment"]),
        AppointmentRefusal.NoNeighbourhood => (nameof(AppointmentForm.Neighbourhoods), text["Choose the neighbourhoods that this person will manage"]),
        AppointmentRefusal.LastAdministrator => (nameof(AppointmentForm.Email), text["This is the last administrator. Appoint another one first"]),
    };
}
