using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Awards;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Grants.Meetings;
using PB.Tally;

namespace PB.Tests.Grants.Meetings;

/// <summary>What the panel decided is offered; where the group does not take it, the next on the reserve list comes.</summary>
public sealed class OfferedAfterwardsTests : MeetingTest
{
    [Fact]
    public async Task Scenario_26_The_offer_of_less_asks_whether_they_can_do_it_and_after_a_no_the_next_on_the_reserve_list_comes()
    {
        var (pitch, stage) = await DecidedAsync(viable: 1800);
        var path = await OfferAsync(pitch);
        var lea = await PhoneAsync("Lea");
        var offer = await lea.OpenAsync(path);
        Assert.Contains("You said that you need £1,800. The panel offers £1,500.", offer.Text, StringComparison.Ordinal);
        Assert.Contains("We can do it with £1,500", offer.Text, StringComparison.Ordinal);
        Assert.Equal(["This is less than you said you need. Tick that you can do it with less, or say no."], (await lea.PressAsync(offer, "Yes, we accept")).Errors);

        await lea.PressAsync(offer, "No, thank you");
        await RunAsync<LapseOffers>();

        await StageIsAskedAboutAsync(stage);
    }

    [Fact]
    public async Task Scenario_33_After_28_days_with_one_yes_only_the_money_is_free_and_the_panel_is_asked_about_the_next()
    {
        var (pitch, stage) = await DecidedAsync(viable: 1000);
        var path = await OfferAsync(pitch);
        var lea = await PhoneAsync("Lea");
        await lea.PressAsync(await lea.OpenAsync(path), "Yes, we accept");
        await RunAsync<AskAboutReserves>();
        Assert.Equal(0, await WithDbAsync(db => db.Set<ReserveQuestion>().CountAsync()));

        await MoveToAsync(Clock.GetUtcNow().AddDays(28));
        await RunAsync<LapseOffers>();

        await StageIsAskedAboutAsync(stage);
    }

    async Task StageIsAskedAboutAsync(Application stage)
    {
        await RunAsync<AskAboutReserves>();
        var decision = await DecisionOnAsync(stage);
        Assert.Equal(decision.Id, await WithDbAsync(db => db.Set<ReserveQuestion>().Select(question => question.DecisionId).SingleAsync()));
        Assert.Contains("There is money again. Shall this group get £1,500?", (await (await PhoneAsync("Bo")).OpenAsync($"{CallPath}/reserve")).Text, StringComparison.Ordinal);
    }

    /// <summary>There is £1,500. The pitch gets all of it, by five amounts with £1,500 in the middle; the stage waits for as much. Everybody was told.</summary>
    async Task<(Application Pitch, Application Stage)> DecidedAsync(long viable)
    {
        await ChangeAsync(db => db.AddAsync(new PotEntry(Pot.Id, PotEntryKind.AdjustDown, new Money(3500_00), new EntryReason("Less", People["Finn"].Id), Clock.GetUtcNow())).AsTask());
        var all = await ApplyAsync(new CallRules(), ("Pitch", 2000), ("Stage", 2000));
        await ChangeAsync(async db =>
        {
            var kept = await db.Applications.SingleAsync(application => application.Id == all[0].Id);
            db.Entry(kept).ComplexProperty(application => application.Amounts).CurrentValue = kept.Amounts with { Viable = new Money(viable * 100) };
        });
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        await FundAsync("Pitch", "1500 2000 1000 2000 1200");
        await FundAsync("Stage", "1500 1500 1500 1500 1500");
        await PressAsync("Yara", "End the meeting");
        Assert.Equal((DecisionOutcome.Part, viable > 1500), ((await DecisionOnAsync(all[0])).Outcome, (await DecisionOnAsync(all[0])).BelowViable));
        Assert.Equal(DecisionOutcome.Reserve, (await DecisionOnAsync(all[1])).Outcome);
        await MoveToAsync(Publishes.AddDays(5));
        await PostAsync("Yara", $"{CallPath}/release");
        return (all[0], all[1]);
    }

    async Task FundAsync(string title, string amounts)
    {
        await TurnToAsync(title);
        await AskAsync("Ask: shall we fund it?");
        await VoteAsync("Ade Bo Cas Dee Eli");
        await CloseAsync();
        await AskAsync("Ask: how much?");
        foreach (var (name, amount) in "Ade Bo Cas Dee Eli".Split(' ').Zip(amounts.Split(' ')))
            await NameAsync(name, amount);
        await CloseAsync();
        if ((await LookAsync("Ade")).Text.Contains("Ask: offer it anyway?", StringComparison.Ordinal))
        {
            await AskAsync("Ask: offer it anyway?");
            await VoteAsync("Ade Bo Cas Dee Eli");
            await CloseAsync();
        }

        await SayAsync();
    }

    /// <summary>Yara writes the offer down as the page proposes it, and Alan signs.</summary>
    async Task<string> OfferAsync(Application own)
    {
        var (yara, alan) = (await PhoneAsync("Yara"), await PhoneAsync("Alan"));
        var written = await yara.PressAsync(await yara.OpenAsync($"{FundPath}/applications/{own.Ref}/offer"), "Hand it to the accountable officer");
        Assert.Empty(written.Errors);
        Assert.Empty((await alan.PressAsync(await alan.OpenAsync(written.Path), "Sign the offer of £1,500")).Errors);
        return written.Path;
    }
}
