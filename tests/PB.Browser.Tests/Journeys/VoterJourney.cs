using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PB.Results;
using PB.Rounds;

namespace PB.Browser.Tests.Journeys;

public sealed class VoterJourney : JourneyTest
{
    const string Ballot = "/rounds/eastfield-2027/ballot";

    Task<Round> OpenRoundAsync(BallotRules? rules = null) => VotingRoundAsync(rules, 50_000_00,
        ("Benches and shade on Eastfield Green", 12_000), ("A safer crossing by the school", 31_500), ("Street trees for Mill Lane", 18_400),
        ("Lights in the underpass", 9_800), ("A slide that wheelchairs can reach", 24_000), ("Repair café in the library", 4_250));

    [Fact]
    public async Task Somebody_votes_without_script()
    {
        await OpenRoundAsync();
        var page = await VisitAsync(await ResidentAsync(), withScript: false);

        await page.GotoAsync(Ballot);
        await page.GetByLabel("1. Benches").CheckAsync();
        await page.GetByLabel("4. Lights").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Check my choices" }).ClickAsync();

        await page.GetByLabel("Your postcode").FillAsync("MB1 1AA");
        await page.GetByLabel("Your age in years").FillAsync("34");
        await page.GetByLabel("I live at this address").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save my address" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Send my ballot" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your ballot is in");
    }

    [Fact]
    public async Task The_script_keeps_the_total_and_says_it_aloud()
    {
        await OpenRoundAsync(new BallotRules { Type = BallotType.Knapsack });
        var page = await VisitAsync(await VoterAsync());
        await page.GotoAsync(Ballot);

        await page.GetByLabel("1. Benches").CheckAsync();
        await page.GetByLabel("2. A safer").CheckAsync();

        await Assertions.Expect(page.Locator("[data-total]")).ToHaveTextAsync("You have spent £43,500 of £50,000. You have £6,500 left.");
        await Assertions.Expect(page.Locator("[aria-live=polite]")).ToHaveTextAsync("You have spent £43,500 of £50,000. You have £6,500 left.");
        await page.GetByLabel("5. A slide").CheckAsync();
        await Assertions.Expect(page.Locator("[data-total]")).ToHaveTextAsync("You have spent £67,500 of £50,000. That is £17,500 too much.");
        await LookAtAsync(page, "ballot-knapsack-over");
    }

    [Fact]
    public async Task Every_state_of_the_ballot_is_fit_to_be_seen()
    {
        await OpenRoundAsync(new BallotRules { MaxChoices = 2 });
        var (visitor, page) = (await VisitAsync(), await VisitAsync(await VoterAsync()));
        await page.GotoAsync("/me/address");
        await LookAtAsync(page, "address");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save my address" }).ClickAsync();
        await LookAtAsync(page, "address-errors");

        await visitor.GotoAsync(Ballot);
        await LookAtAsync(visitor, "ballot-visitor");
        await page.GotoAsync($"{Ballot}?p=1&p=2&p=3");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check my choices" }).ClickAsync();
        await LookAtAsync(page, "ballot-over");
        await page.GetByLabel("2. A safer").UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Check my choices" }).ClickAsync();
        await LookAtAsync(page, "ballot-check");
        var elsewhere = await page.Context.NewPageAsync();
        await elsewhere.GotoAsync(page.Url);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send my ballot" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/receipt$"));
        await LookAtAsync(page, "ballot-receipt");
        await elsewhere.Locator("input[name=p]").First.EvaluateAsync("input => { input.value = '6' }");
        await elsewhere.Locator("input[name=submission]").EvaluateAsync("input => { input.value = 'another' }");
        await elsewhere.GetByRole(AriaRole.Button, new() { Name = "Send my ballot" }).ClickAsync();
        await LookAtAsync(elsewhere, "ballot-changed-elsewhere");

        await MoveToAsync(Closing);
        await elsewhere.GetByRole(AriaRole.Button, new() { Name = "Send this ballot instead" }).ClickAsync();
        await LookAtAsync(elsewhere, "ballot-too-late");
        await visitor.GotoAsync(Ballot);
        await LookAtAsync(visitor, "ballot-closed");
        await page.ReloadAsync();
        await LookAtAsync(page, "ballot-receipt-closed");
        await visitor.GotoAsync("/rounds/eastfield-2027/result");
        await LookAtAsync(visitor, "result-not-yet");

        await RunAsync<CountClosedRounds>();
        await RunAsync<PublishCountedRounds>();
        await visitor.GotoAsync("/rounds/eastfield-2027/result");
        await LookAtAsync(visitor, "result");
    }

    [Fact]
    public async Task Those_who_cannot_vote_see_why()
    {
        await OpenRoundAsync();
        var page = await VisitAsync(await VoterAsync(postcode: "XY9 9ZZ"));
        await page.GotoAsync(Ballot);
        await LookAtAsync(page, "ballot-not-eligible");

        await MoveToAsync(Opening.AddDays(-1));
        await page.GotoAsync(Ballot);
        await LookAtAsync(page, "ballot-not-open-yet");
    }
}
