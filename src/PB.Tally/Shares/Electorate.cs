using System.Numerics;

namespace PB.Tally.Shares;

/// <summary>Who supports which project, and how strongly: the profile as one satisfaction sees it.</summary>
/// <remarks>
/// Satisfaction is written as u = weight × scale: with cost satisfaction the weight is 1 and the scale the project's cost, with cardinality
/// both are 1, with points and Borda the weight is the ballot's own and the scale 1. So a price is always a price of one unit of weight.
/// </remarks>
sealed class Electorate
{
    static readonly double[] One = [1];

    readonly Satisfaction satisfaction;
    readonly int[] starts;
    readonly int[] groups;
    readonly double[] weights;
    // All ones: every index finds the only weight. Whole numbers up to 10^12 are exact in a double.
    readonly int mask;

    public Electorate(Profile profile, Satisfaction satisfaction)
    {
        if (!profile.Knows(satisfaction)) throw new ArgumentException($"The ballots do not tell satisfaction by {satisfaction}.");
        (Profile, this.satisfaction) = (profile, satisfaction);
        IsUniform = satisfaction is Satisfaction.Cost or Satisfaction.Cardinality;
        Times = [.. profile.Times];
        (starts, groups, weights, mask) = IsUniform ? (profile.SupporterStart, profile.SupporterGroup, One, 0) : Weighted(profile);
        Supporters = [.. Enumerable.Range(0, profile.Projects.Length).Select(CountSupporters)];
        TotalWeight = [.. Enumerable.Range(0, profile.Projects.Length).Select(position => SumWeights(position, null))];
        IsLight = Array.TrueForAll(TotalWeight, weight => weight <= long.MaxValue);
        NearWeight = [.. TotalWeight.Select(weight => (double)weight)];
    }

    public Profile Profile { get; }

    public bool IsUniform { get; }

    /// <summary>True if no sum of weights leaves the range of a <c>long</c>: so it is for all but monstrous points.</summary>
    public bool IsLight { get; }

    /// <summary>How many voters each group has.</summary>
    public int[] Times { get; }

    /// <summary>How many voters support each project: those whose satisfaction is above zero.</summary>
    public int[] Supporters { get; }

    /// <summary>The weight of all supporters of each project.</summary>
    public BigInteger[] TotalWeight { get; }

    /// <summary>The same, nearly: as the nearest doubles.</summary>
    public double[] NearWeight { get; }

    public int Projects => Supporters.Length;

    public long Cost(int position) => Profile.Cost(position);

    public long Scale(int position) => satisfaction == Satisfaction.Cost ? Math.Max(1, Cost(position)) : 1;

    /// <summary>The entries of a project in the list of supporters, for <see cref="Group"/> and <see cref="Weight"/>.</summary>
    public (int First, int End) Entries(int position) => (starts[position], starts[position + 1]);

    public int Group(int entry) => groups[entry];

    /// <summary>The groups of all entries.</summary>
    public ReadOnlySpan<int> Groups => groups;

    public double Weight(int entry) => weights[entry & mask];

    /// <summary>The weights of some entries; none if all are 1.</summary>
    public ReadOnlySpan<double> Weights(int first, int end) => IsUniform ? [] : weights.AsSpan(first..end);

    /// <summary>The weight that a group gives to a project it lists; 0 if it is no supporter.</summary>
    public long WeightOf(int group, int place) => IsUniform ? 1 : Math.Max(0, Profile.Values(group)[place]);

    /// <summary>True if two projects have the same supporters, the same weights and the same cost, so that they are always equal.</summary>
    public bool AreTwins(int position, int other)
    {
        if (Cost(position) != Cost(other) || Supporters[position] != Supporters[other]) return false;
        var ((first, end), (begin, stop)) = (Entries(position), Entries(other));
        return groups.AsSpan(first..end).SequenceEqual(groups.AsSpan(begin..stop)) && (IsUniform || weights.AsSpan(first..end).SequenceEqual(weights.AsSpan(begin..stop)));
    }

    /// <summary>The weight that a group gives to some projects together.</summary>
    public long Worth(int group, HashSet<int> positions)
    {
        var listed = Profile.Listed(group);
        var worth = 0L;
        for (var place = 0; place < listed.Length; place++)
            if (positions.Contains(listed[place])) worth += WeightOf(group, place);
        return worth;
    }

    static (int[] Starts, int[] Groups, double[] Weights, int Mask) Weighted(Profile profile)
    {
        var starts = new int[profile.SupporterStart.Length];
        var (groups, weights) = (new List<int>(profile.SupporterGroup.Length), new List<double>(profile.SupporterGroup.Length));
        for (var position = 0; position + 1 < starts.Length; position++)
        {
            for (var i = profile.SupporterStart[position]; i < profile.SupporterStart[position + 1]; i++)
                if (profile.SupporterValue[i] > 0)
                {
                    groups.Add(profile.SupporterGroup[i]);
                    weights.Add(profile.SupporterValue[i]);
                }
            starts[position + 1] = groups.Count;
        }
        return (starts, [.. groups], [.. weights], -1);
    }

    /// <summary>The weight of a project's supporters, or of those whose part is not <see cref="Part.All"/>.</summary>
    /// <remarks>Whole numbers whose sum stays below 2^53 are exact as doubles, and so is every step on the way.</remarks>
    public BigInteger SumWeights(int position, Part[]? parts)
    {
        var (first, end) = Entries(position);
        var near = 0.0;
        for (var entry = first; entry < end; entry++)
            if (parts is null || parts[entry - first] != Part.All) near += Times[groups[entry]] * Weight(entry);
        if (near < 1L << 53) return (long)near;
        Int128 sum = 0;
        for (var entry = first; entry < end; entry++)
            if (parts is null || parts[entry - first] != Part.All) sum += (Int128)Times[groups[entry]] * (Int128)Weight(entry);
        return sum;
    }

    int CountSupporters(int position)
    {
        var count = 0;
        for (var entry = starts[position]; entry < starts[position + 1]; entry++) count += Times[groups[entry]];
        return count;
    }
}
