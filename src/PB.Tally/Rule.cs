using System.Collections.Immutable;

namespace PB.Tally;

/// <summary>A way to turn ballots into funded projects: a value with its options, and a pure function.</summary>
/// <remarks>
/// The order of projects and ballots, the grouping of ballots, the machine and its culture change nothing. Money is exact, and so is
/// everything that decides: no rule decides by floating point.
/// </remarks>
public abstract record Rule
{
    /// <summary>
    /// The rule's name, as a <see cref="PB.Tally.Count"/> carries it and, unless options of the rule's own kind add to it, as <see cref="Rules.Named"/> reads it.
    /// </summary>
    public abstract string Name { get; }

    /// <summary>How many votes a project needs to be funded at all: 0 or more; a project with exactly so many has enough. Default: 0.</summary>
    /// <remarks>A vote is a ballot that lists the project, with whatever points or place. <see cref="Areas"/> may ask for more.</remarks>
    public int MinimumVotes { get; init; }

    /// <summary>True if a project that nobody voted for is never funded. The academic reference funds it when money is left. Default: true.</summary>
    public bool RequireSupport { get; init; } = true;

    /// <summary>
    /// Groups of project numbers of which at most one wins, such as two plans for the same square. A project may be in several groups.
    /// Once one is funded (or part-funded), the others of its groups are passed over. Default: none.
    /// </summary>
    public ImmutableArray<ImmutableArray<int>> ExclusiveGroups { get; init; } = [];

    /// <summary>Areas, levels or contributions with limits of their own, in the order in which what is set aside for them is given. Default: none.</summary>
    public ImmutableArray<Area> Areas { get; init; } = [];

    /// <summary>Projects funded or excluded by people before the count, each with the reason. Default: none.</summary>
    public ImmutableArray<Beforehand> Beforehand { get; init; } = [];

    /// <summary>In which order projects that are equal are taken. Default: lower number first.</summary>
    public TieRule Ties { get; init; } = TieRule.ByNumber;

    /// <summary>Counts an election.</summary>
    /// <param name="election">The budget, the projects and the ballots.</param>
    /// <param name="detail">How much to tell; it never changes what is funded.</param>
    /// <returns>What each project gets, in the order of decision, and why.</returns>
    /// <exception cref="ArgumentException">
    /// The election or an option is out of its range (see <see cref="Election"/> and the properties of this rule), an option names a number
    /// that no project has, the ballots are not of the kind that the rule needs, or the tie rule draws lots without a seed. The message names what is wrong.
    /// </exception>
    /// <exception cref="OverflowException">There are more than 2^31 - 1 ballots, or sums of money exceed 2^63 - 1 minor units.</exception>
    public Count Count(Election election, Detail detail = Detail.Trace) => Count(Profile.Of(election), detail);

    internal Count Count(Profile profile, Detail detail)
    {
        var (count, floors) = Once(profile, detail);
        return floors == 0 ? count : count with { Ties = [.. count.Ties.Where((tie, place) => place >= floors || Matters(tie, count, profile))] };
    }

    /// <summary>Counts on a contest, which another rule or what is set aside for areas may have begun: of the options only those of this rule's own kind are looked at.</summary>
    /// <returns>The contest, or the fork of it that is to stand.</returns>
    internal abstract Contest Run(Contest contest);

    (Count Count, int TiesOfFloors) Once(Profile profile, Detail detail)
    {
        var contest = new Contest(this, profile, detail);
        for (var area = 0; area < Areas.Length; area++)
        {
            if (!contest.BeginFloor(area)) continue;
            contest = Run(contest);
            contest.EndFloor();
        }
        var floors = contest.TiesOfFloors;
        return (Run(contest).Result(), floors);
    }

    // Who loses what is set aside may still win what is for all, so the whole count is tried with the tied in other orders. A tie of many is kept unless disproved.
    bool Matters(Tie tie, Count count, Profile profile) => tie.Order.Length > TieTrial.MostToPermute || TieTrial.Orders(tie.Order).Skip(1).Any(order =>
    {
        var exchanged = order.Zip(tie.Order).ToImmutableDictionary(pair => pair.First, pair => pair.Second);
        var other = (this with { Ties = Ties with { Exchanged = exchanged } }).Once(profile, Detail.Decisions).Count;
        return !Awards(other).SequenceEqual(Awards(count));
    });

    // A project that costs nothing is funded with nothing.
    static IEnumerable<(int Number, Money Awarded, bool IsFunded)> Awards(Count count) =>
        count.Steps.OrderBy(step => step.Number).Select(step => (step.Number, step.Awarded, step.IsFunded));
}
