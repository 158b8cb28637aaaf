using Microsoft.Playwright;

namespace PB.Browser.Tests.Journeys;

public sealed class ManagerJourney : JourneyTest
{
    const string Setup = "/rounds/eastfield-2027/setup";

    IPage page = null!;

    protected override async Task SettleAsync()
    {
        await base.SettleAsync();
        var eastfield = await NeighbourhoodAsync();
        await NeighbourhoodAsync("Eastfield Green", inside: eastfield, "MB1 1AC");
        page = await VisitAsync(await ManagerAsync(eastfield));
    }

    [Fact]
    public async Task A_manager_sets_up_a_round_step_by_step_and_announces_it()
    {
        await BeginAsync();
        await WordsAndPlaceAsync();
        await DatesAsync();
        await StepAsync("Promise for: Ideas", PromiseAsync);
        await StepAsync("Promise for: Voting", PromiseAsync, look: false);
        await MoneyAsync();
        await RulesAsync();
        await Assertions.Expect(page.GetByText("1 thing is missing:")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Announce the round" })).ToHaveCountAsync(0);
        await LookAtAsync(page, "setup-one-missing");

        await page.GetByRole(AriaRole.Link, new() { Name = "Say by which day people hear what became of it" }).ClickAsync();
        await LookAtAsync(page, "setup-feedback");
        await page.GetByLabel("By which day").FillAsync("2027-05-20");
        await page.GetByLabel("How", new() { Exact = true }).FillAsync("This page, e-mail, and the board in the library");
        await SaveAsync();
        await LookAtAsync(page, "setup-nothing-missing");
        await page.GotoAsync("/desk");
        await LookAtAsync(page, "desk-of-a-manager-with-a-draft");

        await page.GotoAsync(Setup);
        await page.GetByRole(AriaRole.Button, new() { Name = "Announce the round" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/rounds/eastfield-2027$"));
        await LookAtAsync(page, "round-announced-to-its-manager");
        var visitor = await VisitAsync();
        await visitor.GotoAsync("/rounds/eastfield-2027");
        await Assertions.Expect(visitor.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Eastfield 2027");
        await LookAtAsync(visitor, "round-announced");
    }

    [Fact]
    public async Task The_dates_of_an_announced_round_move_and_the_round_is_cancelled_with_a_reason()
    {
        var eastfield = await WithDbAsync(db => Task.FromResult(db.Neighbourhoods.Single(place => place.Slug == "eastfield")));
        var draft = await DraftRoundAsync(eastfield, await PersonAsync("Mo Field"));
        await ChangeAsync(async db => (await WholeRoundAsync(db, draft.Id)).Announce(Clock.GetUtcNow()));

        await page.GotoAsync("/rounds/eastfield-2027/calendar-change");
        await LookAtAsync(page, "calendar-change");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change the dates" }).ClickAsync();
        await LookAtAsync(page, "calendar-change-error");

        await page.GotoAsync("/rounds/eastfield-2027/cancellation");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel the round" }).ClickAsync();
        await LookAtAsync(page, "cancellation-error");
        await page.GetByLabel("Why it is cancelled").FillAsync("The fund was withdrawn by the government.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel the round" }).ClickAsync();
        await LookAtAsync(page, "round-cancelled");
    }

    async Task BeginAsync()
    {
        await page.GotoAsync("/desk");
        await LookAtAsync(page, "desk-of-a-manager");
        await page.GetByRole(AriaRole.Link, new() { Name = "Set up a round" }).ClickAsync();
        await LookAtAsync(page, "round-new");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin the draft" }).ClickAsync();
        await LookAtAsync(page, "round-new-errors");
        await page.GetByLabel("Title").FillAsync("Eastfield 2027");
        await page.GetByLabel("Eastfield", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin the draft" }).ClickAsync();
        await LookAtAsync(page, "setup-begun");
    }

    async Task WordsAndPlaceAsync()
    {
        await StepAsync("Title, summary and kind", () => page.GetByLabel("Summary").FillAsync("£50,000 for a better Eastfield."));
        await StepAsync("Neighbourhoods", () => page.GetByLabel("Eastfield Green").CheckAsync());
    }

    Task DatesAsync() => StepAsync("Dates", async () =>
    {
        await TimeAsync("Ideas open", "2027-03-08", "09:00");
        await TimeAsync("Ideas close, checking begins", "2027-03-22", "09:00");
        await TimeAsync("Voting opens", "2027-03-28", "01:30");
        await TimeAsync("Voting closes", "2027-04-19", "17:00");
        await PressSaveAsync();
        await LookAtAsync(page, "setup-dates-error");
        await TimeAsync("Voting opens", "2027-04-12", "09:00");
    });

    Task MoneyAsync() => StepAsync("Money", async () =>
    {
        await page.GetByLabel("The pot").FillAsync("-1");
        await PressSaveAsync();
        await LookAtAsync(page, "setup-money-error");
        await page.GetByLabel("The pot").FillAsync("50,000");
        await page.GetByLabel("Name and office").FillAsync("Carys Bevan, Director of Finance");
        await page.GetByLabel("Day of the approval").FillAsync("2027-02-01");
    });

    async Task RulesAsync()
    {
        await StepAsync("Ballot and count", () => page.GetByLabel("The most projects on a ballot").FillAsync("5"));
        await StepAsync("Who may vote", () => page.GetByLabel("In words").FillAsync("Everybody of 11 and over who lives in Eastfield"));
        await StepAsync("What an idea must fulfil", () => page.GetByLabel("Conditions").FillAsync("It is in Eastfield\nThe council can look after it"));
    }

    async Task PromiseAsync()
    {
        await page.GetByLabel("Empower").CheckAsync();
        await page.GetByLabel("What can people change?").FillAsync("Which projects are funded");
        await page.GetByLabel("What is fixed, and by whom?").FillAsync("The size of the pot");
        await page.GetByLabel("Who decides in the end?").FillAsync("Residents");
        await page.GetByLabel("What happens if they want").FillAsync("They do not");
    }

    /// <summary>Opens a step from the list, looks at it, fills it in, and is back on the list.</summary>
    async Task StepAsync(string step, Func<Task> fillAsync, bool look = true)
    {
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = step, Exact = true }).ClickAsync();
        if (look)
            await LookAtAsync(page, "setup-" + PB.Data.Slug.Of(step));
        await fillAsync();
        await SaveAsync();
    }

    async Task SaveAsync()
    {
        await PressSaveAsync();
        await Assertions.Expect(page.GetByText("Saved. You can leave now and go on later.")).ToBeVisibleAsync();
    }

    Task PressSaveAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Save and go on" }).ClickAsync();

    async Task TimeAsync(string of, string day, string hour)
    {
        var group = page.GetByRole(AriaRole.Group, new() { Name = of, Exact = true });
        await group.GetByLabel("Day").FillAsync(day);
        await group.GetByLabel("Hour").FillAsync(hour);
    }
}
