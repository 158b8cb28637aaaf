using System.Globalization;
using PB.Ballots;

namespace PB.Web.Ballots;

public sealed class BallotForm
{
    // No ballot is changed as often; beyond it somebody plays with the form.
    const int MostVersions = 1_000_000;

    /// <summary>The numbers of the chosen projects.</summary>
    public string?[] P { get; set; } = [];

    /// <summary>128 random bits from when the form was shown.</summary>
    public string? Submission { get; set; }

    /// <summary>The version of the ballot that the voter saw; 0 for none.</summary>
    public int Seen { get; set; }

    /// <summary>What is no number is kept as 0, which no project has: a choice is never lost in silence.</summary>
    public IReadOnlyList<int> Numbers() => Read(P);

    public BallotEntry Entry() => new(Numbers(), Channel.Web, Submission!, Seen is > 0 and < MostVersions ? Seen : 0);

    public static IReadOnlyList<int> Read(string?[] numbers) =>
        [.. numbers.Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Distinct()];
}
