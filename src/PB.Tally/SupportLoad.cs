namespace PB.Tally;

/// <summary>What each of so many voters carries if they share a cost equally; compared exactly. No voters carry without end.</summary>
readonly record struct SupportLoad(long Cost, int Voters) : IComparable<SupportLoad>
{
    public static SupportLoad None => new(0, 1);

    public Fraction Exact => new(Cost, Voters);

    public int CompareTo(SupportLoad other) =>
        Voters == 0 || other.Voters == 0 ? (Voters == 0).CompareTo(other.Voters == 0) : ((Int128)Cost * other.Voters).CompareTo((Int128)other.Cost * Voters);

    public static SupportLoad Max(SupportLoad first, SupportLoad second) => first.CompareTo(second) >= 0 ? first : second;
}
