using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PB.People;
using PB.Proposals;
using PB.Rounds;
using PB.Screening;
using PB.Tally;

namespace PB.Browser.Tests.Journeys;

/// <summary>What goes on the ballot is looked through, numbered by lot and fixed; with the keyboard alone.</summary>
public sealed class BallotPaperJourney : JourneyTest
{
    const string Path = "/rounds/eastfield-2027", Paper = Path + "/ballot-paper";

    Round round = null!;
    Person maya = null!;

    protected override async Task SettleAsync()
    {
        await base.SettleAsync();
        round = await AnnouncedRoundAsync();
        maya = await WithDbAsync(db => db.Users.SingleAsync(person => person.Name == "Maya Okoro"));
        await MoveToAsync(Dates.ScreeningFrom!.Value);
    }

    [Fact]
    public async Task Numbers_are_drawn_by_lot_and_what_is_missing_is_read_on_the_ballot()
    {
        var page = await VisitAsync(maya);
        await page.GotoAsync(Paper);
        await LookAtAsync(page, "paper-empty");
        await ProjectsAsync();
        await page.ReloadAsync();
        await LookAtAsync(page, "paper-gaps");

        await EnterAsync(Button(page, "Draw the numbers"));
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToBeFocusedAsync();
        await LookAtAsync(page, "paper-lot-error");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("What fell?")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Dice 4 2 6 1 3, assembly of 3 May");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("The numbers are drawn.")).ToBeVisibleAsync();
        await LookAtAsync(page, "paper-drawn");

        var visitor = await VisitAsync();
        await visitor.GotoAsync(Path);
        await EnterAsync(visitor.Locator("#lot ~ details summary").First);
        await Assertions.Expect(visitor.Locator("#lot ~ details table").First).ToBeVisibleAsync();
        await LookAtAsync(visitor, "lot-of-a-round");
        await MoveToAsync(Opening);
        await visitor.GotoAsync($"{Path}/ballot");
        await Assertions.Expect(visitor.GetByText("Nobody has said who pays what it costs each year.")).ToBeVisibleAsync();
        await LookAtAsync(visitor, "ballot-with-gaps");
        await page.GotoAsync(Paper);
        await Assertions.Expect(page.GetByText("Voting has opened: the ballot stays as it is.")).ToBeVisibleAsync();
        await LookAtAsync(page, "paper-fixed");
    }

    [Fact]
    public async Task The_same_without_script()
    {
        await ProjectsAsync();
        var page = await VisitAsync(maya, withScript: false);
        await page.GotoAsync(Paper);
        await EnterAsync(Button(page, "Draw the numbers"));
        await EnterAsync(page.GetByRole(AriaRole.Link, new() { Name = "Write down what fell: nobody may be able to choose it" }));
        await Assertions.Expect(page.GetByLabel("What fell?")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Dice 4 2 6 1 3, assembly of 3 May");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByText("The numbers are drawn.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task At_the_desk_a_postcode_in_two_neighbourhoods_asks()
    {
        var mill = await NeighbourhoodAsync("Millside", null, "MB1 1AA", "MB2 2BB");
        await WithDbAsync(db => db.Database.ExecuteSqlAsync($"insert into round_neighbourhoods values ({round.Id}, {mill.Id})"));
        await WithDbAsync(db => db.Database.ExecuteSqlAsync($"update rounds set proofs = 'Desk, Register'"));
        await ChangeAsync(db => db.AddAsync(new Appointment(maya.Id, mill.Id)).AsTask());
        await MoveToAsync(Opening);
        var page = await VisitAsync(maya);
        await page.GotoAsync($"{Path}/voters/desk");
        await LookAtAsync(page, "desk-in-person");
        await EnterAsync(Button(page, "Give them a code"));
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToBeVisibleAsync();
        await LookAtAsync(page, "desk-in-person-errors");
        await FillAsync(page, "Amina Yusuf");
        await page.GetByLabel("What did they show you?").FillAsync("Passport");
        await page.GetByLabel("I have seen the person, and it is them").CheckAsync();
        await EnterAsync(Button(page, "Give them a code"));
        await EnterAsync(page.Locator(".govuk-error-summary a"));
        await Assertions.Expect(page.GetByLabel("Eastfield")).ToBeFocusedAsync();
        await LookAtAsync(page, "desk-in-person-two-areas");
        await page.GetByLabel("Millside").CheckAsync();
        await EnterAsync(Button(page, "Give them a code"));
        await Assertions.Expect(page.Locator("code").First).ToBeVisibleAsync();
        await LookAtAsync(page, "desk-in-person-code");
    }

    [Fact]
    public async Task Whoever_votes_provisionally_says_in_which_of_two_neighbourhoods()
    {
        var mill = await NeighbourhoodAsync("Millside", null, "MB1 1AA", "MB2 2BB");
        await WithDbAsync(db => db.Database.ExecuteSqlAsync($"insert into round_neighbourhoods values ({round.Id}, {mill.Id})"));
        await WithDbAsync(db => db.Database.ExecuteSqlAsync($"update rounds set proofs = 'Register'"));
        await ProjectsAsync();
        await MoveToAsync(Opening);
        var page = await VisitAsync(await ResidentAsync());
        await page.GotoAsync($"{Path}/roll/provisional");
        await LookAtAsync(page, "provisional");
        await FillAsync(page, "Amina Yusuf");
        await page.GetByLabel("Your address").FillAsync("7 Mill Lane");
        await EnterAsync(Button(page, "Go on to my ballot"));
        await EnterAsync(page.Locator(".govuk-error-summary a"));
        await Assertions.Expect(page.GetByLabel("Eastfield")).ToBeFocusedAsync();
        await LookAtAsync(page, "provisional-two-areas");
        await page.Keyboard.PressAsync("Space");
        await EnterAsync(Button(page, "Go on to my ballot"));
        await Assertions.Expect(page.GetByText("You can vote now.")).ToBeVisibleAsync();
    }

    static async Task FillAsync(IPage page, string name)
    {
        await page.GetByLabel("First and last name").FillAsync(name);
        await page.Locator("[name=BornOn]").FillAsync("27 3 1990");
        await page.GetByLabel("Postcode", new() { Exact = true }).FillAsync("MB1 1AA");
    }

    static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    static Task EnterAsync(ILocator on) => on.PressAsync("Enter");

    async Task ProjectsAsync()
    {
        var officer = await OfficerAsync();
        await ChangeAsync(db =>
        {
            foreach (var (title, index) in new[] { "Benches along the river", "A stage for the summer", "Street trees" }.Select((title, index) => (title, index)))
            {
                var idea = new Proposal(round.Id, Provenance.Resident, Clock.GetUtcNow());
                idea.BelongTo(null, "Bryn", $"bryn{index}@example.org", null);
                idea.Write(title, "For all.", new Money(1_000_00));
                idea.Detail(new DraftDetails { RunningCosts = index == 1 ? new Money(300_00) : null });
                idea.Locate("River Walk", null, null);
                idea.Submit(index + 1, Clock.GetUtcNow());
                if (index != 1)
                    idea.SetPrice(new Money(1_200_00));
                db.AddRange(idea, new ScreeningDecision(idea.Id, officer.Id, new ScreeningAnswer(true, null, "It can be done.", "Vote."), Clock.GetUtcNow()));
            }

            return Task.CompletedTask;
        });
    }
}
