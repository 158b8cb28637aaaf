using PB.Grants.Marking;

namespace PB.Web.Grants.Marking;

/// <param name="Lines">The best raw average first.</param>
/// <param name="Sheet">The arithmetic behind it.</param>
public sealed record MarksPage(CallVisit Visit, IReadOnlyList<MarksLine> Lines, MarkSheet Sheet)
{
    /// <summary>The place of an application in the order of the adjusted averages, from 1.</summary>
    public int PlaceOf(MarksLine line) => Sheet.Order.ToList().IndexOf(line.Standing.Application) + 1;
}

/// <param name="Raw">The average; null without a card.</param>
/// <param name="Pull">Whose habit moved the average most; null where nobody's moved it by half a point.</param>
public sealed record MarksLine(string Reference, string Title, Standing Standing, decimal? Raw, MarkerPull? Pull);

/// <param name="Name">A reader of the application.</param>
/// <param name="IsGenerous">Whether they give higher marks than others, or lower ones.</param>
public sealed record MarkerPull(string Name, bool IsGenerous);
