using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Sms;

namespace PB.People;

/// <summary>All that the tables hold about one person, for that person to take along. Never what was chosen on a ballot.</summary>
public sealed class OwnData(PbContext db, TextKeys keys, TimeProvider clock)
{
    public async Task<IReadOnlyList<OwnDataPart>> ReadAsync(Guid me, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var parts = new List<OwnDataPart>();
        foreach (var sheet in OwnDataSheets.All)
            parts.Add(new(sheet.Name, await RowsAsync(sheet, me, now, cancel)));
        parts.Add(new("My phones", await PhonesAsync(me, cancel)));
        return parts;
    }

    async Task<JsonArray> RowsAsync(OwnDataSheet sheet, Guid me, DateTimeOffset now, CancellationToken cancel) =>
        JsonNode.Parse((await db.Database.SqlQueryRaw<string>(sheet.Sql, me, now).ToListAsync(cancel)).Single())!.AsArray();

    // The number lies sealed; whoever else opens this file is not to have it whole.
    async Task<JsonArray> PhonesAsync(Guid me, CancellationToken cancel)
    {
        var links = await (
            from link in db.Set<PhoneLink>()
            where db.Voters.Any(voter => voter.Id == link.VoterId && voter.PersonId == me)
            join phone in db.Set<Phone>() on link.PhoneId equals phone.Id
            orderby link.CreatedAt
            select new { phone.SealedNumber, phone.Language, phone.OptedOutAt, link.CreatedAt }).ToListAsync(cancel);
        return [.. links.Select(link => new JsonObject
        {
            ["number"] = link.SealedNumber is { } sealedNumber ? PhoneBook.Masked(keys.Open(sealedNumber)) : "forgotten",
            ["language"] = link.Language,
            ["tied to my account at"] = Written(link.CreatedAt),
            ["no more texts since"] = link.OptedOutAt is { } at ? Written(at) : null,
        })];
    }

    static string Written(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

/// <param name="Name">What the lines are, as their owner would say.</param>
/// <param name="Lines">One for each thing, with plain names.</param>
public sealed record OwnDataPart(string Name, JsonArray Lines);
