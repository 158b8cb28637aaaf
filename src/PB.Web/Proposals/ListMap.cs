using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Proposals;
using PB.Rounds;

namespace PB.Web.Proposals;

/// <summary>The map beside a list: the boundaries, and the places of what is listed.</summary>
static class ListMap
{
    public static async Task<PlaceMap?> ReadAsync(PbContext db, Guid round, IReadOnlyList<ProposalCard> cards, CancellationToken cancel)
    {
        var numbers = cards.Select(card => (int?)card.Number).ToList();
        var areas =
            from part in db.Set<RoundNeighbourhood>()
            where part.RoundId == round
            join area in db.Neighbourhoods on part.NeighbourhoodId equals area.Id
            where area.Boundary != null
            select new Row { Boundary = area.Boundary, Number = null, Latitude = null, Longitude = null };
        var others =
            from proposal in db.Proposals
            where proposal.RoundId == round && numbers.Contains(proposal.Number)
            join place in db.Set<ProposalPlace>() on proposal.Id equals place.ProposalId
            where place.Latitude != null
            select new Row { Boundary = null, Number = proposal.Number, Latitude = place.Latitude, Longitude = place.Longitude };
        return Draw(cards, await areas.Concat(others).ToListAsync(cancel));
    }

    static PlaceMap? Draw(IReadOnlyList<ProposalCard> cards, List<Row> rows)
    {
        var titles = cards.ToDictionary(card => card.Number, card => card.Title);
        return PlaceMap.Of(
            [
                .. from card in cards where card.Latitude is not null select new MapSpot(card.Number, card.Title, card.Latitude!.Value, card.Longitude!.Value),
                .. from row in rows where row.Number is not null select new MapSpot(row.Number!.Value, titles[row.Number!.Value], row.Latitude!.Value, row.Longitude!.Value),
            ],
            rows.Select(row => row.Boundary).OfType<string>());
    }

    sealed class Row
    {
        public required string? Boundary { get; init; }
        public required int? Number { get; init; }
        public required double? Latitude { get; init; }
        public required double? Longitude { get; init; }
    }
}
