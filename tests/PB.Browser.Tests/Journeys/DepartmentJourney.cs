using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PB.People;
using PB.Proposals;
using PB.Screening;
using PB.Tally;

namespace PB.Browser.Tests.Journeys;

/// <summary>An idea that two officers of a department check, that its proposer mends, and that is decided.</summary>
public sealed class DepartmentJourney : JourneyTest
{
    const string Round = "/rounds/eastfield-2027";

    Person maya = null!, pia = null!, pat = null!;

    protected override async Task SettleAsync()
    {
        await base.SettleAsync();
        var where = await NeighbourhoodAsync();
        maya = await ManagerAsync(where);
        (pia, pat) = (await PersonAsync("Pia Berg", Role.Reviewer), await PersonAsync("Pat Cole", Role.Reviewer));
        var round = await DraftRoundAsync(where, maya);
        await ChangeAsync(db =>
        {
            var parks = new Department("Parks and gardens", "parks", Clock.GetUtcNow());
            parks.Appoint([pia.Id, pat.Id]);
            var list = new Checklist("Small works", 1,
                [
                    new("Is it in the area?", "Look at the map.", "It is in Eastfield", "It is in Eastfield.", "It would not be in Eastfield.", ""),
                    new("Can the council own it?", "Ask the land registry.", "The council can own it afterwards", "", "The ground is not the council’s.", "Please choose ground that is the council’s.") { MayNotApply = true },
                ], Clock.GetUtcNow());
            db.AddRange(parks, list, new ScreeningPlan(round.Id, list.Id, new ScreeningTimes { AnswerDays = 1 }));
            return Task.CompletedTask;
        });
        await ChangeAsync(async db => (await WholeRoundAsync(db, round.Id)).Announce(Clock.GetUtcNow()));
        await MoveToAsync(Dates.IdeasFrom!.Value);
        await ChangeAsync(db =>
        {
            foreach (var (number, title) in ((int, string)[])[(1, "Benches along the river"), (2, "A stage for the summer")])
            {
                var proposal = new Proposal(round.Id, Provenance.Resident, Clock.GetUtcNow());
                proposal.BelongTo(null, "Bryn", $"bryn{number}@example.org", null);
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
    public async Task Departments_check_ideas_and_the_decisions_come_out_together()
    {
        var manager = await VisitAsync(maya);
        await manager.GotoAsync($"{Round}/screening");
        await manager.GetByLabel("Assign 1. Benches along the river").CheckAsync();
        await manager.GetByLabel("Assign 2. A stage for the summer").CheckAsync();
        await manager.GetByLabel("Parks and gardens").CheckAsync();
        await PressAsync(manager, "Assign the ticked ideas");
        await LookAtAsync(manager, "checks-of-a-round");
        await MoveToAsync(Dates.ScreeningFrom!.Value.AddDays(2));

        var officer = await VisitAsync(pia);
        await officer.GotoAsync("/desk/assignments");
        await LookAtAsync(officer, "assignments");
        await officer.GetByRole(AriaRole.Link, new() { Name = "1. Benches along the river" }).ClickAsync();
        await PressAsync(officer, "Keep these answers");
        await LookAtAsync(officer, "assignment-error");
        await AnswerAsync(officer, "No, but it can be mended");
        await officer.GetByRole(AriaRole.Link, new() { Name = "2. A stage for the summer" }).ClickAsync();
        await AnswerAsync(officer, "No");

        // Accepting works without script as well.
        var second = await VisitAsync(pat, withScript: false);
        foreach (var title in (string[])["1. Benches along the river", "2. A stage for the summer"])
        {
            await second.GotoAsync("/desk/assignments");
            await second.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
            await PressAsync(second, "Accept these answers");
        }

        await officer.GotoAsync("/desk/assignments");
        await LookAtAsync(officer, "assignments-none");
        await manager.GotoAsync($"{Round}/screening/2");
        await LookAtAsync(manager, "check-of-an-idea");
        await manager.GotoAsync($"{Round}/exclusions");
        await LookAtAsync(manager, "exclusions");
        await manager.GotoAsync($"{Round}/screening/publication");
        await LookAtAsync(manager, "publication-of-decisions");
        await PressAsync(manager, "Publish them now");

        await LookAtProposersPagesAsync();
    }

    [Fact]
    public async Task Where_a_department_has_one_officer_the_manager_says_the_second_word()
    {
        await ChangeAsync(async db => (await db.Departments.Include(d => d.Officers).SingleAsync()).Appoint([pia.Id]));
        var manager = await VisitAsync(maya, withScript: false);
        await manager.GotoAsync($"{Round}/screening");
        await manager.GetByLabel("Assign 1. Benches along the river").CheckAsync();
        await manager.GetByLabel("Parks and gardens").CheckAsync();
        await PressAsync(manager, "Assign the ticked ideas");
        var officer = await VisitAsync(pia);
        await officer.GotoAsync("/desk/assignments");
        await officer.GetByRole(AriaRole.Link, new() { Name = "1. Benches along the river" }).ClickAsync();
        await AnswerAsync(officer, "No");
        await LookAtAsync(officer, "assignment-without-second");

        var page = await VisitAsync(maya);
        await page.GotoAsync($"{Round}/screening");
        await LookAtAsync(page, "checks-waiting-for-the-manager");
        await page.GetByRole(AriaRole.Link, new() { Name = "1. Benches along the river: answers of Parks and gardens" }).ClickAsync();
        await LookAtAsync(page, "second-opinion");
        await PressAsync(page, "Send it back");
        await LookAtAsync(page, "second-opinion-errors");
        await PressAsync(page, "Accept these answers");
        await Assertions.Expect(page.GetByText("You have accepted the answers of Parks and gardens.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_pages_that_prepare_the_checks_are_in_order()
    {
        var manager = await VisitAsync(maya);
        await manager.GotoAsync("/desk/checklists/new");
        await LookAtAsync(manager, "checklist-new");
        await manager.GotoAsync("/desk/checklists");
        await manager.GetByRole(AriaRole.Link, new() { Name = "Small works, version 1" }).ClickAsync();
        await LookAtAsync(manager, "checklist");
        var administrator = await VisitAsync(await AdministratorAsync());
        await administrator.GotoAsync("/desk/departments/parks");
        await LookAtAsync(administrator, "department");
        await administrator.GotoAsync("/desk/departments");
        await LookAtAsync(administrator, "departments");
    }

    async Task LookAtProposersPagesAsync()
    {
        var proposer = await VisitAsync();
        await proposer.GotoAsync(await LinkAsync("bryn1@example.org", "mendings"));
        await LookAtAsync(proposer, "mending");
        await proposer.GotoAsync(await LinkAsync("bryn2@example.org", "appeals"));
        await LookAtAsync(proposer, "appeal");
        await proposer.GetByLabel("Why is the decision wrong?").FillAsync("The ground was bought last year.");
        await PressAsync(proposer, "Send my appeal");
        await proposer.GotoAsync($"{Round}/proposals/2/letter");
        await LookAtAsync(proposer, "letter");
        await proposer.GotoAsync($"{Round}/checks");
        await LookAtAsync(proposer, "checks");

        var somebodyElse = await VisitAsync(await OfficerAsync());
        await somebodyElse.GotoAsync("/desk/appeals");
        await somebodyElse.GetByRole(AriaRole.Link, new() { Name = "2. A stage for the summer" }).ClickAsync();
        await LookAtAsync(somebodyElse, "appeal-answer");
    }

    static async Task AnswerAsync(IPage page, string second)
    {
        await page.GetByRole(AriaRole.Group, new() { Name = "1. Is it in the area?" }).GetByLabel("Yes", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "2. Can the council own it?" }).GetByLabel(second, new() { Exact = true }).CheckAsync();
        await PressAsync(page, "Keep these answers");
    }

    async Task<string> LinkAsync(string address, string room)
    {
        var letter = await WithDbAsync(db => db.Messages.Where(m => m.To == address).OrderByDescending(m => m.CreatedAt).Select(m => m.Body).FirstAsync());
        return letter.Split(['\n', ' ']).Select(word => Uri.TryCreate(word, UriKind.Absolute, out var link) ? link.AbsolutePath : "")
            .Single(path => path.StartsWith($"/{room}/", StringComparison.Ordinal));
    }

    static Task PressAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
