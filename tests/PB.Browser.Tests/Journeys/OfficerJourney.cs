using Microsoft.Playwright;
using PB.Proposals;
using PB.Tally;

namespace PB.Browser.Tests.Journeys;

public sealed class OfficerJourney : JourneyTest
{
    const string Idea = "/rounds/eastfield-2027/proposals/1";

    protected override async Task SettleAsync()
    {
        await base.SettleAsync();
        var round = await AnnouncedRoundAsync();
        await MoveToAsync(Dates.IdeasFrom!.Value);
        await ChangeAsync(db =>
        {
            foreach (var (number, title) in ((int, string)[])[(1, "Benches along the river"), (2, "A swimming pool")])
            {
                var proposal = new Proposal(round.Id, Provenance.Resident, Clock.GetUtcNow());
                proposal.BelongTo(null, "Bryn", "bryn@example.org", null);
                proposal.Write(title, "Places to rest.", new Money(1500_00));
                proposal.Locate("River Walk", null, null);
                proposal.Submit(number, Clock.GetUtcNow());
                db.Add(proposal);
            }

            return Task.CompletedTask;
        });
        await MoveToAsync(Dates.ScreeningFrom!.Value);
    }

    [Fact]
    public async Task An_officer_keeps_an_idea_off_the_ballot_and_its_page_says_why()
    {
        var page = await VisitAsync(await OfficerAsync());
        await page.GotoAsync("/desk");
        await LookAtAsync(page, "desk-of-an-officer");
        await page.GetByRole(AriaRole.Link, new() { Name = "Check ideas" }).ClickAsync();
        await LookAtAsync(page, "screening-queue");
        await page.GetByRole(AriaRole.Link, new() { Name = "1. Benches along the river" }).ClickAsync();
        await LookAtAsync(page, "screening");

        await page.GetByLabel("No, keep it off the ballot").CheckAsync();
        await page.GetByLabel("Why?").FillAsync("The ground is not the council’s.");
        await page.GetByLabel("What can the proposer do now?").FillAsync("Ask the housing association.");
        await PressAsync(page, "Go on and read the letter");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Choose the condition that it does not meet" })).ToBeVisibleAsync();
        await LookAtAsync(page, "screening-error");

        await page.GetByLabel("The council can own it afterwards").CheckAsync();
        await PressAsync(page, "Go on and read the letter");
        await Assertions.Expect(Heading(page)).ToHaveTextAsync("Read the letter before it goes out");
        await LookAtAsync(page, "screening-letter");
        await PressAsync(page, "Decide and send the letter");
        await Assertions.Expect(Heading(page)).ToHaveTextAsync("Benches along the river");
        await LookAtAsync(page, "screening-done");

        var proposer = await VisitAsync();
        await proposer.GotoAsync(Idea);
        await Assertions.Expect(proposer.GetByText("It does not meet this condition: The council can own it afterwards")).ToBeVisibleAsync();
        await LookAtAsync(proposer, "idea-refused");
        await page.GotoAsync($"{Idea}/screening");
        await LookAtAsync(page, "screening-again");
    }

    [Fact]
    public async Task An_officer_without_script_puts_an_idea_on_the_ballot()
    {
        var page = await VisitAsync(await OfficerAsync(), withScript: false);
        await page.GotoAsync($"{Idea}/screening");
        await page.GetByLabel("Yes, put it on the ballot").CheckAsync();
        await page.GetByLabel("Why?").FillAsync("It can be done; the paving costs more.");
        await page.GetByLabel("What can the proposer do now?").FillAsync("Come to the vote.");
        await page.GetByLabel("What does it cost on the ballot?").FillAsync("1800");
        await PressAsync(page, "Go on and read the letter");
        await PressAsync(page, "Decide and send the letter");

        await Assertions.Expect(page.GetByText("£1,800")).ToBeVisibleAsync();
        var visitor = await VisitAsync();
        await visitor.GotoAsync(Idea);
        await LookAtAsync(visitor, "idea-on-the-ballot");
    }

    [Fact]
    public async Task An_officer_signs_in_with_a_code()
    {
        var officer = await OfficerAsync();
        var page = await VisitAsync();
        await page.GotoAsync("/desk");
        await LookAtAsync(page, "sign-in");
        await page.GetByLabel("E-mail address").FillAsync(officer.Email!);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("not it at all");
        await PressAsync(page, "Sign in");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await LookAtAsync(page, "sign-in-error");

        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await PressAsync(page, "Sign in");
        await LookAtAsync(page, "second-factor");
    }

    static ILocator Heading(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    static Task PressAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
