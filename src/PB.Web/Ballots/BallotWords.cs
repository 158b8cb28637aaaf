using Microsoft.Extensions.Localization;
using PB.Ballots;
using PB.Rounds;
using PB.Tally;
using PB.Web.Look;

namespace PB.Web.Ballots;

static class BallotWords
{
    /// <summary>What there is to do: how many to choose, or how much to spend.</summary>
    public static string Task(this IStringLocalizer<Words> text, BallotPaper paper) => paper.Rules switch
    {
        { Type: BallotType.Knapsack, MinChoices: > 1 and var least } =>
            text["Spend up to {0}, on at least {1} projects", Sum(paper, paper.Budget), least],
        { Type: BallotType.Knapsack } => text["Spend up to {0}", Sum(paper, paper.Budget)],
        { MaxChoices: null, MinChoices: 1 } => text["Choose as many projects as you like"],
        { MaxChoices: null, MinChoices: var least } => text["Choose {0} projects or more", least],
        { MaxChoices: 1 } => text["Choose 1 project"],
        { MinChoices: var least, MaxChoices: var most } when least == most => text["Choose {0} projects", most],
        { MinChoices: var least, MaxChoices: var most } => text["Choose {0} to {1} projects", least, most],
    };

    /// <summary>Why choices cannot be sent, by how much, and what to do.</summary>
    public static string Sentence(this IStringLocalizer<Words> text, BallotRefusal refusal, BallotPaper paper, IReadOnlyCollection<int> chosen) => refusal switch
    {
        BallotRefusal.NotOpenYet => text["Voting is not open yet."],
        BallotRefusal.Closed => text["Voting is closed."],
        BallotRefusal.NotEligible => text["You cannot vote in this round."],
        BallotRefusal.AlreadyVoted => text["You have voted already."],
        BallotRefusal.ChangedElsewhere => text["You changed your ballot on another device."],
        BallotRefusal.FormUsedTwice => text["This page was sent before. Check your choices and send them again."],
        BallotRefusal.NoSuchProject => text["One of your choices is not on this ballot, so we took it out. Check the others."],
        BallotRefusal.TooFewChosen when paper.Rules.MinChoices == 1 => text["You have chosen nothing yet. Tick at least 1 project."],
        BallotRefusal.TooFewChosen =>
            text["You have chosen {0} projects. Choose at least {1}.", chosen.Count, paper.Rules.MinChoices],
        BallotRefusal.TooManyChosen =>
            text["You have chosen {0} projects. You can choose {1}, so take {2} out.", chosen.Count, paper.Rules.MaxChoices!, chosen.Count - paper.Rules.MaxChoices!],
        BallotRefusal.OverThePot =>
            text["Your choices cost {0}. That is {1} more than the {2} in the pot, so take something out.",
                Sum(paper, paper.CostOf(chosen)), Sum(paper, paper.CostOf(chosen) - paper.Budget), Sum(paper, paper.Budget)],
    };

    /// <summary>Where the choices stand, in the words that the script fills in as people tick.</summary>
    public static string Total(this IStringLocalizer<Words> text, BallotPage page)
    {
        var (paper, count) = (page.Paper, page.Chosen.Count);
        var (spent, left) = (Sum(paper, page.Cost), paper.Budget - page.Cost);
        if (page.IsKnapsack)
            return left.IsNegative
                ? text["You have spent {0} of {1}. That is {2} too much.", spent, Sum(paper, paper.Budget), Sum(paper, Money.Zero - left)]
                : text["You have spent {0} of {1}. You have {2} left.", spent, Sum(paper, paper.Budget), Sum(paper, left)];
        if (paper.Rules.MaxChoices is not { } most)
            return text["Projects chosen: {0}.", count];
        return count > most ? text["Projects chosen: {0} of {1}. Take {2} out.", count, most, count - most]
            : text["Projects chosen: {0} of {1}.", count, most];
    }

    public static string Sum(BallotPaper paper, Money money) => money.Written(paper.Currency);
}
