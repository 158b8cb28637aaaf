using System.Text.Json.Serialization;

namespace PB.Tally;

/// <summary>Which rule spends what <see cref="EqualSharesRule"/> leaves.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FillUp>))]
public enum FillUp
{
    /// <summary>None: it stays unspent.</summary>
    None,

    /// <summary>Most votes first, each that still fits: <see cref="GreedyRule"/>. In rule names: <c>util</c>, and after <c>add1</c> a <c>u</c>.</summary>
    Greedy,

    /// <summary>Sequential Phragmén, in which what equal shares funded weighs on nobody: <see cref="PhragmenRule"/>. In rule names: <c>phragmen</c>.</summary>
    Phragmen,
}
