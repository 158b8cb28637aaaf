using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Funds;
using PB.Journal;

namespace PB.Grants.Care;

/// <summary>Takes worries in, tells the safeguarding lead at once, and opens them for leads alone.</summary>
/// <remarks>The journal learns that a worry was filed, and nothing else: not by whom, not about whom, not who read it.</remarks>
public sealed class WorryDesk(PbContext db, GrantKeys keys, WorryLetters letters, TimeProvider clock)
{
    public async Task FileAsync(Fund fund, WorryWords words, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var worry = new Worry(fund.Id, keys.Seal(JsonSerializer.Serialize(words)), now);
        db.Worries.Add(worry);
        if ((await db.LeadsOfAsync(fund.Id, now, cancel)).FirstOrDefault() is { } lead)
            db.Messages.Add(letters.Filed(fund, worry, lead, now));
        db.Journal.Add(new JournalEntry(null, "A worry was filed", $"funds/{fund.Slug}", "", now));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>A lead opens a worry; who looked first is remembered.</summary>
    public async Task OpenAsync(Worry worry, Guid lead, CancellationToken cancel)
    {
        worry.See(lead, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }

    public WorryWords Read(Worry worry) =>
        JsonSerializer.Deserialize<WorryWords>(keys.Open(worry.Sealed)) ?? throw new InvalidOperationException("There is nothing in it.");

    public async Task CloseAsync(Worry worry, Guid lead, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        worry.See(lead, now);
        worry.Close(lead, now);
        await db.SaveChangesAsync(cancel);
    }
}

static class SafeguardingLeads
{
    /// <summary>Addresses of a fund's safeguarding leads, who was appointed first comes first.</summary>
    public static Task<List<string>> LeadsOfAsync(this PbContext db, Guid fundId, DateTimeOffset now, CancellationToken cancel) => (
        from appointment in db.FundAppointments
        where appointment.FundId == fundId && appointment.Role == FundRole.SafeguardingLead && appointment.From <= now && (appointment.Until == null || appointment.Until > now)
        join person in db.Users on appointment.PersonId equals person.Id
        where person.Email != null
        orderby appointment.From, appointment.Id
        select person.Email!).ToListAsync(cancel);
}
