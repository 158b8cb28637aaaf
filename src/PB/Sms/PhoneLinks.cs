using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Sms;

/// <summary>Digits for an account's page: whoever texts them to us from a phone shows that the phone is theirs. That costs nothing, and nobody can have us text strangers.</summary>
public sealed class PhoneLinks(PbContext db, TextKeys keys, TimeProvider clock)
{
    static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    /// <summary>New digits for somebody; those shown before work no more.</summary>
    public async Task<string> NewCodeAsync(Guid person, CancellationToken cancel)
    {
        var (now, digits) = (clock.GetUtcNow(), RandomNumberGenerator.GetString("0123456789", 6));
        await db.Set<LinkCode>().Where(code => code.PersonId == person && code.UsedAt == null).ExecuteDeleteAsync(cancel);
        db.Add(new LinkCode(person, keys.Fingerprint("join", digits), null, now + Life, now));
        await db.SaveChangesAsync(cancel);
        return digits;
    }

    /// <summary>How many phones belong to somebody's account.</summary>
    public Task<int> CountAsync(Guid person, CancellationToken cancel) =>
        db.Set<PhoneLink>().CountAsync(link => link.RoundId == null && db.Voters.Any(voter => voter.Id == link.VoterId && voter.PersonId == person), cancel);
}
