using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Roll;

/// <summary>What may be known of a vote while it is open: how many people, never what they chose, and no group of 1 to 9.</summary>
/// <remarks>The one gate for counts: the database gives out these figures and no others, whoever asks.</remarks>
public static class Figures
{
    public static async Task<IReadOnlyList<Figure>> FiguresAsync(this PbContext db, Guid round, CancellationToken cancel) =>
        await db.Database.SqlQuery<Figure>($"""
            select kind as "Kind", name as "Name", people as "People" from register.figures({round})
            """).ToListAsync(cancel);

    /// <summary>How many voters proved who they are in which way, as the published pack tells it.</summary>
    public static async Task<IReadOnlyList<ToldCount>> AssurancesAsync(this PbContext db, Guid round, CancellationToken cancel) =>
        await db.Database.SqlQuery<ToldCount>($"""
            select name as "Name", told as "Told" from register.told_counts({round}) where kind = 'assurance'
            """).ToListAsync(cancel);

    /// <summary>Writes down that somebody has begun a ballot; forgotten at the close.</summary>
    public static Task NoteStartAsync(this PbContext db, Guid round, Guid voter, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select register.note_start({round}, {voter})", cancel);
}

/// <param name="Kind">all, started, channel, area or hour.</param>
/// <param name="Name">Which channel, area or hour.</param>
/// <param name="People">How many; null where it is a group so small that it would show somebody, or where it would show such a group.</param>
public sealed record Figure(string Kind, string Name, long? People);

/// <param name="Name">Which way.</param>
/// <param name="Told">How many, rounded to five; or “withheld”.</param>
public sealed record ToldCount(string Name, string Told);
