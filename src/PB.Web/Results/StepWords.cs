using Microsoft.Extensions.Localization;
using PB.Rounds;
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
        Outcome.SupportersCannotPay => text.WhyTheyCannotPay(step, page),
        Outcome.AreaFull => text["The money for {0} had gone to projects before it.", step.Reason!],
        Outcome.FundedBeforehand => text["It was decided before the vote: {0}", step.Reason!],
        Outcome.ExcludedBeforehand => text["It was ruled out before the count: {0}", step.Reason!],
    };

    static string WhyFunded(this IStringLocalizer<Words> text, Step step, ResultPage page) => page.Paper.Rules.Rule switch
    {
        CountingRule.MostVotes => text.WhyFirstByVotes(step, page),
        CountingRule.MostVotesPerCost => text["It had the most votes for its price of those left, and fits in the {0} that was left.", page.Sum(step.MoneyBefore)],
        CountingRule.Phragmen when step.Why?.Score is { } earned =>
            text["The people who chose it had its price together as soon as every voter had been given {0}.", page.Sum(earned)],
        CountingRule.Phragmen => text["The people who chose it had its price together, and it was the next."],
        CountingRule.EqualShares or CountingRule.EqualSharesThenVotes or CountingRule.EqualSharesAlone => text.WhoPaid(step, page),
    };

    static string WhyFirstByVotes(this IStringLocalizer<Words> text, Step step, ResultPage page)
    {
        var left = page.Sum(step.MoneyBefore);
        if (page.Count.Ties.Any(tie => tie.Numbers.Contains(step.Number)))
            return text["It was among those with the most votes ({0}), the tie rule put it before the others, and it fits in the {1} that was left.", step.Votes, left];
        return page.SharedItsPlace(step)
            ? text["No project that was left had more votes ({0}), and it fits in the {1} that was left.", step.Votes, left]
            : text["It had the most votes ({0}) of those left and fits in the {1} that was left.", step.Votes, left];
    }

    static string WhoPaid(this IStringLocalizer<Words> text, Step step, ResultPage page) => step.Why switch
    {
        { Phase: ResultMoney.Shares, Supporters: 1 } => text["The one person who chose it paid for it."],
        { Phase: ResultMoney.Shares, MostPaid: { } most, PaidAllTheyHad: 0 } why => text["The {0} people who chose it paid for it, {1} each.", why.Supporters, page.Sum(most)],
        { Phase: ResultMoney.Shares, MostPaid: not null } why when why.PaidAllTheyHad == why.Supporters =>
            text["The {0} people who chose it paid for it with all that they had left.", why.Supporters],
        { Phase: ResultMoney.Shares, MostPaid: { } most } why =>
            text["{0} people chose it and paid for it: {1} of them all that they had left, the others {2} each.", why.Supporters, why.PaidAllTheyHad, page.Sum(most)],
        { Phase: ResultMoney.Shares } => text["The people who chose it paid for it together."],
        _ => text["Nobody could pay for more from their share. The {0} that was left went by votes, and this project still fitted.", page.Sum(step.MoneyBefore)],
    };

    static string WhyTheyCannotPay(this IStringLocalizer<Words> text, Step step, ResultPage page) => step.Why switch
    {
        { SupportersHad: { } had, Supporters: 1 } => text["The one person who chose it had {0} left. It costs {1}.", page.Sum(had), page.Sum(step.Cost)],
        { SupportersHad: { } had } why =>
            text["The {0} people who chose it had {1} left together. It costs {2}.", why.Supporters, page.Sum(had), page.Sum(step.Cost)],
        _ => text["The people who chose it had too little of their shares left to pay for it."],
    };

    static string WhyItDoesNotFit(this IStringLocalizer<Words> text, Step step, ResultPage page)
    {
        var (cost, left) = (page.Sum(step.Cost), page.Sum(step.MoneyBefore));
        if (step.Cost > page.Count.Budget)
            return text["It costs {0}, and the whole pot is {1}.", cost, page.Sum(page.Count.Budget)];
        if (step.Why is { Phase: ResultMoney.Shares, SupportersHad: { } had })
            return text["The people who chose it had {0} left together, and it costs {1}. In the part that went by votes, only {2} was left.", page.Sum(had), cost, left];
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
