using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PB.Ballots;

namespace PB.Data;

/// <summary>Something that must always be true, and the question that finds out what is wrong, in words.</summary>
/// <param name="Id">Its number in the drawing: I25.</param>
/// <param name="Says">What it says, for whoever reads the list.</param>
/// <param name="FaultsAsync">Gives a sentence for everything that is wrong; nothing when all is well.</param>
public sealed record Invariant(string Id, string Says, Func<IServiceProvider, CancellationToken, Task<IReadOnlyList<string>>> FaultsAsync)
{
    /// <summary>All of them. Each room adds its own.</summary>
    public static IReadOnlyList<Invariant> All { get; } =
    [
        Of("I13", "Rounds go only the allowed ways, and nothing of a certified round changes", """select fault as "Value" from rnd.state_faults()"""),
        new("I24", "The keys that were given up are gone", KeysThatAreStillThereAsync),
        Of("I25", "The journal has no gap, its chain holds, and it still has every head that was published", """select fault as "Value" from journal.faults()"""),
        Of("I26", "Whatever needs two people had the word of two, in time and on the same thing", """select fault as "Value" from approval.faults()"""),
        Of("I27", "Everything that staff changed is in the journal", """select fault as "Value" from journal.unwritten()"""),
    ];

    /// <summary>One that is a question to the database: a row with one text, called Value, for everything that is wrong.</summary>
    static Invariant Of(string id, string says, string sql) => new(id, says, async (services, cancel) =>
        await services.GetRequiredService<PbContext>().Database.SqlQueryRaw<string>(sql).ToListAsync(cancel));

    static async Task<IReadOnlyList<string>> KeysThatAreStillThereAsync(IServiceProvider services, CancellationToken cancel)
    {
        var given = await services.GetRequiredService<PbContext>().Database
            .SqlQuery<Guid>($"""select round_id as "Value" from rnd.key_destructions""").ToListAsync(cancel);
        var keys = services.GetRequiredService<RoundKeys>();
        return [.. from round in given where keys.Has(round) select $"The key of round {round} is still in the key folder."];
    }
}
