using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PB.Tally;

/// <summary>How ties are broken: criteria in their order, each asked only where those before it leave projects equal.</summary>
/// <remarks>
/// <see cref="TieCriterion.Number"/> is always asked last, whether named or not, so that every tie rule gives one total order.
/// The rule is meant to be published before the vote; only the seed of a lot comes after it.
/// </remarks>
public sealed record TieRule
{
    /// <summary>The lower number on the ballot first.</summary>
    public static readonly TieRule ByNumber = new();

    /// <summary>The criteria in the order in which they are asked; may be empty.</summary>
    public ImmutableArray<TieCriterion> Criteria { get; init; } = [];

    /// <summary>The published seed of the lot; needed if <see cref="TieCriterion.Lot"/> is among the criteria, not looked at otherwise.</summary>
    public string? Seed { get; init; }

    /// <summary>Numbers that stand in each other's place when ties are broken, to try another order of them; none by default.</summary>
    internal ImmutableDictionary<int, int> Exchanged { get; init; } = ImmutableDictionary<int, int>.Empty;

    /// <summary>True if a lot is among the criteria.</summary>
    [JsonIgnore]
    public bool DrawsLots => Criteria.Contains(TieCriterion.Lot);

    /// <summary>A tie rule of these criteria.</summary>
    /// <param name="criteria">The criteria in their order.</param>
    public static TieRule By(params ImmutableArray<TieCriterion> criteria) => new() { Criteria = criteria };

    /// <summary>The same tie rule with the seed of its lot.</summary>
    /// <param name="seed">Any text; hashed as UTF-8.</param>
    public TieRule WithSeed(string seed) => this with { Seed = seed };

    /// <summary>True if the other rule asks the same criteria in the same order with the same seed.</summary>
    /// <param name="other">The rule to compare with.</param>
    public bool Equals(TieRule? other) => other is not null && Criteria.SequenceEqual(other.Criteria) && Seed == other.Seed;

    /// <summary>A hash code that fits <see cref="Equals(TieRule)"/>.</summary>
    public override int GetHashCode() => HashCode.Combine(Criteria.Length, Seed);
}
