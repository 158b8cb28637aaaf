using Microsoft.EntityFrameworkCore;
using PB.Grants.Awards;
using PB.Grants.Calls;
using PB.Grants.Funds;

namespace PB.Tests.Grants.Awards;

public sealed class LedgerCheckTests : AwardTest
{
    [Fact]
    public async Task A_call_is_put_away_a_year_later_when_its_awards_have_ended_and_the_ledger_agrees_with_each_of_them()
    {
        var bikes = await RunningAsync();
        await PayAsync(bikes);
        await ChangeAsync(async db => (await db.Calls.SingleAsync()).Publish(Clock.GetUtcNow()));
        await RunAsync<CheckLedger>();
        Assert.Equal(0, await WrongAsync());
        await MoveToAsync(Clock.GetUtcNow().AddYears(1).AddDays(1));
        Assert.Null(await ArchivedAtAsync());

        await PressAsync("Alan", bikes, "Stop this award", ("reason", "The club has closed."));
        await PressAsync("Finn", bikes, "Enter that it came in", ("sum", "1000"), ("on", "2028-03-06"));
        await SayReceivedAsync(995_00);
        await RunAsync<CheckLedger>();
        await RunAsync<CheckLedger>();
        // Finn, Faye and Alan are told, once a day.
        Assert.Equal(3, await WrongAsync());
        Assert.Null(await ArchivedAtAsync());

        await SayReceivedAsync(1000_00);
        Assert.NotNull(await ArchivedAtAsync());
        Assert.Equal(CallPhase.Archived, (await WithDbAsync(db => db.Calls.SingleAsync())).PhaseAt(Clock.GetUtcNow()));
    }

    [Fact]
    public async Task At_the_end_of_the_year_a_pot_keeps_what_the_panel_promised_and_nobody_has_offered_yet()
    {
        var bikes = await ApplicationAsync(Call, "Bikes", 2000);
        await DecideAsync(bikes, "2000");
        await ChangeAsync(async db => (await db.FundPots.SingleAsync()).SpendUntil(new DateOnly(2027, 6, 30), CarryRule.Return));
        await MoveToAsync(new DateTimeOffset(2027, 7, 1, 12, 0, 0, TimeSpan.Zero));
        await RunAsync<CloseYear>();
        await RunAsync<CloseYear>();
        Assert.Equal(2000_00, await LeftAsync());

        await DraftAsync(bikes, "2000");
        await PressAsync("Alan", bikes, "Sign the offer");
        Assert.Equal(0, await LeftAsync());
        // What the group does not take goes back then.
        await PressAsync("Lea", bikes, "No, thank you");
        await RunAsync<LapseOffers>();
        await RunAsync<CloseYear>();
        Assert.Equal(0, await LeftAsync());
        Assert.Equal(5000_00, await AskOwnerAsync<long>("select sum(amount)::bigint from grants.pot_entries where kind = 'CarryOut'"));
    }

    [Fact]
    public async Task A_group_can_take_its_application_back_until_it_has_an_offer()
    {
        var (bikes, boats) = (await ApplicationAsync(Call, "Bikes", 1000), await ApplicationAsync(Call, "Boats", 1000));
        foreach (var own in new[] { bikes, boats })
            await DecideAsync(own, "1000");
        await DraftAsync(bikes, "1000");
        await ChangeAsync(async db => (await db.Calls.SingleAsync()).Publish(Clock.GetUtcNow()));
        var lea = await AsAsync("Lea");
        await lea.PressAsync(await lea.OpenAsync($"/applications/{bikes.Id}"), "Take it back");
        Assert.Equal(["The group has taken its application back."], (await PressAsync("Alan", bikes, "Sign the offer")).Errors);

        await DraftAsync(boats, "1000");
        await PressAsync("Alan", boats, "Sign the offer");
        Assert.Contains("It is too late: you have an offer.", (await TamperAsync(lea, $"/applications/{boats.Id}/withdrawal")).Text, StringComparison.Ordinal);
    }

    async Task<DateTimeOffset?> ArchivedAtAsync()
    {
        await RunAsync<ArchiveCalls>();
        return await WithDbAsync(db => db.Calls.Select(call => call.ArchivedAt).SingleAsync());
    }

    Task<int> WrongAsync() => WithDbAsync(db => db.Messages.CountAsync(mail => mail.Key.StartsWith("grants/ledger/")));

    /// <summary>Behind the site's back: what came in is said to be something else than the ledger says.</summary>
    Task SayReceivedAsync(long pence) => ChangeAsync(db => db.MoneyBacks.ExecuteUpdateAsync(set => set.SetProperty(back => back.Received, new Tally.Money(pence))));
}
