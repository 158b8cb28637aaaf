using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PB.Tests.Town;

namespace PB.Tests.Screening;

public sealed class PreparingChecksTests : TownTest
{
    const string Step = "/rounds/eastfield-2027/setup/screening", Criteria = "/rounds/eastfield-2027/setup/criteria";

    static readonly (string, string?)[] Question =
        [("Questions[0].Question", "Can it be built?"), ("Questions[0].Condition", "It can be built"), ("Questions[0].WhenFailed", "It cannot be built.")];

    [Fact]
    public async Task A_manager_writes_a_checklist_and_its_conditions_are_published_with_the_round()
    {
        var (manager, list) = await ManagerWithListAsync();

        var steps = await manager.PressAsync(await manager.OpenAsync(Step), "Save and go on", ("Checklist", list));

        Assert.Empty(steps.Errors);
        Assert.Equal(["It can be built", "It is in Eastfield", "The council can own it afterwards"],
            await WithDbAsync(db => db.Set<PB.Rounds.Criterion>().OrderBy(criterion => criterion.Position).Select(criterion => criterion.Text).ToListAsync()));
        var without = await manager.PressAsync(await manager.OpenAsync(Criteria), "Save and go on", ("Lines", "It is in Eastfield"));
        Assert.Equal(["The checklist of this round asks for this condition, so it has to stay: “It can be built”"], without.Errors);
        Assert.Equal("selected", (await manager.OpenAsync(Step)).Document.QuerySelector($"option[value='{list}'][selected]") is null ? "" : "selected");
    }

    [Fact]
    public async Task Decisions_come_out_early_enough_for_appeals_to_be_answered()
    {
        var (manager, list) = await ManagerWithListAsync();

        var page = await manager.PressAsync(await manager.OpenAsync(Step), "Save and go on", ("Checklist", list), ("PublicationDays", "7"), ("MendDays", "0"));
        Assert.Equal(["Write a number of days from 1 to 90"], page.Errors);
        page = await manager.PressAsync(page, "Save and go on", ("MendDays", "5"));

        Assert.Equal(["Publish the decisions at least 8 days before voting opens, so that appeals are answered by then"], page.Errors);
        Assert.Equal(0, await WithDbAsync(db => db.ScreeningPlans.CountAsync()));
    }

    [Fact]
    public async Task The_same_name_makes_the_next_version_and_no_version_changes()
    {
        var (manager, list) = await ManagerWithListAsync();
        var again = await manager.OpenAsync($"/desk/checklists/new?from={list}");
        Assert.Equal("Can it be built?", again.Document.QuerySelector("#Questions_0__Question")!.GetAttribute("value"));

        var page = await manager.PressAsync(again, "Make this version", ("Questions[0].Question", "Can it be built in a year?"));

        Assert.Equal("Small works, version 2", page.Heading);
        Assert.Contains("Can it be built?", (await manager.OpenAsync($"/desk/checklists/{list}")).Text, StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => AskOwnerAsync<object>("update checklist_questions set question = 'Another' returning 1"));
        Assert.Equal("PB004", refused.SqlState);
    }

    [Fact]
    public async Task A_question_without_a_condition_to_cite_is_not_taken()
    {
        var manager = await SignedInAsync(await ManagerAsync());

        var page = await manager.PressAsync(await manager.OpenAsync("/desk/checklists/new"), "Make this version", ("Name", "Small works"), ("Questions[0].Question", "Can it be built?"));

        Assert.Equal(["Write the condition that people read before they send in ideas: a refusal cites it", "Write the sentence that the proposer reads when the answer is no"], page.Errors);
    }

    [Fact]
    public async Task Administrators_say_who_answers_for_a_department()
    {
        var officer = await OfficerAsync();
        var administrator = await SignedInAsync(await AdministratorAsync());

        var page = await administrator.PressAsync(await administrator.OpenAsync("/desk/departments/new"), "Save", ("Name", "Parks & gardens"), ("Officers", $"{officer.Id}"));
        Assert.Contains("Otis Hale", page.Text, StringComparison.Ordinal);
        Assert.Contains("It needs two officers", page.Text, StringComparison.Ordinal);
        await administrator.PressAsync(await administrator.OpenAsync("/desk/departments/parks-gardens"), "Save", ("Name", "Parks"), ("Officers", null));

        var kept = await WithDbAsync(db => db.Departments.Include(d => d.Officers).SingleAsync());
        Assert.Equal(("Parks", "parks-gardens", 0), (kept.Name, kept.Slug, kept.Officers.Count));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await SignedInAsync(officer)).OpenAsync("/desk/departments")).Status);
    }

    async Task<(Browser Manager, string List)> ManagerWithListAsync()
    {
        var where = await NeighbourhoodAsync();
        var maya = await ManagerAsync(where);
        await DraftRoundAsync(where, maya);
        var manager = await SignedInAsync(maya);
        var page = await manager.PressAsync(await manager.OpenAsync("/desk/checklists/new"), "Make this version", [("Name", "Small works"), .. Question]);
        Assert.Equal("Small works, version 1", page.Heading);
        return (manager, page.Path.Split('/')[^1]);
    }
}
