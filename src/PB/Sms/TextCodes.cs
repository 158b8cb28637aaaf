using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Neighbourhoods;
using PB.Roll;

namespace PB.Sms;

/// <summary>Makes the codes of letters, and voters who have nothing but such a code.</summary>
public sealed class TextCodes(PbContext db, TextKeys keys, TimeProvider clock)
{
    /// <summary>Makes codes for as many addresses. They can be printed now and never again.</summary>
    public async Task<IReadOnlyList<string>> MakeAsync(Guid round, IReadOnlyList<Postcode> addresses, string batch, CancellationToken cancel)
    {
        var codes = new List<string>();
        foreach (var address in addresses)
        {
            codes.Add(TextCode.New());
            await AddAsync(round, codes[^1], address, batch, cancel);
        }

        await db.SaveChangesAsync(cancel);
        return codes;
    }

    /// <summary>A code for somebody at an address: whoever has the letter lives there, and says by using it that they are old enough.</summary>
    public async Task<IssuedCode> AddAsync(Guid round, string code, Postcode address, string batch, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var age = await db.Rounds.Where(r => r.Id == round).Select(r => r.Eligibility.MinimumAge).SingleAsync(cancel);
        var voter = new Voter(null, now);
        voter.Declare(address, Math.Max(age ?? 18, Declarations.YoungestAge), now);
        var issued = new IssuedCode(round, voter.Id, keys.Fingerprint("code", code), batch, now);
        db.AddRange(voter, issued);
        return issued;
    }
}
