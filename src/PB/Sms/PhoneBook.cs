using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Roll;

namespace PB.Sms;

/// <summary>Finds phones by their numbers, without a number lying about, and who votes from them.</summary>
public sealed class PhoneBook(PbContext db, TextKeys keys, Departures departures, TimeProvider clock)
{
    /// <summary>Puts a number's phone down where it is not known yet.</summary>
    public async Task<Phone> PutDownAsync(string number, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return (await db.Set<Phone>().FromSql($"""
            insert into sms.phones (id, fingerprint, sealed_number, is_british, language, failures, created_at)
            values ({Ids.New(now)}, {FingerprintOf(number)}, {keys.Seal(number)}, {number.StartsWith("+44", StringComparison.Ordinal)}, 'en', 0, {now})
            on conflict (fingerprint) do update set sealed_number = coalesce(phones.sealed_number, excluded.sealed_number) returning *
            """).AsNoTracking().ToListAsync(cancel)).Single();
    }

    public TextKeys Keys => keys;

    public DateTimeOffset Now => clock.GetUtcNow();

    public byte[] FingerprintOf(string number) => keys.Fingerprint("phone", number);

    /// <summary>The number of a phone, for sending; null when it is forgotten.</summary>
    public string? NumberOf(Phone phone) => phone.SealedNumber is { } sealedNumber ? keys.Open(sealedNumber) : null;

    /// <summary>The number as staff see it: +44 7*** ***101.</summary>
    public string Masked(Phone phone) => NumberOf(phone) is { } number ? Masked(number) : "–";

    public static string Masked(string number) => number.Length < 8 ? "***" : $"{number[..3]} {number[3]}*** ***{number[^3..]}";

    /// <summary>Ties a phone to an account. It belongs to one account at a time.</summary>
    public async Task LinkToAsync(Phone phone, Guid person, ProofOfLink proof, CancellationToken cancel)
    {
        if (await departures.VoterOfAsync(person, cancel) is not { } voter)
            return;
        await db.Set<PhoneLink>().Where(link => link.PhoneId == phone.Id && link.RoundId == null).ExecuteDeleteAsync(cancel);
        db.Add(new PhoneLink(phone.Id, voter.Id, null, proof, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
    }
}
