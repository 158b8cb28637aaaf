using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PB.People;
using PB.Proposals;
using PB.Screening;
using PB.Tally;

namespace PB.Browser.Tests.Journeys;

/// <summary>An appeal against a department that has one officer: whoever looks after the round said the second word, so somebody else answers.</summary>
public sealed class AppealJourney : JourneyTest
{
    const string Round = "/rounds/eastfield-2027";

    Person maya = null!, pia = null!, ada = null!;

    protected override async Task SettleAsync()
    {
        await base.SettleAsync();
        var where = await NeighbourhoodAsync();
        maya = await ManagerAsync(where);
        (pia, ada) = (await PersonAsync("Pia Berg", Role.Reviewer), await AdministratorAsync());
        var round = await DraftRoundAsync(where, maya);
        await ChangeAsync(db =>
        {
            var parks = new Department("Parks and gardens", "parks", Clock.GetUtcNow());
            parks.Appoint([pia.Id]);
            var list = new Checklist("Small works", 1, [new("Can the council own it?", "Ask the land registry.", "The council can own it afterwards", "", "The ground is not the council’s.", "")], Clock.GetUtcNow());
            db.AddRange(parks, list, new ScreeningPlan(round.Id, list.Id, new ScreeningTimes { AnswerDays = 1 }));
            return Task.CompletedTask;
        });
        await ChangeAsync(async db => (await WholeRoundAsync(db, round.Id)).Announce(Clock.GetUtcNow()));
        await MoveToAsync(Dates.IdeasFrom!.Value);
        await ChangeAsync(db =>
        {
            var idea = new Proposal(round.Id, Provenance.Resident, Clock.GetUtcNow());
            idea.BelongTo(null, "Bryn", "bryn@example.org", null);
            idea.Write("A stage for the summer", "For all.", new Money(1500_00));
            idea.Locate("River Walk", null, null);
            idea.Submit(1, Clock.GetUtcNow());
            db.Add(idea);
            return Task.CompletedTask;
        });
        await MoveToAsync(Dates.ScreeningFrom!.Value);
    }

    [Fact]
    public async Task Somebody_who_had_no_part_in_it_answers()
    {
        await RefusedAsync();
        var page = await VisitAsync();
        await page.GotoAsync(await LinkAsync());
        await EnterAsync(Button(page, "Send my appeal"));
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToBeFocusedAsync();
        await LookAtAsync(page, "appeal-alone-error");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("The ground was bought last year.");
        await EnterAsync(Button(page, "Send my appeal"));
        await Assertions.Expect(page.GetByText("You get an answer by")).ToBeVisibleAsync();
        await LookAtAsync(page, "appeal-alone-sent");

        foreach (var (person, state) in new[] { (pia, "officer"), (maya, "manager") })
        {
            var desk = await VisitAsync(person);
            await desk.GotoAsync("/desk/appeals");
            await Assertions.Expect(desk.GetByText("Nothing waits here.")).ToBeVisibleAsync();
            await LookAtAsync(desk, $"appeals-none-{state}");
        }

        await AnsweredAsync();
        await page.GotoAsync($"{Round}/proposals/1");
        await Assertions.Expect(page.GetByText("The deed is here.").First).ToBeVisibleAsync();
        await LookAtAsync(page, "appeal-alone-granted");
    }

    // Pia says no, Maya the second word, and the decisions come out.
    async Task RefusedAsync()
    {
        var manager = await VisitAsync(maya, withScript: false);
        await manager.GotoAsync($"{Round}/screening");
        await manager.GetByLabel("Assign 1. A stage for the summer").CheckAsync();
        await manager.GetByLabel("Parks and gardens").CheckAsync();
        await EnterAsync(Button(manager, "Assign the ticked ideas"));
        await Assertions.Expect(manager.GetByLabel("Assign 1. A stage for the summer")).Not.ToBeCheckedAsync();
        var officer = await VisitAsync(pia, withScript: false);
        await officer.GotoAsync("/desk/assignments");
        await EnterAsync(officer.GetByRole(AriaRole.Link, new() { Name = "1. A stage for the summer" }));
        await officer.GetByLabel("No", new() { Exact = true }).CheckAsync();
        await EnterAsync(Button(officer, "Keep these answers"));
        await Assertions.Expect(officer.GetByText("Your answers are kept.")).ToBeVisibleAsync();
        await manager.GotoAsync($"{Round}/screening");
        await EnterAsync(manager.GetByRole(AriaRole.Link, new() { Name = "1. A stage for the summer: answers of Parks and gardens" }));
        await EnterAsync(Button(manager, "Accept these answers"));
        await Assertions.Expect(manager.GetByText("You have accepted the answers of Parks and gardens.")).ToBeVisibleAsync();
        await manager.GotoAsync($"{Round}/screening/publication");
        await EnterAsync(Button(manager, "Publish them now"));
        await Assertions.Expect(Button(manager, "Publish them now")).ToHaveCountAsync(0);
    }

    async Task AnsweredAsync()
    {
        var judge = await VisitAsync(ada);
        await judge.GotoAsync("/desk/appeals");
        await LookAtAsync(judge, "appeals-of-an-administrator");
        await EnterAsync(judge.GetByRole(AriaRole.Link, new() { Name = "1. A stage for the summer" }));
        await EnterAsync(Button(judge, "Publish this answer"));
        await Assertions.Expect(judge.Locator(".govuk-error-summary")).ToBeVisibleAsync();
        await LookAtAsync(judge, "appeal-alone-answer-errors");
        await EnterAsync(judge.Locator(".govuk-error-summary a").First);
        await Assertions.Expect(judge.GetByLabel("Yes, put it on the ballot")).ToBeFocusedAsync();
        await judge.Keyboard.PressAsync("Space");
        await judge.Locator("[name=Reason]").FillAsync("The deed is here.");
        await judge.Locator("[name=NextStep]").FillAsync("Come to the vote.");
        await EnterAsync(Button(judge, "Publish this answer"));
        await Assertions.Expect(Button(judge, "Publish this answer")).ToHaveCountAsync(0);
    }

    async Task<string> LinkAsync()
    {
        var letter = await WithDbAsync(db => db.Messages.Where(m => m.To == "bryn@example.org").OrderByDescending(m => m.CreatedAt).Select(m => m.Body).FirstAsync());
        return "/appeals/" + letter.Split("/appeals/")[1].Split('\n', ' ')[0];
    }

    static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    static Task EnterAsync(ILocator on) => on.PressAsync("Enter");
}
