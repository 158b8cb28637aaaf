using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PB.Ballots;
using PB.Results;

namespace PB.Data;

/// <summary>Something that must always be true, and the question that finds out what is wrong, in words.</summary>
/// <param name="Id">Its number in the drawing: I25.</param>
/// <param name="Says">What it says, for whoever reads the list.</param>
/// <param name="FaultsAsync">Gives a sentence for everything that is wrong; nothing when all is well.</param>
public sealed record Invariant(string Id, string Says, Func<IServiceProvider, CancellationToken, Task<IReadOnlyList<string>>> FaultsAsync)
{
    /// <summary>All of them, in the order of their numbers. Those that cannot be asked of a database are in tests/README.md.</summary>
    public static IReadOnlyList<Invariant> All { get; } =
    [
        Of("I01", "Nobody has two marks in a round, and nobody can have", """select fault as "Value" from invariant.i01() fault"""),
        Of("I02", "No version of a ballot is there twice", """select fault as "Value" from invariant.i02() fault"""),
        Of("I03", "As many ballots as people who voted", """select fault as "Value" from invariant.i03() fault"""),
        Of("I04", "As many versions of ballots as were taken", """select fault as "Value" from invariant.i04() fault"""),
        Of("I05", "The versions of a ballot are 1, 2, 3 without a gap", """select fault as "Value" from invariant.i05() fault"""),
        new("I06", "Every ballot is a voter's, and every voter's ballot is there", BallotInvariants.StrangersAsync),
        Of("I07", "The result is of all ballots that count, and of no other", """select fault as "Value" from invariant.i07() fault"""),
        Of("I08", "Every voter was told of every ballot of theirs", """select fault as "Value" from invariant.i08() fault"""),
        Of("I09", "As many posts were answered as ballots came in, and no key of a post outlives the certification", """select fault as "Value" from invariant.i09() fault"""),
        Of("I11", "Every ballot that was promised to be counted is there", """select fault as "Value" from invariant.i11() fault"""),
        Of("I12", "No ballot came after the close", """select fault as "Value" from invariant.i12() fault"""),
        Of("I13", "Rounds go only the allowed ways, and nothing of a certified round changes", """select fault as "Value" from rnd.state_faults()"""),
        Of("I14", "Every ballot is one that the rules allow", """select fault as "Value" from invariant.i14() fault"""),
        Of("I18", "A ballot on paper is final", """select fault as "Value" from invariant.i18() fault"""),
        Of("I19", "No ballot waits longer than was promised", """select fault as "Value" from invariant.i19() fault"""),
        Of("I20", "Nobody may see more of the ballot box than they must", """select fault as "Value" from invariant.i20() fault"""),
        Of("I21", "No column of the ballot box leads to a person or a time", """select fault as "Value" from invariant.i21() fault"""),
        Of("I22", "No transaction ties a sealed ballot to a voter", """select fault as "Value" from invariant.i22() fault"""),
        new("I24", "The keys that were given up are gone", BallotInvariants.KeysThatAreStillThereAsync),
        Of("I25", "The journal has no gap, its chain holds, and it still has every head that was published", """select fault as "Value" from journal.faults()"""),
        Of("I26", "Whatever needs two people had the word of two, in time and on the same thing", """select fault as "Value" from approval.faults()"""),
        Of("I27", "Everything that staff changed is in the journal", """select fault as "Value" from journal.unwritten()"""),
        Of("I28", "Every leaf of the log is what was sealed, and every signed head is over the leaves before it", """select fault as "Value" from invariant.i28() fault""", BallotInvariants.HeadsAsync),
        Of("I29", "The log and its heads have no gap", """select fault as "Value" from invariant.i29() fault"""),
        new("I30", "Counting the log again gives the result to the byte", ResultInvariants.RecountAsync),
        Of("I31", "Rules, projects, prices and pots are those that the log begins with", """select fault as "Value" from invariant.i31() fault"""),
        Of("I33", "The lot was drawn once, after the last head", """select fault as "Value" from invariant.i33() fault"""),
        new("I34", "No result spends more than there is", ResultInvariants.OverspentAsync),
        Of("I35", "No mail goes out twice", """
            select 'The key ' || key || ' has several mails.' as "Value" from outbox.messages group by key having count(*) > 1
            union all select 'The mail ' || key || ' went out and is due again.' from outbox.messages where sent_at is not null and next_try_at is not null
            """),
        Of("I37", "No round is counted before all texts are in that the network had in time", """
            select format('Round %s was counted before its texts were compared with the network''s list.', r.slug) as "Value"
            from public.rounds r join sms.rounds s on s.round_id = r.id where r.counted_at is not null and (s.reconciled_at is null or s.reconciled_at > r.counted_at)
            """),
        Of("I39", "Nothing says whose a deleted account was", """select fault as "Value" from invariant.i39() fault"""),
        Of("I40", "No figure about people is from 1 to 9", """select fault as "Value" from invariant.i40() fault"""),
        new("I42", "No pack tells more of the ballots than it may", ResultInvariants.TooOpenPacksAsync),
        new("I43", "Locks, triggers, rights and functions of the database are those of this version", Catalogue.DifferencesAsync),
    ];

    /// <summary>One that is a question to the database: a row with one text, called Value, for everything that is wrong; and maybe one that takes a computation.</summary>
    static Invariant Of(string id, string says, string sql, Func<IServiceProvider, CancellationToken, Task<IReadOnlyList<string>>>? also = null) => new(id, says, async (services, cancel) =>
    {
        var faults = await services.GetRequiredService<PbContext>().Database.SqlQueryRaw<string>(sql).ToListAsync(cancel);
        return also is null ? faults : [.. faults, .. await also(services, cancel)];
    });
}
