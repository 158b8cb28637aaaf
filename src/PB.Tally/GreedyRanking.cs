using System.Numerics;

namespace PB.Tally;

/// <summary>The list that a greedy rule goes down: by what its order asks for, exactly, then by the tie rule.</summary>
sealed class GreedyRanking : IComparer<Candidate>
{
    readonly GreedyRule rule;
    readonly TieOrder ties;
    readonly Int128[] scores;
    readonly Profile profile;

    public GreedyRanking(GreedyRule rule, Contest contest)
    {
        (this.rule, ties, profile) = (rule, contest.Order, contest.Profile);
        scores = IsByVotes ? [] : Totals.Of(profile, rule.Satisfaction);
    }

    /// <summary>True if the score is known for any number of votes; points and places of further voters are not.</summary>
    public bool IsByVotes => rule.Satisfaction is Satisfaction.Cost or Satisfaction.Cardinality;

    /// <summary>True if the figure of each project is its number of votes.</summary>
    public bool IsVotesAlone => IsByVotes && (rule.Order == GreedyOrder.Score || rule.Satisfaction == Satisfaction.Cost);

    public int Compare(Candidate? x, Candidate? y) => Equals(x!, y!) ? ties.Compare(x, y) : Worth(y!).CompareTo(Worth(x!));

    public bool Equals(Candidate x, Candidate y) => Worth(x).CompareTo(Worth(y)) == 0;

    public bool Prefers(Candidate first, Candidate second) => Compare(first, second) < 0;

    /// <summary>What the ballots give the project: votes, points or Borda values.</summary>
    public Int128 Score(Candidate candidate) => IsByVotes ? candidate.Votes : scores[profile.PositionOf(candidate.Number)];

    /// <summary>True if the project has the score that the rule asks for.</summary>
    public bool Reaches(Candidate candidate) => rule.MinimumScore is not { } least || Score(candidate) + Places(candidate) >= least;

    /// <summary>The number by which the project has its place in the list; null if that is infinite.</summary>
    public Fraction? Figure(Candidate candidate)
    {
        var worth = Worth(candidate);
        return worth.Per == 0 ? null : new((BigInteger)worth.Amount, worth.Per);
    }

    // By score the last of a ranking counts 1, not 0.
    int Places(Candidate candidate) => rule.Satisfaction == Satisfaction.Borda ? candidate.Votes : 0;

    GreedyWorth Worth(Candidate candidate)
    {
        var score = Score(candidate);
        if (rule.Order == GreedyOrder.Score) return new(score + Places(candidate), 1);
        if (rule.Satisfaction == Satisfaction.Cost) return new(rule.FreeLast && candidate.Cost == 0 ? 0 : score, 1);
        if (score == 0) return new(0, 1);
        return candidate.Cost == 0 ? new(Int128.Sign(score), 0) : new(score, candidate.Cost);
    }
}

/// <summary>An amount for each so many; a denominator of zero is infinity, on the side of the amount's sign.</summary>
readonly record struct GreedyWorth(Int128 Amount, long Per) : IComparable<GreedyWorth>
{
    public int CompareTo(GreedyWorth other)
    {
        if (Per == other.Per) return Amount.CompareTo(other.Amount);
        if (Fits(Amount) && Fits(other.Amount)) return (Amount * other.Per).CompareTo(other.Amount * Per);
        return ((BigInteger)Amount * other.Per).CompareTo((BigInteger)other.Amount * Per);
    }

    // The product of two of 64 bits is exact in 128.
    static bool Fits(Int128 amount) => amount >= long.MinValue && amount <= long.MaxValue;
}
