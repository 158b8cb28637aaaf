using System.Security.Claims;
using PB.People;
using PB.Proposals;
using PB.Rounds;
using PB.Screening;
using PB.Web.People;

namespace PB.Web.Screening;

/// <summary>Who may decide on a proposal, and when.</summary>
static class ScreeningPolicies
{
    /// <summary>A reviewing officer, signed in with the second factor.</summary>
    public static bool MayScreen(ClaimsPrincipal user) => user.IsInRole(Role.Reviewer) && user.HasSecondFactor();

    /// <summary>From when ideas open until voting opens; the answer says why not.</summary>
    public static ScreeningRefusal? WhyMayNotDecide(Proposal proposal, Round round, DateTimeOffset now) => proposal.WhyNotScreened(round, now);
}
