using System.Numerics;

namespace PB.Tally;

/// <summary>A cumulative single transferable vote on a contest.</summary>
sealed class TransferCount(Contest contest, TieBreak ties, TransferPurses purses, bool movesLittle)
{
    readonly Profile profile = contest.Profile;
    readonly List<int> eliminated = [];
    readonly List<int> remaining = [.. Enumerable.Range(0, contest.Candidates.Length).Where(contest.IsEligible)];

    public void Run()
    {
        while (remaining.Count > 0)
        {
            foreach (var blocked in remaining.FindAll(position => !contest.IsEligible(position))) Eliminate(blocked);
            var given = remaining.FindAll(position => contest.IsOpen(position) && purses.Reaches(purses.Given(position), position));
            if (given.Count > 0) Fund(ties.First(purses.Foremost(given)), "transfer", given);
            else if (movesLittle) Move();
            else if (remaining.Count > 0) Eliminate(ties.First(purses.Foremost(remaining, last: true), funds: false));
        }
        if (movesLittle) AcceptTheRest();
        else foreach (var position in Enumerable.Reverse(eliminated).Where(contest.IsOpen)) contest.Fund(position, DecisionOn(position, "transfer_restored", []));
    }

    void Move()
    {
        var poor = remaining.FindAll(position => !contest.IsOpen(position) || !purses.Reaches(purses.Had(position), position));
        foreach (var position in poor) SetAside(position);
        if (remaining.Count > 0) Fund(ties.First(purses.Foremost(remaining)), "transfer_moved", remaining);
    }

    void Fund(int position, string phase, List<int> others)
    {
        contest.Fund(position, DecisionOn(position, phase, others));
        if (phase == "transfer") purses.PayFromExcess(position);
        else purses.PayByMoving(position);
        purses.Leave(position);
        remaining.Remove(position);
    }

    void Eliminate(int position)
    {
        purses.Leave(position);
        remaining.Remove(position);
        eliminated.Add(position);
    }

    // Its voters may still give to it in the end.
    void SetAside(int position)
    {
        remaining.Remove(position);
        eliminated.Add(position);
    }

    void AcceptTheRest()
    {
        // Whatever no longer fits, or has a funded rival, is equal to nothing that still can be funded.
        while (eliminated.RemoveAll(position => !contest.IsOpen(position)) >= 0 && eliminated.Count > 0)
        {
            var position = ties.First(purses.Foremost(eliminated));
            eliminated.Remove(position);
            contest.Fund(position, DecisionOn(position, "transfer_restored", eliminated));
            purses.TakeAll(position);
        }
    }

    Decision? DecisionOn(int position, string phase, List<int> others) => contest.Detail == Detail.Decisions ? null : new()
    {
        Phase = phase,
        Score = Exactly(purses.Shown(purses.Given(position))),
        Supporters = profile.Votes[position],
        Others = [.. others.Where(other => other != position)
            .Select(other => new Contender(profile.Number(other), purses.Shown(purses.Given(other))))
            .OrderByDescending(other => other.Score).ThenBy(other => ties.Place(profile.PositionOf(other.Number)))],
    };

    static Fraction Exactly(decimal number)
    {
        var scale = BigInteger.Pow(10, number.Scale);
        return new(new BigInteger(number * (decimal)scale), scale);
    }
}
