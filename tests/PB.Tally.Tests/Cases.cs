using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace PB.Tally.Tests;

/// <summary>
/// How many cases a property tries: few while we work. PB_CASES=50 tries fifty times as many, and takes whole files of any size too;
/// PB_REPLAY=1,2,3 tries again from the state that a failure printed.
/// </summary>
static class Cases
{
    /// <summary>How many times as many as usual.</summary>
    public static int Factor { get; } = int.TryParse(Environment.GetEnvironmentVariable("PB_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var factor) && factor > 0 ? factor : 1;

    static readonly string? Replay = Environment.GetEnvironmentVariable("PB_REPLAY");

    /// <summary>Checks a property on that many cases, or times <see cref="Factor"/>; a failure shows the smallest case found.</summary>
    public static void Check<T>(this Gen<T> cases, Func<T, bool> holds, int times)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(times * Factor).WithQuietOnSuccess(true);
        if (Replay?.Split(',') is [var seed, var gamma, .. var size])
            config = config.WithReplay(ulong.Parse(seed, CultureInfo.InvariantCulture), ulong.Parse(gamma, CultureInfo.InvariantCulture), size is [var s] ? int.Parse(s, CultureInfo.InvariantCulture) : 1);
        Prop.ForAll(cases.ToArbitrary(), holds).Check(config);
    }
}
