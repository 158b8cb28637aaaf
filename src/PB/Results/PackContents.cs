// Longer than the house allows: the files of a pack stand in one list, in the order of its manifest.
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PB.Ballots;
using PB.Data;
using PB.Tally.Log;

namespace PB.Results;

/// <summary>Writes the files with which a stranger can check a result without us. How much of the ballots is in them, the database decides.</summary>
public sealed class PackContents(PbContext db, BallotLog log, RoundKeys keys)
{
    static readonly JsonSerializerOptions Layout = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <returns>The files by name, with manifest and signature, and the level of publication.</returns>
    public async Task<(SortedDictionary<string, byte[]> Files, PackLevel Level)> OfAsync(Result result, string rules, CancellationToken cancel)
    {
        var (round, paper, document) = (result.RoundId, BallotPaper.Read(rules), ResultDocument.Read(result.Document));
        var level = (await db.Database.SqlQuery<PackLevel>($"""
            select level as "Level", ballots as "Ballots", alone as "Alone" from ballotbox.publication({round})
            """).ToListAsync(cancel)).Single();
        var events = await db.Database.SqlQuery<PackEvent>($"""
            select leaf_index as "Index", type as "Type", body as "Body" from ballotbox.event where round_id = {round} order by leaf_index
            """).ToListAsync(cancel);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["setup.json"] = Encoding.UTF8.GetBytes(events[0].Body),
            ["rules.json"] = Encoding.UTF8.GetBytes(rules),
            ["events.jsonl"] = PackText.Events(events),
            ["leaves.txt"] = PackText.Leaves(await log.LeavesAsync(round, cancel)),
            ["heads.jsonl"] = PackText.Heads(await HeadsAsync(round, cancel)),
            ["headers.csv"] = PackText.Headers(await HeadersAsync(round, cancel)),
            ["register-counts.csv"] = PackText.Lines(await RegisterAsync(round, cancel)),
            ["publication.json"] = JsonSerializer.SerializeToUtf8Bytes(new { format = "pb-publication/1", level.Level, level.Ballots, level.Alone }, Layout),
            ["seed.json"] = JsonSerializer.SerializeToUtf8Bytes(new { format = "pb-seed/1", scheme = "rules-and-ballots", seed = document.LotSeed }, Layout),
            ["result.json"] = Encoding.UTF8.GetBytes(result.Document),
            ["trace.txt"] = PackText.Trace(document.Count),
        };
        await AddBallotsAsync(files, paper, document, level, cancel);
        using var signer = keys.OpenOrMakeSigner(round);
        PackText.Sign(files, round, signer);
        return (files, level);
    }

    async Task AddBallotsAsync(SortedDictionary<string, byte[]> files, BallotPaper paper, ResultDocument document, PackLevel level, CancellationToken cancel)
    {
        if (level.Level == 1)
        {
            var ballots = await db.Database.SqlQuery<PackBallot>($"""
                select leaf_index as "Index", encode(salt, 'hex') as "Salt", content as "Choices" from ballotbox.published_ballots({paper.Round})
                """).ToListAsync(cancel);
            files["ballots.csv"] = PackText.Ballots(ballots);
            files["ballots.pb"] = PackPabulib.Of(paper, document, ballots);
        }
        else if (level.Level == 2)
        {
            files["entries.csv"] = PackText.Entries(await db.Database.SqlQuery<PackEntry>($"""
                select project as "Project", encode(entry, 'hex') as "Entry" from ballotbox.published_entries({paper.Round})
                """).ToListAsync(cancel));
        }
    }

    Task<List<PackHead>> HeadsAsync(Guid round, CancellationToken cancel) => db.Database.SqlQuery<PackHead>($"""
        select batch_no as "Batch", tree_size as "Size", encode(root, 'hex') as "Root",
               to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "Time", encode(signature, 'hex') as "Signature"
        from ballotbox.batch where round_id = {round} order by batch_no
        """).ToListAsync(cancel);

    Task<List<PackHeader>> HeadersAsync(Guid round, CancellationToken cancel) => db.Database.SqlQuery<PackHeader>($"""
        select leaf_index as "Index", encode(tag, 'hex') as "Tag", version as "Version", encode(choices, 'hex') as "Choices",
               encode(area, 'hex') as "Area", encode(class, 'hex') as "Class" from ballotbox.published_headers({round})
        """).ToListAsync(cancel);

    async Task<IEnumerable<string>> RegisterAsync(Guid round, CancellationToken cancel)
    {
        var voters = (await db.Database.SqlQuery<long>($"""select register.turnout({round}) as "Value" """).ToListAsync(cancel)).Single();
        var told = await db.Database.SqlQuery<string>($"""
            select concat_ws(',', kind, name, told) as "Value" from register.told_counts({round})
            """).ToListAsync(cancel);
        return told.Prepend(FormattableString.Invariant($"voters,all,{voters}")).Prepend("kind,name,count");
    }
}

/// <summary>How much of the ballots may be published, and the figures that say so.</summary>
/// <param name="Level">1 each ballot, 2 each project's entries, 3 totals only.</param>
/// <param name="Ballots">How many ballots count.</param>
/// <param name="Alone">How many of them no other is like.</param>
public sealed record PackLevel(int Level, long Ballots, long Alone);
