namespace PB.Tally;

/// <summary>How much a funded project is worth to a voter: u_i(p).</summary>
/// <remarks>The names and definitions are those of Pabutools and of Peters, Pierczyński and Skowron, NeurIPS 2021.</remarks>
public enum Satisfaction
{
    /// <summary>Its cost, if the voter listed it, otherwise 0: money well spent. In rule names: <c>cost</c>.</summary>
    Cost,

    /// <summary>1 if the voter listed it, otherwise 0. In rule names: <c>card</c>.</summary>
    Cardinality,

    /// <summary>The points that the voter gave it; 0 if the voter did not list it. In rule names: <c>points</c>.</summary>
    Points,

    /// <summary>
    /// The length of the voter's ranking, less its position from 0, less 1: the last ranked has 0, as the unranked. In rule names: <c>borda</c>.
    /// </summary>
    Borda,
}
