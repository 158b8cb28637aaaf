using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Marking;
using PB.Grants.Panels;

namespace PB.Web.Grants.Marking;

/// <summary>Works the averages out for whoever looks: from what they may know, and nothing else.</summary>
public sealed class MarksBook(Roster roster)
{
    internal async Task<MarksPage> PageAsync(PbContext db, CallVisit visit, CancellationToken cancel)
    {
        var applications = await db.KnownTo(visit.Call.Id, visit.Reader).Select(a => new { a.Id, a.Ref, a.Title }).ToDictionaryAsync(a => a.Id, cancel);
        var cards = await db.CountedCardsAsync(visit.Call, visit.Reader, visit.Now, cancel);
        var names = (await roster.OfAsync(visit.Call.PanelId, cancel)).Where(seat => seat.Member.PersonId is not null).ToLookup(seat => seat.Member.PersonId!.Value, seat => seat.Name);
        var sheet = MarkSheet.Of(applications.Keys, cards, visit.Call.Rules.AdjustMarks);
        return new MarksPage(visit, [.. sheet.Standings.Select(standing => new MarksLine(
            applications[standing.Application].Ref!, applications[standing.Application].Title, standing, standing.Raw?.ToDecimal(), PullOf(standing, cards, sheet.Adjustment, names)))], sheet);
    }

    // Whoever does not take part any more is not named.
    static MarkerPull? PullOf(Standing standing, IReadOnlyList<CountedCard> cards, Adjustment? adjustment, ILookup<Guid, string?> names)
    {
        if (adjustment is null || standing is not { Raw: { } raw, Adjusted: { } adjusted } || Math.Abs(raw.ToDecimal() - adjusted) < 0.5m) return null;
        var isGenerous = raw.ToDecimal() > adjusted;
        var strongest = cards.Where(card => card.Application == standing.Application)
            .OrderByDescending(card => isGenerous ? adjustment.Habits[card.Marker] : -adjustment.Habits[card.Marker]).ThenBy(card => card.Marker).First();
        return names[strongest.Marker].FirstOrDefault() is { } name ? new MarkerPull(name, isGenerous) : null;
    }
}
