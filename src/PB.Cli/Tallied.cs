using System.Collections.Immutable;
using System.Globalization;
using PB.Tally;
using PB.Tally.Files;

namespace PB.Cli;

/// <summary>A count with the file's own names for its projects: project number n is the n-th of them.</summary>
sealed record Tallied(Count Count, ImmutableArray<PabulibProject> Projects, Currency Currency)
{
    public PabulibProject Project(int number) => Projects[number - 1];

    public string Exact(Money money) => (money.MinorUnits / (decimal)Currency.MinorPerMajor).ToString("0.####", CultureInfo.InvariantCulture);

    public string Readable(Money money)
    {
        var isWhole = money.MinorUnits % Currency.MinorPerMajor == 0;
        return (money.MinorUnits / (decimal)Currency.MinorPerMajor).ToString(isWhole ? "N0" : $"N{Currency.Digits}", CultureInfo.InvariantCulture);
    }
}
