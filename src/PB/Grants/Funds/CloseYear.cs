// Longer than the house allows: a job that reckons, enters lines and writes mails is given what each of these takes.
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants.Panels;
using PB.Jobs;
using PB.Outbox;
using PB.Tally;

namespace PB.Grants.Funds;

/// <summary>Warns 90, 30 and 7 days before the last day of a pot, and on the day after it deals with what nobody was given or promised, by the pot's rule: back to the body, or into the next year. Where the panel is to be asked, it says so and touches nothing: the question goes on the agenda.</summary>
public sealed class CloseYear(PbContext db, PotBook book, SiteAddress site, IStringLocalizer<CloseYear> text, TimeProvider clock) : IJob
{
    static readonly int[] Warnings = [0, 7, 30, 90];

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (today, soon) = (PanelAges.DayOf(now), PanelAges.DayOf(now).AddDays(Warnings[^1]));
        foreach (var pot in await db.FundPots.Where(pot => pot.SpendBy != null && pot.SpendBy <= soon).OrderBy(pot => pot.Id).ToListAsync(cancel))
            await LookAsync(pot, today, now, cancel);
    }

    async Task LookAsync(FundPot pot, DateOnly today, DateTimeOffset now, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.SqlQuery<Guid>($"""select id as "Value" from grants.pots where id = {pot.Id} for update""").ToListAsync(cancel);
        var left = (await book.BalancesAsync(pot.FundId, cancel)).Single(balance => balance.Pot.Id == pot.Id).Free;
        if (left <= Money.Zero)
            return;
        if (today > pot.SpendBy && pot.CarryRule is not CarryRule.Ask)
            await book.EndYearAsync(pot, pot.CarryRule is CarryRule.Carry, cancel);
        else
            await WarnAsync(pot, left, Warnings.First(days => pot.SpendBy <= today.AddDays(days)), now, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <param name="days">How many days are left at the most; 0 where the last day is here or over.</param>
    async Task WarnAsync(FundPot pot, Money left, int days, DateTimeOffset now, CancellationToken cancel)
    {
        var fund = await db.Funds.SingleAsync(one => one.Id == pot.FundId, cancel);
        foreach (var address in await AddressesAsync(fund.Id, cancel))
        {
            var key = $"grants/spend-by/{pot.Id}/{pot.SpendBy:yyyy-MM-dd}/{days}/{address}";
            if (!await db.Messages.AnyAsync(message => message.Key == key, cancel))
                db.Messages.Add(new Message(key, address, text["“{0}”: money to be given away by {1}", pot.Name, Written(pot)],
                    text["{0} in “{1}” of {2} has not been given away. The last day is {3}. After that: {4}\n\n{5}", left.InPounds(), pot.Name, fund.Name, Written(pot), After(pot), site.Of($"funds/{fund.Slug}/pots")], now));
        }
    }

    string After(FundPot pot) => pot.CarryRule switch
    {
        CarryRule.Return => text["it goes back."],
        CarryRule.Carry => text["it stays for another year."],
        CarryRule.Ask => text["the panel says what happens to it. It is on the agenda of its next meeting."],
    };

    // The chair, the coordinators, finance and the accountable officer.
    async Task<List<string>> AddressesAsync(Guid fundId, CancellationToken cancel) => await (
        from person in db.Users
        where db.FundAppointments.Any(task => task.FundId == fundId && task.PersonId == person.Id && task.Until == null && task.Role != FundRole.SafeguardingLead && task.Role != FundRole.Auditor)
            || db.PanelMembers.Any(member => member.PersonId == person.Id && member.LeftAt == null && member.Role == PanelRole.Chair && db.Panels.Any(panel => panel.Id == member.PanelId && panel.FundId == fundId))
        select person.Email!).Distinct().ToListAsync(cancel);

    static string Written(FundPot pot) => pot.SpendBy!.Value.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB"));
}
