using Microsoft.EntityFrameworkCore;
using PB.Grants.Funds;

namespace PB.Tests.Grants.Funds;

public sealed class YearEndTests : CouncilTest
{
    static readonly DateOnly LastDay = new(2027, 6, 30);

    [Theory]
    [InlineData(CarryRule.Return, "CarryOut", 0)]
    [InlineData(CarryRule.Carry, "CarryOut CarryIn", 5000_00)]
    [InlineData(CarryRule.Ask, "", 5000_00)]
    public async Task Ninety_thirty_and_seven_days_before_a_pots_last_day_there_is_a_warning_and_the_day_after_its_rule_holds(CarryRule rule, string entries, long left)
    {
        await ChangeAsync(async db => (await db.FundPots.SingleAsync()).SpendUntil(LastDay, rule));
        var counts = new List<int>();
        foreach (var days in (int[])[-91, -90, -30, -7, 0])
            counts.Add(await MailsAfterAsync(days));
        Assert.Equal([0, 6, 12, 18, 24], counts);
        Assert.All(await WithDbAsync(db => db.Messages.Select(mail => mail.Body).ToListAsync()), mail => Assert.StartsWith("£5,000 in “General” of Youth Fund has not been given away.", mail, StringComparison.Ordinal));
        await MailsAfterAsync(1);
        await MailsAfterAsync(2);
        Assert.Equal(entries, string.Join(' ', await WithDbAsync(db => db.PotEntries.Where(entry => entry.Kind != PotEntryKind.Allocate).OrderBy(entry => entry.Kind == PotEntryKind.CarryIn).Select(entry => entry.Kind).ToListAsync())));
        Assert.Equal(left, await AskOwnerAsync<long>("select sum(grants.sign_of(kind) * amount)::bigint from grants.pot_entries"));
        Assert.Equal(rule is CarryRule.Carry ? LastDay.AddYears(1) : LastDay, await WithDbAsync(db => db.FundPots.Select(pot => pot.SpendBy).SingleAsync()));
    }

    /// <summary>How many mails there are to chair, coordinators, finance and accountable officer when so many days have gone after the last one.</summary>
    async Task<int> MailsAfterAsync(int days)
    {
        await MoveToAsync(new DateTimeOffset(LastDay.AddDays(days), new TimeOnly(12, 0), TimeSpan.Zero));
        await RunAsync<CloseYear>();
        return await WithDbAsync(db => db.Messages.CountAsync(mail => mail.Key.StartsWith("grants/spend-by/")));
    }
}
