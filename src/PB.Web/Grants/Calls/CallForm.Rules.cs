using System.ComponentModel.DataAnnotations;
using PB.Grants.Calls;
using PB.Web.Look;
using PB.Web.Proposals;

namespace PB.Web.Grants.Calls;

// What an application has to meet, and how the panel marks and decides: all of it is printed before the call opens.
public sealed partial class CallForm
{
    [Display(Name = "Rules that an application has to meet, one a line")]
    [StringLength(4000, ErrorMessage = "Write them in 4,000 characters or fewer")]
    public string? Rules { get; set => field = Typed.Lines(value); }

    [Display(Name = "The largest share of a budget for staying away overnight, in percent")]
    [Range(0, 100, ErrorMessage = "Write a number from 0 to 100")]
    public int? ResidentialPercent { get; set; }

    [Display(Name = "For which of these does a group add its plan for keeping everybody safe?")]
    public BudgetCategory[] PapersFor { get; set; } = [];

    [Display(Name = "Who decides?")]
    public DecisionMode Mode { get; set; }

    [Display(Name = "How many members mark each application, at the least")]
    [Range(1, 20, ErrorMessage = "Write a number from 1 to 20")]
    public int MinCards { get; set; } = new CallRules().MinCards;

    [Display(Name = "Show the averages also without the habits of those who always give high or low marks")]
    public bool AdjustMarks { get; set; } = new CallRules().AdjustMarks;

    [Display(Name = "How does the panel vote?")]
    public VoteSecrecy Secrecy { get; set; }

    [Display(Name = "What happens after two ties?")]
    public GrantTieRule Ties { get; set; }

    [Display(Name = "What happens when the money runs out?")]
    public AllocationRule Allocation { get; set; } = new CallRules().Allocation;

    [Display(Name = "For how many working days can a group appeal?")]
    [Range(5, 40, ErrorMessage = "Write a number from 5 to 40")]
    public int AppealDays { get; set; } = new CallRules().AppealDays;

    CallForm Ruled(Call call)
    {
        var rules = call.Rules;
        (Mode, MinCards, AdjustMarks, AppealDays) = (rules.Mode, rules.MinCards, rules.AdjustMarks, rules.AppealDays);
        (Secrecy, Ties, Allocation) = (rules.Secrecy, rules.Ties, rules.Allocation);
        Rules = string.Join('\n', call.EligibilityRules.Where(rule => rule.Kind is EligibilityKind.ByHand).Select(rule => rule.Text));
        ResidentialPercent = call.EligibilityRules.FirstOrDefault(rule => rule.Kind is EligibilityKind.ShareOfBudget)?.Percent;
        PapersFor = [.. call.EligibilityRules.Where(rule => rule.Kind is EligibilityKind.PaperNeeded).Select(rule => rule.Category!.Value)];
        return this;
    }

    CallRules RulesOfPanel() => new()
    {
        Mode = Mode,
        MinCards = MinCards,
        AdjustMarks = AdjustMarks,
        Secrecy = Secrecy,
        Ties = Ties,
        Allocation = Allocation,
        AppealDays = AppealDays,
    };

    IEnumerable<EligibilityRuleWords> RulesOf()
    {
        foreach (var line in (Rules ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            yield return new EligibilityRuleWords(line, EligibilityKind.ByHand);
        yield return new EligibilityRuleWords("The organisation that holds the money owes us no report", EligibilityKind.HostNotBlocked);
        if (money.PerHostCap12Months is { } cap)
            yield return new EligibilityRuleWords($"One organisation gets at most {cap.Written()} in twelve months", EligibilityKind.HostWithinCap);
        foreach (var category in PapersFor.Distinct())
            yield return new EligibilityRuleWords("With lines like these on your budget, add a photo of your plan for keeping everybody safe", EligibilityKind.PaperNeeded, true, category);
        if (ResidentialPercent is { } percent)
            yield return new EligibilityRuleWords($"At most {percent} percent of the budget is for staying away overnight", EligibilityKind.ShareOfBudget, true, BudgetCategory.Residential, percent);
    }
}
