using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Neighbourhoods;
using PB.Tests.Town;

namespace PB.Tests.Rounds;

public sealed class SettingUpARoundTests : TownTest
{
    Neighbourhood eastfield = null!;
    Browser manager = null!;

    [Fact]
    public async Task A_manager_sets_up_a_round_from_nothing_and_announces_it()
    {
        await BeginAsync();
        await StepAsync("words", ("Summary", "£50,000 for a better Eastfield."));
        await DatesAsync();
        foreach (var phase in new[] { "ideas", "voting" })
            await PromiseAsync(phase);
        await StepAsync("money", ("Amount", "50,000"), ("ApprovedBy", "Carys Bevan, Director of Finance"), ("ApprovedOn", "2027-02-01"));
        await StepAsync("ballot", ("MaxChoices", "5"), ("WhenItDoesNotFit", "Stop"), ("Ties", "Lot"), ("MinimumVotes", "10"));
        await StepAsync("voters", ("MinimumAge", "11"), ("InWords", "Everybody of 11 and over who lives in Eastfield"));
        await StepAsync("criteria", ("Lines", "It is in Eastfield\r\n\r\nThe council can look after it"));
        var setup = await StepAsync("feedback", ("On", "2027-05-20"), ("Channels", "This page and e-mail"));

        var page = await manager.PressAsync(setup, "Announce the round");

        Assert.Equal("/rounds/eastfield-2027", page.Path);
        var seen = await Visitor().OpenAsync(page.Path);
        Assert.Equal("Eastfield 2027", seen.Heading);
        Assert.Contains("Coming soon", seen.Text, StringComparison.Ordinal);
        Assert.Contains("£50,000", seen.Text, StringComparison.Ordinal);
        Assert.Contains("You choose up to 5 projects.", seen.Text, StringComparison.Ordinal);
        Assert.Contains("we stop there", seen.Text, StringComparison.Ordinal);
        Assert.Contains("a lot decides", seen.Text, StringComparison.Ordinal);
        Assert.Contains("fewer than 10 votes", seen.Text, StringComparison.Ordinal);
        Assert.Contains("You decide. The council does what you choose.", seen.Text, StringComparison.Ordinal);
        Assert.Contains("The council can look after it", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Monday 12 April 2027, 9:00am (UK time)", seen.Text, StringComparison.Ordinal);
        Assert.Equal(1, await WithDbAsync(db => db.Journal.CountAsync(entry => entry.Act == "Announced the round" && entry.Subject == "rounds/eastfield-2027")));
    }

    [Fact]
    public async Task A_round_that_lacks_something_cannot_be_announced_and_says_what_it_lacks()
    {
        var setup = await BeginAsync();
        Assert.DoesNotContain("Announce the round", setup.Text, StringComparison.Ordinal);
        Assert.Contains("Write who approved the money, and on which day.", setup.Text, StringComparison.Ordinal);
        Assert.Contains("Give the days on which voting opens and closes.", setup.Text, StringComparison.Ordinal);
        Assert.Contains("Give the dates first", setup.Text, StringComparison.Ordinal);

        var refused = await PostAsync("/rounds/eastfield-2027/announcement");

        Assert.Single(refused.Errors);
        Assert.Contains("Write who approved the money, and on which day.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().OpenAsync("/rounds/eastfield-2027")).Status);
    }

    [Fact]
    public async Task Nobody_is_empowered_by_a_vote_that_can_be_overruled()
    {
        await BeginAsync();
        await DatesAsync();
        var refused = await PromiseAsync("voting", ("CouncilMayOverrule", "true"));

        Assert.Equal("If the council may overrule the vote, people are not empowered. The honest word is Collaborate.", Assert.Single(refused.Errors));
        Assert.Contains("The size of the pot", refused.Document.QuerySelector("#WhatIsFixed")!.TextContent, StringComparison.Ordinal);
        var saved = await PromiseAsync("voting", ("CouncilMayOverrule", "true"), ("Level", "Collaborate"));
        Assert.Empty(saved.Errors);
    }

    [Fact]
    public async Task A_voting_hour_that_the_clocks_skip_or_repeat_is_refused()
    {
        await BeginAsync();
        var skipped = await StepAsync("dates", ("VotingFrom.Day", "2027-03-28"), ("VotingFrom.Hour", "01:30"));
        Assert.Contains("this hour does not exist", Assert.Single(skipped.Errors), StringComparison.Ordinal);
        Assert.Equal("01:30", skipped.Document.QuerySelector("#VotingFrom_Hour")!.GetAttribute("value"));

        var repeated = await StepAsync("dates", ("VotingFrom.Day", "2027-10-31"), ("VotingFrom.Hour", "01:30"));
        Assert.Contains("this hour happens twice", Assert.Single(repeated.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-04-31", "09:00", "Voting opens: write a day that is in the calendar, like 27 3 2027")]
    [InlineData("2027-04-12", "25:00", "Voting opens: write an hour, like 17:00")]
    [InlineData("2027-04-12", "", "Voting opens: write the hour too, like 17:00")]
    [InlineData("", "09:00", "Voting opens: write the day too")]
    public async Task A_date_that_is_none_is_sent_back_with_a_sentence(string day, string hour, string sentence)
    {
        await BeginAsync();
        var page = await StepAsync("dates", ("VotingFrom.Day", day), ("VotingFrom.Hour", hour));
        Assert.Equal(sentence, Assert.Single(page.Errors));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("1000000000000")]
    [InlineData("lots")]
    public async Task A_pot_that_cannot_be_is_sent_back_with_everything_else_kept(string amount)
    {
        await BeginAsync();
        var page = await StepAsync("money", ("Amount", amount), ("ApprovedBy", "Carys Bevan"));
        Assert.StartsWith("Write how much money there is in figures, like 50,000.", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(amount, page.Document.QuerySelector("#Amount")!.GetAttribute("value"));
        Assert.Equal("Carys Bevan", page.Document.QuerySelector("#ApprovedBy")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_script_in_a_title_is_shown_as_text_and_two_megabytes_are_too_long()
    {
        await BeginAsync();
        await StepAsync("words", ("Title", "<script>alert(1)</script>"));
        var page = await manager.OpenAsync("/rounds/script-alert-1-script");
        Assert.Equal("<script>alert(1)</script>", page.Heading);
        Assert.DoesNotContain(page.Document.Scripts, script => script.Text.Contains("alert", StringComparison.Ordinal));

        var refused = await manager.PressAsync(
            await manager.OpenAsync("/rounds/script-alert-1-script/setup/words"), "Save and go on", ("Summary", new string('x', 2_000_000)));
        Assert.Equal("The summary can have up to 1,000 characters", Assert.Single(refused.Errors));
    }

    [Fact]
    public async Task Two_rounds_of_one_title_have_two_addresses()
    {
        await BeginAsync();
        Assert.Equal("/rounds/eastfield-2027-2/setup", (await BeginAsync()).Path);
    }

    [Fact]
    public async Task A_round_for_young_people_has_thirteen_points_to_answer()
    {
        await BeginAsync();
        var setup = await StepAsync("words", ("Summary", "For us."), ("ForYoungPeople", "true"));
        Assert.Contains("Young people’s checklist", setup.Text, StringComparison.Ordinal);

        var answers = Enumerable.Range(0, 13).Select(i => ($"Points[{i}].Evidence", (string?)$"Done {i + 1}")).ToArray();
        setup = await StepAsync("checklist", answers);

        Assert.DoesNotContain("thirteen points", setup.Text, StringComparison.Ordinal);
        Assert.Contains("Done 13", (await manager.OpenAsync("/rounds/eastfield-2027/setup/checklist")).Text, StringComparison.Ordinal);
    }

    protected override async Task SettleAsync()
    {
        eastfield = await NeighbourhoodAsync();
        manager = await SignedInAsync(await ManagerAsync(eastfield));
    }

    async Task<Page> BeginAsync() =>
        await manager.PressAsync(await manager.OpenAsync("/desk/rounds/new"), "Begin the draft", ("Title", "Eastfield 2027"), ("Chosen", "eastfield"));

    async Task<Page> StepAsync(string step, params (string, string?)[] fields) =>
        await manager.PressAsync(await manager.OpenAsync($"/rounds/eastfield-2027/setup/{step}"), "Save and go on", fields);

    Task<Page> DatesAsync() => StepAsync("dates",
        ("IdeasFrom.Day", "2027-03-08"), ("IdeasFrom.Hour", "09:00"), ("ScreeningFrom.Day", "2027-03-22"), ("ScreeningFrom.Hour", "09:00"),
        ("VotingFrom.Day", "2027-04-12"), ("VotingFrom.Hour", "09:00"), ("VotingUntil.Day", "2027-04-19"), ("VotingUntil.Hour", "17:00"));

    Task<Page> PromiseAsync(string phase, params (string, string?)[] fields)
    {
        var answers = new Dictionary<string, string?>
        {
            ["Level"] = "Empower",
            ["WhatIsOpen"] = "Which projects are funded",
            ["WhatIsFixed"] = "The size of the pot",
            ["WhoDecides"] = "Residents",
            ["IfTheyDiffer"] = "They do not",
        };
        foreach (var (name, value) in fields)
            answers[name] = value;
        return StepAsync($"promise/{phase}", [.. answers.Select(answer => (answer.Key, answer.Value))]);
    }

    async Task<Page> PostAsync(string path) => await manager.PostAsync(path,
        ("__RequestVerificationToken", (await manager.OpenAsync("/desk/rounds/new")).Document.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")));
}
