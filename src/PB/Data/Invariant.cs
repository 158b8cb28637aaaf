using Microsoft.EntityFrameworkCore;

namespace PB.Data;

/// <summary>Something that must always be true of the database, and the question that finds out.</summary>
/// <param name="Id">Its number in the drawing: I25.</param>
/// <param name="Says">What it says, for whoever reads the list.</param>
/// <param name="Sql">Gives a row of one text for everything that is wrong.</param>
public sealed record Invariant(string Id, string Says, string Sql)
{
    /// <summary>All of them. Each room adds its own.</summary>
    public static IReadOnlyList<Invariant> All { get; } =
    [
        new("I13", "Rounds go only the allowed ways, and nothing of a certified round changes", "select fault from rnd.state_faults()"),
        new("I25", "The journal has no gap, its chain holds, and it still has every head that was published", "select fault from journal.faults()"),
        new("I26", "Whatever needs two people had the word of two, in time and on the same thing", "select fault from approval.faults()"),
        new("I27", "Everything that staff changed is in the journal", "select fault from journal.unwritten()"),
    ];

    /// <returns>What is wrong, in words; nothing when all is well.</returns>
    public async Task<IReadOnlyList<string>> FaultsAsync(PbContext db, CancellationToken cancel) =>
        await db.Database.SqlQueryRaw<string>($"""select fault as "Value" from ({Sql}) as faults (fault)""").ToListAsync(cancel);
}
