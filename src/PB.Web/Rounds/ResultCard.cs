using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Results;
using PB.Rounds;
using PB.Tally;

namespace PB.Web.Rounds;

/// <summary>A published result in a list: what won, and what of the pot it took.</summary>
public sealed record ResultCard
{
    public required Guid RoundId { get; init; }
    public required string Title { get; init; }
    public required string Slug { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required string Zone { get; init; }
    public required string Currency { get; init; }
    public required Money Budget { get; init; }
    public required Money Spent { get; init; }
    public required int Ballots { get; init; }
    public required IReadOnlyList<Winner> Funded { get; init; }
    public required IReadOnlyList<string> Where { get; init; }
    public required IReadOnlySet<Guid> WhereIds { get; init; }
    public Elsewhere? Because { get; init; }

    public sealed record Winner(int Number, string Title, Money Awarded);

    /// <summary>The newest published results among these rounds.</summary>
    public static async Task<List<ResultCard>> ReadAsync(
        PbContext db, Func<IQueryable<Round>, IQueryable<Round>> which, int most, CancellationToken cancel)
    {
        var rounds = await which(db.Rounds.Where(r => r.PublishedAt != null && r.CancelledAt == null))
            .OrderByDescending(r => r.PublishedAt).Take(most)
            .Select(r => new Row(r.Id, r.Title, r.Slug, r.PublishedAt!.Value, r.TimeZone,
                db.Neighbourhoods.Where(n => r.Neighbourhoods.Any(part => part.NeighbourhoodId == n.Id)).OrderBy(n => n.Name)
                    .Select(n => new Place(n.Id, n.Name)).ToList(),
                db.Results.Where(result => result.RoundId == r.Id && result.PublishedAt != null).OrderByDescending(result => result.Version)
                    .Select(result => result.Document).First()))
            .ToListAsync(cancel);
        return [.. rounds.Select(Of)];
    }

    static ResultCard Of(Row row)
    {
        var document = ResultDocument.Read(row.Document);
        return new ResultCard
        {
            RoundId = row.Id,
            Title = row.Title,
            Slug = row.Slug,
            PublishedAt = row.PublishedAt,
            Zone = row.Zone,
            Currency = document.Currency,
            Budget = document.Count.Budget,
            Spent = document.Count.Spent,
            Ballots = document.Count.Ballots,
            Funded = [.. document.Count.Steps.Where(s => s.IsFunded).Select(s => new Winner(s.Number, document.TitleOf(s.Number), s.Awarded))],
            Where = [.. row.Places.Select(place => place.Name)],
            WhereIds = row.Places.Select(place => place.Id).ToHashSet(),
        };
    }

    sealed record Place(Guid Id, string Name);

    sealed record Row(Guid Id, string Title, string Slug, DateTimeOffset PublishedAt, string Zone, List<Place> Places, string Document);
}
