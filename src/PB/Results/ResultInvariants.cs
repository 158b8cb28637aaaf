using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PB.Ballots;
using PB.Data;
using PB.Tally;

namespace PB.Results;

/// <summary>What must be true of results and takes a count to see.</summary>
static class ResultInvariants
{
    /// <summary>I30: counts the log of every sealed round again, and holds the newest result against it.</summary>
    public static async Task<IReadOnlyList<string>> RecountAsync(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<PbContext>();
        var faults = new List<string>();
        foreach (var stored in await NewestAsync(db, cancel))
        {
            var again = ResultDocument.Of(BallotPaper.Read(stored.Rules), await RoundCount.BallotsAsync(db, stored.Round, cancel));
            if (again.Text() != stored.Document)
                faults.Add($"Round {stored.Round}: result {stored.Version} is not what its ballots give{Where(again.Count, stored)}.");
        }

        return faults;
    }

    // The first line of the trace that differs, where it is a line.
    static string Where(Count again, Stored stored)
    {
        var steps = ResultDocument.Read(stored.Document).Count.Steps;
        var at = Enumerable.Range(0, Math.Min(steps.Length, again.Steps.Length)).FirstOrDefault(i => !steps[i].Equals(again.Steps[i]), -1);
        return at < 0 ? "" : $": first in line {at + 1}, project {steps[at].Number}";
    }

    /// <summary>I34: all that is awarded, but for what comes out of a reserve, is no more than the pot.</summary>
    public static async Task<IReadOnlyList<string>> OverspentAsync(IServiceProvider services, CancellationToken cancel)
    {
        var results = await services.GetRequiredService<PbContext>().Database.SqlQuery<Stored>($"""
            select v.round_id as "Round", v.version as "Version", v.document as "Document", r.rules as "Rules"
            from results v join rnd.round r on r.id = v.round_id order by v.round_id, v.version
            """).ToListAsync(cancel);
        return [.. from stored in results
                   let budget = BallotPaper.Read(stored.Rules).Budget.MinorUnits
                   let spent = ResultDocument.Read(stored.Document).Count.Steps.Sum(step => (step.Outcome is Outcome.ToppedUp ? step.MoneyBefore - step.MoneyAfter : step.Awarded).MinorUnits)
                   where spent > budget
                   select $"Round {stored.Round}: result {stored.Version} spends {spent} of {budget}."];
    }

    /// <summary>I42: a pack has the ballots, or their entries, only where the ballots are enough and alike enough.</summary>
    public static async Task<IReadOnlyList<string>> TooOpenPacksAsync(IServiceProvider services, CancellationToken cancel)
    {
        var packs = await services.GetRequiredService<PbContext>().Database.SqlQuery<Packed>($"""
            select p.round_id as "Round", p.version as "Version", p.zip as "Zip", n.level as "Level"
            from packs p join rnd.round r on r.id = p.round_id and r.state in ('sealed', 'certified'), lateral ballotbox.publication(p.round_id) n
            order by p.round_id, p.version
            """).ToListAsync(cancel);
        return [.. packs.SelectMany(TooOpen)];
    }

    static IEnumerable<string> TooOpen(Packed pack)
    {
        using var zip = new ZipArchive(new MemoryStream(pack.Zip));
        foreach (var entry in zip.Entries)
            if (entry.Name is "ballots.csv" or "ballots.pb" && pack.Level > 1 || entry.Name == "entries.csv" && pack.Level != 2)
                yield return $"Round {pack.Round}: pack {pack.Version} has {entry.Name}, and its ballots are to be published at level {pack.Level}.";
    }

    static Task<List<Stored>> NewestAsync(PbContext db, CancellationToken cancel) => db.Database.SqlQuery<Stored>($"""
        select distinct on (v.round_id) v.round_id as "Round", v.version as "Version", v.document as "Document", r.rules as "Rules"
        from results v join rnd.round r on r.id = v.round_id where r.state in ('sealed', 'certified') order by v.round_id, v.version desc
        """).ToListAsync(cancel);

    sealed record Stored(Guid Round, int Version, string Document, string Rules);
    sealed record Packed(Guid Round, int Version, byte[] Zip, int Level);
}
