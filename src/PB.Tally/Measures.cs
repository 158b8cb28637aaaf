using System.Collections.Immutable;

namespace PB.Tally;

/// <summary>Figures by which a result can be judged: who got something, how satisfied voters are, and where the money went.</summary>
/// <remarks>
/// <para>
/// All exact, except where a decimal is said to be rounded. "Funded" is what gets its whole cost; a voter is a ballot as often as it was cast, blank ones
/// included. The names beside the properties are those of Pabutools, whose figures they equal (a test compares them on real elections); its
/// <c>percent_positive_satisfaction</c> is left out since it counts equal ballots once.
/// </para>
/// <para>Whether a result is proportional is another question: <see cref="Representation"/>.</para>
/// </remarks>
/// <example>
/// <code>
/// var measures = Measures.Of(election, count, new Area("East", [3, 4]));
/// Console.WriteLine(measures.ShareWithNothing.ToDecimal(3));
/// </code>
/// </example>
public sealed record Measures
{
    /// <summary>The number of voters.</summary>
    public required int Voters { get; init; }

    /// <summary>The share of voters of whose listed projects none is funded, from 0 to 1 (one less <c>percent_non_empty_handed</c>). 0 if nobody voted.</summary>
    public required Fraction ShareWithNothing { get; init; }

    /// <summary>How many of the projects that a voter listed are funded, on average (<c>avg_satisfaction</c> by cardinality).</summary>
    public required Fraction AverageProjects { get; init; }

    /// <summary>What the funded projects that a voter listed cost, on average, in minor units (<c>avg_satisfaction</c> by cost).</summary>
    public required Fraction AverageMoney { get; init; }

    /// <summary>The points that a voter gave to funded projects, on average; null if the ballots have none.</summary>
    public required Fraction? AveragePoints { get; init; }

    /// <summary>
    /// How unequal the numbers of funded projects among those listed are: the Gini coefficient (<c>gini_coefficient_of_satisfaction</c> by cardinality), from
    /// 0, all voters alike, towards 1. 0 if no voter has any.
    /// </summary>
    public required Fraction Inequality { get; init; }

    /// <summary>For each area or category that was asked for, in that order.</summary>
    public required ImmutableArray<AreaMeasure> Areas { get; init; }

    /// <summary>Measures a result.</summary>
    /// <param name="election">The election that was counted.</param>
    /// <param name="count">A count of it, by whatever rule.</param>
    /// <param name="areas">Areas or categories to compare; only their names and numbers are looked at. They may overlap.</param>
    /// <exception cref="ArgumentException">
    /// The election is out of its range (see <see cref="Election"/>), or the count or an area names a project that is not in the election.
    /// </exception>
    public static Measures Of(Election election, Count count, params ImmutableArray<Area> areas)
    {
        ArgumentNullException.ThrowIfNull(count);
        return new MeasuresCount(Profile.Of(election), count).Result(areas);
    }
}

/// <summary>What an area or category got, against what voters wanted.</summary>
/// <param name="Name">The name of the area.</param>
/// <param name="Spent">What its projects get together.</param>
/// <param name="ShareOfSpending">That as a share of all that is spent, from 0 to 1; 0 if nothing is spent.</param>
/// <param name="Votes">How many votes its projects have together.</param>
/// <param name="ShareOfVotes">That as a share of all votes, from 0 to 1; 0 if there are none.</param>
/// <param name="ShareOfBallots">
/// The share of its projects in the cost of all that a voter listed, on average over voters who listed something that costs money; from 0 to 1, rounded down by
/// less than 10^-15. Against it the reference's <c>category_proportionality</c> sets <paramref name="ShareOfSpending"/>.
/// </param>
public sealed record AreaMeasure(string Name, Money Spent, Fraction ShareOfSpending, int Votes, Fraction ShareOfVotes, decimal ShareOfBallots);
