using PB.Grants.Calls;

namespace PB.Grants.Applications;

/// <summary>One rule for one application, as things stand.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Answer">The newest answer, or what is computed; null where nobody has answered.</param>
/// <param name="Waiver">Whether two people set it aside.</param>
public sealed record RuleState(EligibilityRule Rule, RuleAnswer? Answer, Waiver? Waiver)
{
    /// <summary>Whether nothing stands in the way on its account.</summary>
    public bool IsMet => Answer?.Result is RuleResult.Pass || Waiver?.AgreedAt is not null || !Rule.Blocking && Answer is not null;
}
