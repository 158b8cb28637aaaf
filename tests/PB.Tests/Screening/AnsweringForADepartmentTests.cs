using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PB.Journal;
using PB.Proposals;
using PB.Screening;
using PB.Tally;
using PB.Tests.Town;

namespace PB.Tests.Screening;

public sealed class AnsweringForADepartmentTests : DepartmentTest
{
    [Fact]
    public async Task Officers_see_what_is_assigned_to_their_departments_over_all_rounds_and_nothing_else()
    {
        var assigned = await AssignAsync([1, 2], Parks);
        Assert.Contains("Parks", assigned.Text, StringComparison.Ordinal);
        await AssignAsync([3], Roads);
        await InAnotherRoundAsync(Parks);

        var parks = await (await SignedInAsync(Officers["Pia"])).OpenAsync(Queue);
        Assert.Contains("1. Benches", parks.Text, StringComparison.Ordinal);
        Assert.Contains("9. Bandstand", parks.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("3. Trees", parks.Text, StringComparison.Ordinal);
        var rosa = await SignedInAsync(Officers["Rosa"]);
        Assert.Equal(HttpStatusCode.NotFound, (await rosa.OpenAsync(await CardOfAsync(1, Parks))).Status);
        Assert.Contains("In this round departments check the ideas", (await rosa.OpenAsync($"{RoundPath}/proposals/1/screening")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Benches", (await rosa.OpenAsync("/desk/screening")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await SignedInAsync(await ResidentAsync())).OpenAsync(Queue)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await rosa.OpenAsync(Checks)).Status);
    }

    [Fact]
    public async Task The_queue_has_the_late_ones_first_and_can_be_searched()
    {
        await AssignAsync([2], Parks);
        await MoveToAsync(Clock.GetUtcNow().AddDays(1));
        await AssignAsync([1, 3], Parks);
        await AnswerAsync("Pat", await CardOfAsync(3, Parks), "Pass", "Pass");
        await MoveToAsync(Dates.ScreeningFrom!.Value.AddDays(3));
        var pia = await SignedInAsync(Officers["Pia"]);

        Assert.Equal(["2. Lights", "1. Benches", "3. Trees"], Titles(await pia.OpenAsync(Queue)));
        Assert.Equal(["2. Lights"], Titles(await pia.OpenAsync($"{Queue}?show=Late")));
        Assert.Equal(["3. Trees"], Titles(await pia.OpenAsync($"{Queue}?show=ToAccept")));
        Assert.Equal(["1. Benches"], Titles(await pia.OpenAsync($"{Queue}?search=STREET+1")));
        Assert.Equal(["3. Trees"], Titles(await pia.OpenAsync($"{Queue}?search=3")));
    }

    [Fact]
    public async Task One_officer_answers_and_another_one_accepts()
    {
        await AssignAsync([1], Parks);
        var card = await CardOfAsync(1, Parks);
        Assert.Equal(["Answer question 2"], (await AnswerAsync("Pia", card, "Pass", "")).Errors);
        Assert.Equal(["Answer question 1"], (await AnswerAsync("Pia", card, "Mendable", "Pass")).Errors);
        await AnswerAsync("Pia", card, "Pass", "NotApplicable", "1800");

        var pia = await SignedInAsync(Officers["Pia"]);
        var own = await pia.OpenAsync(card);
        Assert.DoesNotContain("Accept these answers", own.Text, StringComparison.Ordinal);
        var seen = own.Document.QuerySelector("input[name=Seen]")!.GetAttribute("value");
        var token = own.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value");
        var forced = await pia.PostAsync($"{card}/acceptance", ("Accept", "true"), ("Seen", seen), ("__RequestVerificationToken", token));
        Assert.Contains("You gave these answers yourself.", Assert.Single(forced.Errors), StringComparison.Ordinal);

        Assert.Equal(Queue, (await AcceptAsync("Pat", card)).Path);
        var kept = await WithDbAsync(db => db.Assignments.SingleAsync());
        Assert.Equal((Officers["Pia"].Id, Officers["Pat"].Id), (kept.AnsweredBy, kept.AcceptedBy));
        Assert.Equal(["Assigned proposals to departments", "Answered the checks of a proposal", "Accepted a department’s answers"],
            await WithDbAsync(db => db.Journal.OrderBy(entry => entry.Seq).Select(entry => entry.Act).ToListAsync()));
        await JournalHasItAllAsync();
    }

    [Theory]
    [InlineData("accepted_by = answered_by, accepted_at = now()", "23514")]
    [InlineData("accepted_by = (select id from people where name = 'Rosa Diaz'), accepted_at = now()", "PB009")]
    [InlineData("answered_by = (select id from people where name = 'Rosa Diaz'), answered_at = now()", "PB009")]
    public async Task The_database_itself_wants_a_second_officer_of_the_department(string change, string state)
    {
        await AssignAsync([1], Parks);
        await AnswerAsync("Pia", await CardOfAsync(1, Parks), "Pass", "Pass");

        var refused = await Assert.ThrowsAsync<PostgresException>(() => AskOwnerAsync<object>($"update assignments set {change} returning 1"));

        Assert.Equal(state, refused.SqlState);
    }

    [Fact]
    public async Task Where_a_department_has_no_second_officer_somebody_who_looks_after_the_round_says_the_second_word()
    {
        var trees = await DepartmentAsync("Trees", Officers["Pia"]);
        await AssignAsync([1], trees, Parks);
        var kept = await AnswerAsync("Pia", await CardOfAsync(1, trees), "Pass", "Pass", "900");
        Assert.Contains("so somebody who looks after the round does.", kept.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Accept these answers", (await (await SignedInAsync(Officers["Pia"])).OpenAsync(await CardOfAsync(1, trees))).Document.Body!.TextContent, StringComparison.Ordinal);
        var manager = await SignedInAsync(Maya);
        var link = (await manager.OpenAsync(Checks)).Document.QuerySelectorAll("a").Single(a => a.TextContent == "1. Benches: answers of Trees").GetAttribute("href")!;
        Assert.Equal(["Say why you send it back"], (await manager.PressAsync(await manager.OpenAsync(link), "Send it back")).Errors);

        await manager.PressAsync(await manager.OpenAsync(link), "Accept these answers");

        Assert.Equal(Maya.Id, await WithDbAsync(db => db.Assignments.Where(a => a.DepartmentId == trees.Id).Select(a => a.AcceptedBy).SingleAsync()));
        await AnswerAsync("Pia", await CardOfAsync(1, Parks), "Pass", "Pass");
        Assert.Equal(HttpStatusCode.NotFound, (await manager.OpenAsync(link.Replace(link.Split('/')[^1], (await CardOfAsync(1, Parks)).Split('/')[^1], StringComparison.Ordinal))).Status);
        await AcceptAsync("Pat", await CardOfAsync(1, Parks));
        await PublishAsync();
        Assert.True(await DecidedAsync(1));
        Assert.True(await WithDbAsync(db => db.Journal.AnyAsync(e => e.ActorId == Maya.Id && e.Act == "Accepted a department’s answers")));
    }

    [Fact]
    public async Task Whoever_looks_after_the_round_and_has_an_interest_says_no_second_word()
    {
        var trees = await DepartmentAsync("Trees", Officers["Pia"]);
        await AssignAsync([1], trees);
        await AnswerAsync("Pia", await CardOfAsync(1, trees), "Pass", "Pass");
        await ChangeAsync(async db => db.Add(new Interest(await db.Proposals.Where(p => p.Number == 1).Select(p => p.Id).SingleAsync(), Maya.Id, "My street.", Clock.GetUtcNow())));

        Assert.DoesNotContain("answers of Trees", (await (await SignedInAsync(Maya)).OpenAsync(Checks)).Text, StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => AskOwnerAsync<object>($"update assignments set accepted_by = '{Maya.Id}', accepted_at = now() returning 1"));
        Assert.Equal("PB009", refused.SqlState);
    }

    [Fact]
    public async Task The_database_takes_no_decision_before_a_second_officer_has_accepted()
    {
        await AssignAsync([1], Parks);
        await AnswerAsync("Pia", await CardOfAsync(1, Parks), "Pass", "Pass");

        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => ChangeAsync(async db => db.Add(new ScreeningDecision(
            await db.Proposals.Where(p => p.Number == 1).Select(p => p.Id).SingleAsync(), Officers["Pia"].Id, new ScreeningAnswer(true, null, "Yes.", "Vote."), Clock.GetUtcNow()))));

        Assert.Equal("PB006", Assert.IsType<PostgresException>(refused.InnerException).SqlState);
    }

    [Fact]
    public async Task What_is_sent_back_is_answered_anew_and_what_is_accepted_stays()
    {
        await AssignAsync([1], Parks);
        var card = await CardOfAsync(1, Parks);
        await AnswerAsync("Pia", card, "Pass", "Pass");
        var pat = await SignedInAsync(Officers["Pat"]);
        var answers = await pat.OpenAsync(card);
        Assert.Equal(["Say why you send it back"], (await pat.PressAsync(answers, "Send it back")).Errors);
        Assert.Equal(Queue, (await pat.PressAsync(answers, "Send it back", ("Reason", "Ask the forester first."))).Path);
        Assert.Equal(["There are no answers yet that could be accepted."], (await pat.PressAsync(answers, "Accept these answers")).Errors);

        var pia = await SignedInAsync(Officers["Pia"]);
        var again = await pia.OpenAsync(card);
        Assert.Contains("Ask the forester first.", again.Text, StringComparison.Ordinal);
        await AnswerAsync("Pia", card, "Fail", "Pass");
        await AcceptAsync("Pat", card);

        Assert.DoesNotContain("Keep these answers", (await pia.OpenAsync(card)).Text, StringComparison.Ordinal);
        await pia.PressAsync(again, "Keep these answers", ("Answers[0]", "Pass"));
        Assert.Equal(CheckAnswer.Fail, await WithDbAsync(db => db.Set<AssignmentAnswer>().OrderBy(a => a.Answer == CheckAnswer.Pass).Select(a => a.Answer).FirstAsync()));
    }

    [Fact]
    public async Task An_idea_is_forwarded_to_another_department_or_returned_with_a_reason()
    {
        await AssignAsync([1, 2], Parks);
        var pia = await SignedInAsync(Officers["Pia"]);
        var card = await CardOfAsync(1, Parks);
        var form = await pia.PressAsync(await pia.OpenAsync($"{card}/forwarding"), "Pass it on");
        Assert.Equal(["Choose who gets it", "Say why: whoever gets it reads it"], form.Errors);
        await pia.PressAsync(form, "Pass it on", ("To", "roads"), ("Reason", "It is on the pavement."));

        Assert.Equal(HttpStatusCode.NotFound, (await pia.OpenAsync(card)).Status);
        Assert.Contains("1. Benches", (await (await SignedInAsync(Officers["Rosa"])).OpenAsync(Queue)).Text, StringComparison.Ordinal);

        await pia.PressAsync(await pia.OpenAsync($"{await CardOfAsync(2, Parks)}/forwarding"), "Pass it on", ("To", "-"), ("Reason", "Not ours."));
        var manager = await SignedInAsync(Maya);
        Assert.Equal(["2. Lights", "3. Trees"], Titles(await manager.OpenAsync($"{Checks}?state=NotAssigned")));
        Assert.Contains("Returned by Pia Berg Not ours.", (await manager.OpenAsync($"{Checks}/2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_with_an_interest_neither_sees_nor_answers_and_what_they_said_no_longer_counts()
    {
        await AssignAsync([1], Parks);
        var card = await CardOfAsync(1, Parks);
        await AnswerAsync("Pia", card, "Pass", "Pass");
        await AcceptAsync("Pat", card);
        var pia = await SignedInAsync(Officers["Pia"]);

        await pia.PressAsync(await pia.OpenAsync($"{card}/interest"), "Take me out of it", ("Reason", "I live next door."));

        Assert.Equal(HttpStatusCode.NotFound, (await pia.OpenAsync(card)).Status);
        Assert.DoesNotContain("Benches", (await pia.OpenAsync(Queue)).Text, StringComparison.Ordinal);
        Assert.Null((await WithDbAsync(db => db.Assignments.SingleAsync())).AcceptedAt);
        Assert.Equal(0, await WithDbAsync(db => db.Set<AssignmentAnswer>().CountAsync()));
        Assert.Contains("Pia Berg: I live next door.", (await (await SignedInAsync(Maya)).OpenAsync($"{Checks}/1")).Text, StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => AskOwnerAsync<object>($"update assignments set answered_at = now(), answered_by = '{Officers["Pia"].Id}' returning 1"));
        Assert.Equal("PB009", refused.SqlState);
        await JournalHasItAllAsync();
    }

    [Fact]
    public async Task Numbers_of_another_round_among_the_ticked_ones_assign_nothing_at_all()
    {
        var page = await AssignAsync([1, 9], Parks);

        Assert.Contains("Nothing is assigned", page.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await WithDbAsync(db => db.Assignments.CountAsync()));
    }

    [Fact]
    public async Task Late_departments_are_reminded_once_and_counted_in_public()
    {
        await AssignAsync([1, 2], Parks);
        await AssignAsync([3], Roads);
        await MoveToAsync(Dates.ScreeningFrom!.Value.AddDays(6));

        await RunAsync<RemindLateOfficers>();
        await RunAsync<RemindLateOfficers>();

        var mails = await WithDbAsync(db => db.Messages.OrderBy(m => m.To).Select(m => m.Subject).ToListAsync());
        Assert.Equal(["2 checks of your department are late", "2 checks of your department are late", "1 check of your department is late", "1 check of your department is late"], mails);
        var page = await Visitor().OpenAsync($"{RoundPath}/checks");
        Assert.Contains("Parks: 2 answers", page.Text, StringComparison.Ordinal);
        Assert.Contains("Roads: 1 answer", page.Text, StringComparison.Ordinal);
        Assert.Contains("Can the council own it? The council can own it afterwards", page.Text, StringComparison.Ordinal);
        Assert.Single(await WithDbAsync(db => db.Set<JournalEntry>().Where(entry => entry.Act == "Reminded officers of late answers").ToListAsync()));
    }

    static string[] Titles(Page page) => [.. page.Document.QuerySelectorAll("tbody th a").Select(link => link.TextContent)];

    async Task InAnotherRoundAsync(Department department)
    {
        var west = await DraftRoundAsync(await NeighbourhoodAsync("Westfield", null, "MB9 9AA"), Maya, title: "Westfield 2027");
        await ChangeAsync(async db =>
        {
            (await WholeRoundAsync(db, west.Id)).AnnounceImported(Clock.GetUtcNow());
            var idea = new Proposal(west.Id, Provenance.Resident, Clock.GetUtcNow());
            idea.BelongTo(null, "Bryn", "bryn@example.org", null);
            idea.Write("Bandstand", "Music.", new Money(1500_00));
            idea.Locate("Westfield Green", null, null);
            idea.Submit(9, Clock.GetUtcNow());
            db.AddRange(idea, new Assignment(idea.Id, department.Id, Clock.GetUtcNow().AddDays(3), Clock.GetUtcNow()));
        });
    }
}
