using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Calls;

namespace PB.Grants.Marking;

/// <summary>What somebody has to read, and what a card says.</summary>
public static class Piles
{
    /// <summary>What somebody is to read and mark: everything on the table, or what was dealt to them; never what they have a conflict in.</summary>
    public static IQueryable<Application> PileOf(this PbContext db, Guid callId, Guid personId) =>
        db.VisibleTo(callId, personId).Where(application =>
            !db.Set<ReadingDeal>().Any(deal => deal.CallId == callId)
            || db.Set<Reading>().Any(reading => reading.ApplicationId == application.Id && reading.PersonId == personId));

    public static IEnumerable<WeighedMark> WeighedBy(this Card card, IEnumerable<Criterion> criteria) =>
        from criterion in criteria
        join mark in card.Marks on criterion.Id equals mark.CriterionId
        select new WeighedMark(criterion.Weight, mark.Value);

    /// <summary>The cards of a call that count, as far as somebody may look into them.</summary>
    public static async Task<IReadOnlyList<CountedCard>> CountedCardsAsync(this PbContext db, Call call, Reader reader, DateTimeOffset now, CancellationToken cancel)
    {
        var cards = await db.CardsSeenBy(call.Id, reader, now).ThatCount(db).AsNoTracking().Include(card => card.Marks).ToListAsync(cancel);
        return [.. from card in cards
                   let value = CardValue.Of(card.WeighedBy(call.Criteria))
                   where value is not null
                   select new CountedCard(card.ApplicationId, (card.PersonId ?? card.MarkerCode)!.Value, value.Value)];
    }
}
