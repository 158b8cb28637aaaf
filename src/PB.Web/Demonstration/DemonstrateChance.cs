namespace PB.Web.Demonstration;

/// <summary>Chance that falls the same way each time (SplitMix64), so that every demonstration has the same votes. Never for anything real.</summary>
sealed class DemonstrateChance(ulong seed)
{
    ulong state = seed;

    /// <returns>A number from 0 up to, but not, <paramref name="limit"/>.</returns>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    ulong Next()
    {
        unchecked
        {
            var z = state += 0x9e3779b97f4a7c15;
            z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
            z = (z ^ z >> 27) * 0x94d049bb133111eb;
            return z ^ z >> 31;
        }
    }
}
