namespace PB.Tally;

/// <summary>A sum of parts of purses: for each class of <see cref="FadingPurses"/> so many times, or such a part of, what a voter of it has.</summary>
sealed class PurseSum
{
    readonly Dictionary<int, Fraction> parts = [];

    public IEnumerable<KeyValuePair<int, Fraction>> Parts => parts;

    public void Add(int one, Fraction part)
    {
        var sum = parts.GetValueOrDefault(one) + part;
        if (sum.Numerator.IsZero) parts.Remove(one);
        else parts[one] = sum;
    }

    public PurseSum Times(Fraction factor)
    {
        var product = new PurseSum();
        foreach (var (one, part) in parts) product.Add(one, part * factor);
        return product;
    }

    public PurseSum Less(PurseSum other)
    {
        var difference = Times(1);
        foreach (var (one, part) in other.parts) difference.Add(one, part * -1);
        return difference;
    }
}
