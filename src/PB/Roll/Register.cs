using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PB.Approvals;
using PB.Ballots;
using PB.Data;
using PB.Journal;
using PB.Rounds;

namespace PB.Roll;

/// <summary>Reads a register in, all of it or nothing. What is kept of a person is a keyed hash, the area and the age on the round's day.</summary>
public sealed class Register(PbContext db, RoundKeys keys, TimeProvider clock)
{
    /// <param name="round">Whose register it is.</param>
    /// <param name="file">A CSV file; it is read once, and stored nowhere.</param>
    /// <param name="by">Who reads it in; null for a dry run, which changes nothing.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<RegisterOutcome> ImportAsync(Round round, Stream file, Officer? by, CancellationToken cancel)
    {
        var key = Identity.KeyOf(keys.OpenOrMake(round.Id));
        var reading = new RegisterReading(key, DayOf(round), await db.PostcodesOfAsync(round, cancel));
        using var sha = SHA256.Create();
        await using (var hashing = new CryptoStream(file, sha, CryptoStreamMode.Read, leaveOpen: true))
        using (var text = new StreamReader(hashing))
        {
            reading.Read(text);
            await hashing.CopyToAsync(Stream.Null, cancel);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select 1 from rounds where id = {round.Id} for update", cancel);
        var added = await CompareAsync(round.Id, reading.People, cancel);
        var report = new RegisterReport(added.Count, reading.People.Count - added.Count, reading.Elsewhere, reading.Mistakes);
        if (by is null || !report.IsGood || report.People == 0)
            return new(report, null);
        var request = await KeepAsync(new RegisterImport(round.Id, report, sha.Hash!, by.Id, clock.GetUtcNow()), added, round, by, cancel);
        await transaction.CommitAsync(cancel);
        return new(report, request);
    }

    /// <summary>The day on which ages count.</summary>
    public static DateOnly DayOf(Round round) =>
        round.Eligibility.AgeOn ?? DateOnly.FromDateTime(LocalTime.ToLocal(round.Calendar.VotingFrom ?? round.CreatedAt, round.TimeZone));

    async Task<List<HashedPerson>> CompareAsync(Guid round, IReadOnlyList<HashedPerson> people, CancellationToken cancel)
    {
        var known = (await db.Database.SqlQuery<byte[]>($"""
            select p.digest as "Value" from register.people p join register.imports i on i.id = p.import_id where p.round_id = {round} and i.applied_at is not null
            """).ToListAsync(cancel)).Select(Convert.ToHexString).ToHashSet();
        return [.. people.Where(person => !known.Contains(Convert.ToHexString(person.Digest)))];
    }

    // A register that nobody approved makes way for the next one.
    async Task<Guid> KeepAsync(RegisterImport import, List<HashedPerson> people, Round round, Officer by, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"select register.withdraw_imports({round.Id})", cancel);
        db.RegisterImports.Add(import);
        var particulars = new Particulars { Import = import.Id, People = import.People };
        var subject = $"rounds/{round.Slug}";
        db.Journal.Add(new JournalEntry(by.Id, "Read a register in", subject, $"{import.People} people", import.MadeAt).About(Convert.ToHexStringLower(import.FileHash)));
        await db.SaveChangesAsync(cancel);
        await CopyAsync(import, people, cancel);
        var request = Ids.New(import.MadeAt);
        await db.Database.ExecuteSqlAsync($"""
            select approval.ask({request}, {nameof(ApprovedAct.ImportRegister)}, {round.Id}, {particulars.Text()}, {$"{import.People}"}, {by.Id}, {by.Role}, null)
            """, cancel);
        db.Journal.Add(new JournalEntry(by.Id, $"Asked for a second person: {ApprovedAct.ImportRegister}", subject, "", import.MadeAt).About(particulars.Text()));
        await db.SaveChangesAsync(cancel);
        return request;
    }

    // Into a table of this transaction first: who is there by their own word already keeps their vote and gets the register's area and age.
    async Task CopyAsync(RegisterImport import, List<HashedPerson> people, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"create temporary table arriving (digest bytea, number_digest bytea, area_id uuid, age int) on commit drop", cancel);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using (var rows = await connection.BeginBinaryImportAsync("copy arriving from stdin (format binary)", cancel))
        {
            foreach (var person in people)
            {
                await rows.StartRowAsync(cancel);
                rows.Write(person.Digest);
                if (person.NumberDigest is null) rows.WriteNull(); else rows.Write(person.NumberDigest);
                if (person.Area is { } area) rows.Write(area); else rows.WriteNull();
                rows.Write(person.Age);
            }

            await rows.CompleteAsync(cancel);
        }

        await db.Database.ExecuteSqlAsync($"""
            insert into register.people as p (round_id, digest, number_digest, import_id, area_id, age)
            select {import.RoundId}, digest, number_digest, {import.Id}, area_id, age from arriving order by digest
            on conflict (round_id, digest) do update set import_id = excluded.import_id, number_digest = excluded.number_digest, area_id = excluded.area_id, age = excluded.age
            """, cancel);
    }
}

/// <param name="Report">What became of the lines.</param>
/// <param name="Request">What waits for a second person; null where nothing was taken in.</param>
public sealed record RegisterOutcome(RegisterReport Report, Guid? Request);
