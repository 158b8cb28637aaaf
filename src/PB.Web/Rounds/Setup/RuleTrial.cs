using System.Collections.Immutable;
using PB.Ballots;
using PB.Results;
using PB.Rounds;
using PB.Tally;

namespace PB.Web.Rounds.Setup;

/// <summary>One past round, counted again by each rule.</summary>
public sealed record RuleTrial(Round Round, BallotPaper Paper, ImmutableArray<RuleTrial.Outcome> Outcomes)
{
    public static RuleTrial Of(Round round, BallotPaper paper, ImmutableArray<Ballot> ballots) =>
        new(round, paper, [.. Enum.GetValues<CountingRule>().Select(rule => Outcome.Of(rule, paper, ballots))]);

    /// <summary>Projects that not all of the rules decide alike about, most votes first.</summary>
    public IEnumerable<Step> Differing => Steps.Where(step => Outcomes.Select(outcome => outcome.Gets(step.Number)).Distinct().Count() > 1);

    /// <summary>How many projects every rule funds, and how many none.</summary>
    public (int Funded, int NotFunded) Alike => (
        Steps.Count(step => Outcomes.All(outcome => outcome.Gets(step.Number))),
        Steps.Count(step => Outcomes.All(outcome => !outcome.Gets(step.Number))));

    public string Title(int number) => Paper.Projects.Single(project => project.Number == number).Title;

    IEnumerable<Step> Steps => Outcomes[0].Count.Steps.OrderByDescending(step => step.Votes).ThenBy(step => step.Number);

    /// <summary>What one rule would have done.</summary>
    public sealed record Outcome(CountingRule Rule, Count Count, Measures Measures)
    {
        public static Outcome Of(CountingRule rule, BallotPaper paper, ImmutableArray<Ballot> ballots)
        {
            // A lot would be drawn anew in a real count; here any seed that is the same for all rules will do.
            var count = RoundCount.Of(paper with { Rules = paper.Rules with { Rule = rule } }, ballots, paper.Fingerprint());
            return new(rule, count, Measures.Of(RoundCount.ElectionOf(paper, ballots), count));
        }

        public bool Gets(int number) => Count.Steps.Single(step => step.Number == number).Awarded > Money.Zero
            || Count.Steps.Single(step => step.Number == number).IsFunded;

        /// <summary>How many voters chose nothing that is funded.</summary>
        public int WithNothing => (int)(Measures.ShareWithNothing * Measures.Voters).ToDecimal();
    }
}
