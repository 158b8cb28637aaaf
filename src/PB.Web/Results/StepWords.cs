using Microsoft.Extensions.Localization;
using PB.Tally;
using PB.Web.Look;

namespace PB.Web.Results;

/// <summary>Says of each project why it is funded or not, from the trace of the count.</summary>
static class StepWords
{
    public static string Verdict(this IStringLocalizer<Words> text, Step step) => step.Outcome switch
    {
        Outcome.Funded or Outcome.ToppedUp or Outcome.FundedBeforehand => text["Funded"],
        Outcome.PartFunded => text["Part funded"],
        _ => text["Not funded"],
    };

    public static string Why(this IStringLocalizer<Words> text, Step step, ResultPage page) => step.Outcome switch
    {
        Outcome.Funded => text.WhyFunded(step, page),
        Outcome.ToppedUp =>
            text["{0} of its {1} was left. The rest, {2}, comes from a reserve.", page.Sum(step.MoneyBefore), page.Sum(step.Cost), page.Sum(step.FromReserve)],
        Outcome.PartFunded =>
            text["It gets the {0} that was left, of the {1} that it costs.", page.Sum(step.Awarded), page.Sum(step.Cost)],
        Outcome.NoSupport => text["Nobody voted for it."],
        Outcome.TooFewVotes =>
            text["The rules ask for at least {0} votes, and it has {1}.", page.Paper.Rules.MinimumVotes, step.Votes],
        Outcome.DoesNotFit => text.WhyItDoesNotFit(step, page),
        Outcome.AfterTheStop =>
            text["An earlier project did not fit, and the rules say that the count stops there."],
        Outcome.Excluded =>
            text["Only one of it and project {0}, {1}, could be funded, and that one came first.", step.ExcludedBy!, page.Title(step.ExcludedBy!.Value)],
        Outcome.SupportersCannotPay => text["The people who chose it had too little of their shares left to pay for it."],
        Outcome.AreaFull => text["The money for {0} had gone to projects before it.", step.Reason!],
        Outcome.FundedBeforehand => text["It was decided before the vote: {0}", step.Reason!],
        Outcome.ExcludedBeforehand => text["It was ruled out before the count: {0}", step.Reason!],
    };

    static string WhyFunded(this IStringLocalizer<Words> text, Step step, ResultPage page)
    {
        var left = page.Sum(step.MoneyBefore);
        if (page.Count.Ties.Any(tie => tie.Numbers.Contains(step.Number)))
            return text["It was among those with the most votes ({0}), the tie rule put it before the others, and it fits in the {1} that was left.", step.Votes, left];
        return page.SharedItsPlace(step)
            ? text["No project that was left had more votes ({0}), and it fits in the {1} that was left.", step.Votes, left]
            : text["It had the most votes ({0}) of those left and fits in the {1} that was left.", step.Votes, left];
    }

    static string WhyItDoesNotFit(this IStringLocalizer<Words> text, Step step, ResultPage page)
    {
        var (cost, left) = (page.Sum(step.Cost), page.Sum(step.MoneyBefore));
        if (step.Cost > page.Count.Budget)
            return text["It costs {0}, and the whole pot is {1}.", cost, page.Sum(page.Count.Budget)];
        return step.Votes == 1
            ? text["It has 1 vote, but costs {0} and only {1} was left.", cost, left]
            : text["It has {0} votes, but costs {1} and only {2} was left.", step.Votes, cost, left];
    }

    /// <summary>What would have made it win; nothing where nothing would.</summary>
    public static string Missing(this IStringLocalizer<Words> text, Step step, ResultPage page) => (step.VotesShort, step.CheaperBy) switch
    {
        (null, null) => "",
        (1, null) => text["It would have needed 1 more vote."],
        ({ } votes, null) => text["It would have needed {0} more votes.", votes],
        (null, { } sum) => text["It would have had to cost {0} less.", page.Sum(sum)],
        (1, { } sum) => text["It would have needed 1 more vote, or to cost {0} less.", page.Sum(sum)],
        ({ } votes, { } sum) => text["It would have needed {0} more votes, or to cost {1} less.", votes, page.Sum(sum)],
    };
}
