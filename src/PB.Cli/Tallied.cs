using System.Collections.Immutable;
using System.Globalization;
using PB.Tally;
using PB.Tally.Files;

namespace PB.Cli;

/// <summary>An election of a file with the file's own names for its projects: project number n is the n-th of them.</summary>
sealed record Electing(PabulibFile File, Election Election, ImmutableArray<PabulibProject> Projects)
{
    public Currency Currency => File.Currency;

    public static Electing Of(PabulibFile file) => new(file, file.ToElection(ProjectOrder.Id), file.InOrder(ProjectOrder.Id));

    public PabulibProject Project(int number) => Projects[number - 1];

    /// <summary>The name on one line, without quotes around it, and without what would steer a terminal.</summary>
    public string Name(int number) =>
        string.Concat(Project(number).Name.ReplaceLineEndings(" ").Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();

    public int? NumberOf(string id)
    {
        for (var position = 0; position < Projects.Length; position++)
            if (Projects[position].Id == id) return position + 1;
        return null;
    }

    public string Exact(Money money) => (money.MinorUnits / (decimal)Currency.MinorPerMajor).ToString("0.####", CultureInfo.InvariantCulture);

    public string Readable(Money money)
    {
        var isWhole = money.MinorUnits % Currency.MinorPerMajor == 0;
        return (money.MinorUnits / (decimal)Currency.MinorPerMajor).ToString(isWhole ? "N0" : $"N{Currency.Digits}", CultureInfo.InvariantCulture);
    }

    /// <summary>An amount that need not be whole in minor units, rounded to them.</summary>
    public string Readable(Fraction minorUnits) =>
        Readable(new Money((long)decimal.Round(minorUnits.ToDecimal(18), MidpointRounding.AwayFromZero)));
}

/// <summary>An election and its count by one rule.</summary>
sealed record Tallied(Electing Electing, Rule Rule, Count Count)
{
    public Currency Currency => Electing.Currency;

    public PabulibProject Project(int number) => Electing.Project(number);

    public string Exact(Money money) => Electing.Exact(money);

    public string Readable(Money money) => Electing.Readable(money);
}
