namespace PB.Tests.Faults;

/// <summary>Chance that can be had again by its seed (SplitMix64). Not shared between threads: each takes dice of its own.</summary>
sealed class Dice(ulong seed)
{
    ulong state = seed;

    public static ulong FreshSeed() => (ulong)System.Diagnostics.Stopwatch.GetTimestamp();

    /// <summary>From 0 up to, not including, this number.</summary>
    public int Below(int most) => (int)(Next() % (ulong)most);

    public bool In(int percent) => Below(100) < percent;

    public Dice Another() => new(Next());

    ulong Next() => unchecked(Mix(state += 0x9E3779B97F4A7C15));

    static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
