using System.Collections.Immutable;

namespace PB.Tally;

/// <summary>Some of the projects with limits of their own: an area, a level (city-wide or local), or what one contributor pays for.</summary>
/// <param name="Name">What the limits are called where they are explained, such as "East".</param>
/// <param name="Numbers">The numbers of its projects; a project may be in several areas, and then all of their limits hold.</param>
public sealed record Area(string Name, ImmutableArray<int> Numbers)
{
    /// <summary>How many votes each of its projects needs at least, beside what the rule asks of all: 0 or more. Default: 0.</summary>
    public int MinimumVotes { get; init; }

    /// <summary>
    /// The most that its projects may get together, those funded beforehand included: zero or more. A project that would take it beyond is passed over
    /// (<see cref="Outcome.AreaFull"/>). Null, the default: no ceiling.
    /// </summary>
    public Money? AtMost { get; init; }

    /// <summary>
    /// What is set aside for its projects before the rest is shared out: the rule is first counted on them alone with this much money, and what it
    /// funds is funded. What they cannot use goes back to all. What its projects have got before, by a decision beforehand or from what an area named
    /// earlier had set aside, counts towards it; if the budget is not enough for all areas, those named first come first. A tie over
    /// it is reported only if it changes who is funded in the end. Zero or more; default: zero.
    /// </summary>
    public Money AtLeast { get; init; }
}
