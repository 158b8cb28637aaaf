using System.Collections.Immutable;

namespace PB.Tally;

/// <summary>One count by a <see cref="GreedyRule"/>.</summary>
sealed class GreedyCount
{
    readonly GreedyRule rule;
    readonly Money budget;
    readonly int ballots;
    readonly TieOrder ties;
    readonly Candidate[] list;
    readonly ImmutableArray<Tie>.Builder found = ImmutableArray.CreateBuilder<Tie>();

    public GreedyCount(GreedyRule rule, Profile profile)
    {
        Check(rule);
        ContestChecks.Check(rule, profile);
        (this.rule, budget, ballots, ties) = (rule, new(profile.Budget), profile.Ballots, new(rule.Ties));
        list = [.. profile.Projects
            .Select((project, position) => new Candidate(project, profile.Votes[position], GroupsOf(project.Number)))
            .OrderByDescending(candidate => candidate.Votes).ThenBy(candidate => candidate, ties)];
    }

    public Count Result()
    {
        var steps = Steps().ToImmutableArray();
        return new()
        {
            Rule = rule.Name,
            Budget = budget,
            Spent = steps.Aggregate(Money.Zero, (sum, step) => sum + step.Awarded),
            Ballots = ballots,
            Steps = steps,
            Ties = found.ToImmutable(),
        };
    }

    IEnumerable<Step> Steps()
    {
        var purse = new GreedyPurse(rule, budget);
        for (var i = 0; i < list.Length; i++)
        {
            if (i == 0 || list[i - 1].Votes != list[i].Votes) NoteTie(i, purse);
            var step = purse.Take(list[i]);
            yield return step.IsFunded ? step : Explained(step, list[i]);
        }
    }

    Step Explained(Step step, Candidate candidate)
    {
        var whatIf = new GreedyWhatIf(rule, ties, budget, list, candidate);
        return step with { VotesShort = whatIf.VotesShort(), CheaperBy = whatIf.CheaperBy() };
    }

    void NoteTie(int first, GreedyPurse purse)
    {
        var end = Array.FindIndex(list, first, candidate => candidate.Votes != list[first].Votes);
        var equals = new ArraySegment<Candidate>(list, first, (end < 0 ? list.Length : end) - first);
        var tied = GreedyTies.Among(equals, rule, purse);
        if (tied.IsEmpty) return;
        var order = tied.Select(candidate => candidate.Number).ToImmutableArray();
        found.Add(new() { Numbers = order.Sort(), DecidedBy = ties.DecidedBy(tied), Order = order });
    }

    int[] GroupsOf(int number) =>
        [.. Enumerable.Range(0, rule.ExclusiveGroups.Length).Where(group => rule.ExclusiveGroups[group].Contains(number))];

    static void Check(GreedyRule rule)
    {
        if (rule.MinimumSharePercent is < 1 or > 100)
            throw new ArgumentException($"The minimum share is {rule.MinimumSharePercent} per cent; it has to be from 1 to 100.");
        if (!Enum.IsDefined(rule.WhenItDoesNotFit)) throw new ArgumentException($"{rule.WhenItDoesNotFit} is no way to deal with a project that does not fit.");
    }
}
