using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Ballots;

/// <summary>A lot with the numbers that it gave, in their order.</summary>
public sealed record DrawnLot(NumberLot Lot, IReadOnlyList<DrawnNumber> Numbers)
{
    /// <summary>All lots of a round, the first one first.</summary>
    public static async Task<IReadOnlyList<DrawnLot>> OfAsync(PbContext db, Guid round, CancellationToken cancel)
    {
        var rows = await (
            from lot in db.NumberLots.AsNoTracking()
            where lot.RoundId == round
            from project in db.Proposals
            where project.RoundId == round && project.EarlierNumber != null && project.Number >= lot.First && project.Number < lot.First + lot.Count
            orderby project.Number
            select new { lot, number = new DrawnNumber(project.Number!.Value, project.EarlierNumber!.Value, project.Title) }).ToListAsync(cancel);
        return [.. from row in rows
                   group row.number by row.lot.Id into numbers
                   select new DrawnLot(rows.First(row => row.lot.Id == numbers.Key).lot, [.. numbers])];
    }
}

/// <param name="Number">Its number on the ballot.</param>
/// <param name="Earlier">Its number when it was an idea.</param>
/// <param name="Title">What it is called.</param>
public sealed record DrawnNumber(int Number, int Earlier, string Title);
