namespace PB.Tally.Shares;

/// <summary>Most votes first on a contest, each that still fits: <c>greedy_cost</c> on what another rule left.</summary>
static class MostVotesFirst
{
    public static void Run(Contest contest)
    {
        // What costs nothing gives no cost satisfaction: it comes with those without votes.
        var list = Enumerable.Range(0, contest.Candidates.Length).Where(contest.IsOpen)
            .OrderByDescending(position => contest.Profile.Cost(position) == 0 ? 0 : contest.Profile.Votes[position])
            .ThenBy(position => contest.Candidates[position], contest.Order).ToList();
        foreach (var position in list)
            if (contest.IsOpen(position)) contest.Fund(position);
    }
}
