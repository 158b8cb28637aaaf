using Microsoft.AspNetCore.Authorization;
using PB.Grants;
using PB.Grants.Applications;
using PB.Grants.Awards;
using PB.Grants.Funds;

namespace PB.Web.Grants.Awards;

/// <summary>Who may do what with awards and their money: the room's table of rights, and what its conditions mean here.</summary>
sealed class AwardPolicies : AuthorizationHandler<AwardRight, AwardCase>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AwardRight right, AwardCase at)
    {
        if (GrantRights.Conditions(at.Roles, right.Thing, right.Verb).Any(condition => Holds(condition, right, at)))
            context.Succeed(right);
        return Task.CompletedTask;
    }

    // Own, Binding: as applicant or supporting adult somebody comes to their own application only. First, Second, OverLimit: the desk looks at the order.
    static bool Holds(GrantCondition condition, AwardRight right, AwardCase at) => condition switch
    {
        GrantCondition.Masked => right.Verb is GrantVerb.Read,
        // Whoever types an account in does not read it back: only finance officers read accounts.
        _ when right is { Thing: GrantThing.BankDetails, Verb: GrantVerb.Read } => at.Roles.Contains(GrantRole.FinanceOfficer),
        GrantCondition.Drafting => right.Verb is GrantVerb.Read || at.Award is null or { SignedAt: null },
        GrantCondition.OverLimit => at.Award is not null,
        GrantCondition.Public or GrantCondition.Summary => right.Thing is GrantThing.Fund || at.Award is { AcceptedAt: not null },
        GrantCondition.WhenPublished => at.IsPublished,
        _ => true,
    };
}

/// <summary>Something that somebody would like to do.</summary>
sealed record AwardRight(GrantThing Thing, GrantVerb Verb) : IAuthorizationRequirement;

/// <summary>What is asked about, and as whom.</summary>
/// <param name="Award">Null where there is none yet.</param>
sealed record AwardCase(Fund Fund, Application? Application, Award? Award, IReadOnlySet<GrantRole> Roles)
{
    public bool IsPublished { get; init; }

    /// <summary>Whether somebody looks who has a part in it; others see only what is public.</summary>
    public bool IsInside => Roles.Count > 1;
}
