using System.Collections.Immutable;
using PB.Tally;

namespace PB.Cli;

/// <summary>The counts of one election by several rules, side by side.</summary>
sealed class Comparison
{
    public Comparison(Electing electing, ImmutableArray<Tallied> counts)
    {
        (Electing, Counts) = (electing, counts);
        Categories = [.. CategoriesOf(electing).OrderBy(category => category.Name, StringComparer.Ordinal)];
        Measures = [.. counts.Select(tallied => PB.Tally.Measures.Of(electing.Election, tallied.Count, Categories))];
        var funded = counts.Select(tallied => tallied.Count.Funded.ToHashSet()).ToList();
        Funded = [.. funded];
        Differing = [.. counts[0].Count.Steps.OrderByDescending(step => step.Votes).ThenBy(step => step.Number)
            .Where(step => funded.Exists(set => set.Contains(step.Number)) && !funded.TrueForAll(set => set.Contains(step.Number)))];
        FundedByAll = counts[0].Count.Funded.Count(number => funded.TrueForAll(set => set.Contains(number)));
    }

    public Electing Electing { get; }

    public ImmutableArray<Tallied> Counts { get; }

    /// <summary>Beside <see cref="Counts"/>.</summary>
    public ImmutableArray<Measures> Measures { get; }

    /// <summary>The numbers of what each of <see cref="Counts"/> funds.</summary>
    public ImmutableArray<HashSet<int>> Funded { get; }

    /// <summary>The projects that some of the rules fund and others do not, most votes first.</summary>
    public ImmutableArray<Step> Differing { get; }

    public int FundedByAll { get; }

    /// <summary>The categories that the file names, in the order of their names; a project may be in several.</summary>
    public ImmutableArray<Area> Categories { get; }

    static IEnumerable<Area> CategoriesOf(Electing electing) =>
        from project in electing.Projects.Select((row, position) => (row, Number: position + 1))
        from category in project.row.Columns.GetValueOrDefault("category", "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        group project.Number by category into named
        select new Area(named.Key, [.. named.Distinct()]);
}
