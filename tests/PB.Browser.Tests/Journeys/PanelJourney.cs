using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PB.People;
using PB.Proposals;
using PB.Rounds;
using PB.Screening;
using PB.Tally;

namespace PB.Browser.Tests.Journeys;

/// <summary>A panel is set up, seated, and says which projects go on the ballot.</summary>
public sealed class PanelJourney : JourneyTest
{
    const string Path = "/rounds/eastfield-2027/shortlist";

    Round round = null!;
    Person maya = null!;

    protected override async Task SettleAsync()
    {
        await base.SettleAsync();
        round = await AnnouncedRoundAsync();
        maya = await WithDbAsync(db => db.Users.SingleAsync(person => person.Name == "Maya Okoro"));
    }

    [Fact]
    public async Task A_panel_is_set_up_seated_and_chooses_and_everybody_reads_why()
    {
        var page = await VisitAsync(maya);
        await page.GotoAsync(Path);
        await LookAtAsync(page, "shortlist-set-up");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("What is the panel called?")).ToHaveAttributeAsync("aria-invalid", "true");
        await LookAtAsync(page, "shortlist-set-up-errors");
        await LayDownAsync(page);
        await page.GetByLabel("Elected").CheckAsync();
        await page.GetByLabel("A resident has it").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Fill the seat" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Elected")).ToBeCheckedAsync();
        await LookAtAsync(page, "shortlist-seat-errors");
        await SeatAsync(page);
        await LookAtAsync(page, "shortlist-seats");

        await IdeasAsync();
        await page.ReloadAsync();
        await LookAtAsync(page, "shortlist-decide");
        await ChooseAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish the shortlist" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("Give a reason for each project");
        await LookAtAsync(page, "shortlist-decide-errors");
        await ReasonsAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish the shortlist" }).ClickAsync();

        var visitor = await VisitAsync();
        await visitor.GotoAsync(Path);
        await Assertions.Expect(visitor.GetByText("This departs from public support.").First).ToBeVisibleAsync();
        await LookAtAsync(visitor, "shortlist-decided");
    }

    [Fact]
    public async Task The_same_without_script()
    {
        var page = await VisitAsync(maya, withScript: false);
        await page.GotoAsync(Path);
        await LayDownAsync(page);
        await page.GetByLabel("Elected").CheckAsync();
        await page.GetByLabel("A resident has it").CheckAsync();
        await SeatAsync(page);
        await IdeasAsync();
        await page.ReloadAsync();
        await ChooseAsync(page);
        await ReasonsAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish the shortlist" }).ClickAsync();

        await Assertions.Expect(page.GetByText("The shortlist is published")).ToBeVisibleAsync();
    }

    static async Task LayDownAsync(IPage page)
    {
        await page.GetByLabel("What is the panel called?").FillAsync("Eastfield jury");
        await page.GetByLabel("How many projects go on the ballot at most?").FillAsync("1");
        await page.GetByLabel("How many of 100 seats are for residents at least?").FillAsync("50");
        await page.GetByLabel("How many have to be there to decide?").FillAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
    }

    static async Task SeatAsync(IPage page)
    {
        await page.GetByLabel("Who has it?").FillAsync("Ann of Mill Lane");
        await page.GetByLabel("By whom, or where?").FillAsync("the assembly of 3 May");
        await page.GetByRole(AriaRole.Button, new() { Name = "Fill the seat" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Ann of Mill Lane", new() { Exact = true })).ToBeVisibleAsync();
    }

    static async Task ChooseAsync(IPage page)
    {
        await page.GetByLabel("Ann of Mill Lane").CheckAsync();
        await page.GetByLabel("On the ballot: Street trees").CheckAsync();
    }

    static async Task ReasonsAsync(IPage page)
    {
        await page.GetByLabel("Why: Benches along the river").FillAsync("The bank is repaired next year.");
        await page.GetByLabel("Why: Street trees").FillAsync("They help more streets.");
    }

    // Two ideas that an officer let through, the first with somebody's endorsement.
    async Task IdeasAsync()
    {
        var (officer, bryn) = (await OfficerAsync(), await ResidentAsync("Bryn Parry"));
        await MoveToAsync(Dates.ScreeningFrom!.Value);
        await ChangeAsync(db =>
        {
            foreach (var (title, index) in new[] { "Benches along the river", "Street trees" }.Select((title, index) => (title, index)))
            {
                var idea = new Proposal(round.Id, Provenance.Resident, Clock.GetUtcNow());
                idea.BelongTo(null, "Cleo", $"cleo{index}@example.org", null);
                idea.Write(title, "For all.", new Money(1_000_00));
                idea.Locate("River Walk", null, null);
                idea.Submit(index + 1, Clock.GetUtcNow());
                db.AddRange(idea, new ScreeningDecision(idea.Id, officer.Id, new ScreeningAnswer(true, null, "It can be done.", "Vote."), Clock.GetUtcNow()));
                if (index == 0)
                    db.Add(new Endorsement(idea.Id, bryn.Id, Clock.GetUtcNow()));
            }

            return Task.CompletedTask;
        });
    }
}
