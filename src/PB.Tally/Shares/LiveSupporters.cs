namespace PB.Tally.Shares;

/// <summary>The supporters of each project that had money left when they were last looked at, along a stretch of increases.</summary>
sealed class LiveSupporters
{
    readonly Electorate electorate;
    readonly int[] groups;
    readonly double[] weights;
    readonly int mask;
    readonly int[] ends;

    public LiveSupporters(Electorate electorate)
    {
        (this.electorate, groups, weights, mask) = (electorate, [.. electorate.AllGroups], [.. electorate.AllWeights], electorate.IsUniform ? 0 : -1);
        ends = [.. Enumerable.Range(0, electorate.Projects).Select(position => electorate.Entries(position).End)];
    }

    LiveSupporters(LiveSupporters other) =>
        (electorate, groups, weights, mask, ends) = (other.electorate, [.. other.groups], [.. other.weights], other.mask, [.. other.ends]);

    public LiveSupporters Copy() => new(this);

    /// <summary>0 if every weight is 1, and then <see cref="Weights"/> has only one; otherwise all bits: a place and this give the place of the weight.</summary>
    public int Mask => mask;

    public Span<int> Groups(int position) => groups.AsSpan(electorate.Entries(position).First..ends[position]);

    /// <summary>The weights beside <see cref="Groups"/>.</summary>
    public Span<double> Weights(int position) => mask == 0 ? weights : weights.AsSpan(electorate.Entries(position).First..ends[position]);

    /// <summary>Leaves out all from this place on.</summary>
    public void Cut(int position, int count) => ends[position] = electorate.Entries(position).First + count;
}
