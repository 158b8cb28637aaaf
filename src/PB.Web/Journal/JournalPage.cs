using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;

namespace PB.Web.Journal;

/// <summary>A page of the journal, newest first, with what can be chosen to look for.</summary>
public sealed record JournalPage
{
    const int PageSize = 50;

    public required JournalSearch Search { get; init; }
    public required IReadOnlyList<Line> Lines { get; init; }
    public required int Found { get; init; }
    public required IReadOnlyList<SelectListItem> People { get; init; }
    public required IReadOnlyList<SelectListItem> Rounds { get; init; }

    public int Pages => (Found + PageSize - 1) / PageSize;

    /// <param name="Who">The person's name; null for the clock; empty when the account is gone.</param>
    public sealed record Line(long Seq, DateTimeOffset At, string? Who, string Act, string Subject, string Reason, string Detail, byte[] Hash);

    public static async Task<JournalPage> ReadAsync(PbContext db, JournalSearch search, CancellationToken cancel)
    {
        var found = await search.In(db).CountAsync(cancel);
        var pages = Math.Max(1, (found + PageSize - 1) / PageSize);
        search.Page = Math.Clamp(search.Page, 1, pages);
        return new JournalPage
        {
            Search = search,
            Found = found,
            Lines = await LinesOf(db, search.In(db).Skip((search.Page - 1) * PageSize).Take(PageSize)).ToListAsync(cancel),
            People = await db.Users.Where(person => db.Journal.Any(entry => entry.ActorId == person.Id)).OrderBy(person => person.Name)
                .Select(person => new SelectListItem(person.Name, person.Id.ToString())).ToListAsync(cancel),
            Rounds = await db.Rounds.OrderBy(round => round.Title).Select(round => new SelectListItem(round.Title, round.Slug)).ToListAsync(cancel),
        };
    }

    public static IQueryable<Line> LinesOf(PbContext db, IQueryable<JournalEntry> entries) =>
        from entry in entries
        join person in db.Users on entry.ActorId equals person.Id into people
        from person in people.DefaultIfEmpty()
        orderby entry.Seq descending
        select new Line(entry.Seq, entry.At, entry.ActorId == null ? null : person.Name ?? "", entry.Act, entry.Subject, entry.Reason, entry.Detail, entry.Hash);
}
