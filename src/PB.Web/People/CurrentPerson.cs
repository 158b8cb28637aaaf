using System.Globalization;
using System.Security.Claims;
using PB.People;

namespace PB.Web.People;

/// <summary>Who is asking.</summary>
static class CurrentPerson
{
    /// <summary>The signed-in person's id; null for a visitor.</summary>
    public static Guid? Id(this ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? Guid.Parse(id, CultureInfo.InvariantCulture) : null;

    /// <summary>Whether this member of staff signed in with the second factor.</summary>
    public static bool HasSecondFactor(this ClaimsPrincipal user) => user.HasClaim("amr", "mfa");

    public static bool IsStaff(this ClaimsPrincipal user) => Role.All.Any(user.IsInRole);
}
