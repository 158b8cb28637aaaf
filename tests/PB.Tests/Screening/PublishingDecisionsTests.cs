using Microsoft.EntityFrameworkCore;
using PB.Screening;
using PB.Tally;

namespace PB.Tests.Screening;

public sealed class PublishingDecisionsTests : DepartmentTest
{
    const string First = RoundPath + "/proposals/1";

    [Fact]
    public async Task Until_all_decisions_are_published_nothing_of_them_is_public_and_nobody_is_written_to()
    {
        await CheckAsync(1, "Pass", "Pass", "1800");
        await CheckAsync(2, "Pass", "Fail");
        await MoveToAsync(Publication.AddTicks(-10));
        await RunAsync<PublishDecisions>();

        Assert.Contains("Waiting for a check", (await Visitor().OpenAsync(First)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1,800", (await Visitor().OpenAsync(First)).Text, StringComparison.Ordinal);
        Assert.Equal((0, 0), (await WithDbAsync(db => db.ScreeningDecisions.CountAsync()), await WithDbAsync(db => db.Messages.CountAsync())));

        await PublishAsync();
        await RunAsync<PublishDecisions>();

        Assert.Equal((true, false, null), (await DecidedAsync(1), await DecidedAsync(2), await DecidedAsync(3)));
        Assert.Equal(2, await WithDbAsync(db => db.Messages.CountAsync()));
        Assert.Single((await WithDbAsync(db => db.ScreeningDecisions.Select(d => d.DecidedAt).ToListAsync())).Distinct());
        var page = await Visitor().OpenAsync(First);
        Assert.Contains("Why: It is in Eastfield. The council can look after it.", page.Text.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("£1,800", page.Text, StringComparison.Ordinal);
        await JournalHasItAllAsync();
    }

    [Fact]
    public async Task A_refusal_cites_the_published_condition_and_its_letter_says_the_reason_the_next_step_and_the_appeal()
    {
        await CheckAsync(1, "Pass", "Fail");
        await PublishAsync();

        var letter = await LetterToAsync("bryn1@example.org");
        Assert.Equal("“Benches” will not be on the ballot", letter.Subject);
        Assert.Contains("The condition that it does not meet: The council can own it afterwards", letter.Body, StringComparison.Ordinal);
        Assert.Contains("Why: The ground is not the council’s.", letter.Body, StringComparison.Ordinal);
        Assert.Contains("you can appeal before Tuesday 30 March 2027", letter.Body, StringComparison.Ordinal);
        var page = await Visitor().OpenAsync($"{First}/letter");
        Assert.Equal("“Benches” will not be on the ballot", page.Heading);
        Assert.Contains("The ground is not the council’s.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(LinkIn(letter, "appeals"), page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_of_officers_are_never_public_and_estimates_only_as_the_price()
    {
        await AssignAsync([1], Parks, Roads);
        foreach (var (one, other, department, estimate) in new[] { ("Pia", "Pat", Parks, "1100"), ("Rosa", "Ravi", Roads, "700") })
        {
            var card = await CardOfAsync(1, department);
            var browser = await SignedInAsync(Officers[one]);
            await browser.PressAsync(await browser.OpenAsync(card), "Keep the note", ("Note", "Between us: hazel-dormouse."));
            await AnswerAsync(one, card, "Pass", "Pass", estimate);
            await AcceptAsync(other, card);
        }

        await PublishAsync();

        foreach (var path in new[] { First, $"{First}/letter", RoundPath, $"{RoundPath}/proposals", $"{RoundPath}/checks" })
        {
            var text = (await Visitor().OpenAsync(path)).Document.DocumentElement.TextContent;
            Assert.DoesNotContain("hazel-dormouse", text, StringComparison.Ordinal);
            Assert.DoesNotContain("1,100", text, StringComparison.Ordinal);
        }

        Assert.Contains("£1,800", (await Visitor().OpenAsync(First)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hazel-dormouse", string.Concat(await WithDbAsync(db => db.Messages.Select(m => m.Body).ToListAsync())), StringComparison.Ordinal);
        Assert.Contains("hazel-dormouse", (await (await SignedInAsync(Maya)).OpenAsync($"{Checks}/1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_publishes_by_hand_what_is_ready_and_a_late_one_comes_out_when_it_is()
    {
        await CheckAsync(1, "Pass", "Pass");
        await AssignAsync([2], Parks);
        var manager = await SignedInAsync(Maya);
        var page = await manager.OpenAsync($"{Checks}/publication");
        Assert.Contains("1 decision is ready.", page.Text, StringComparison.Ordinal);
        Assert.Contains("2 ideas still wait for their checks.", page.Text, StringComparison.Ordinal);

        await manager.PressAsync(page, "Publish them now");
        Assert.Contains("There was nothing to publish.", (await manager.PressAsync(page, "Publish them now")).Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal((true, null), (await DecidedAsync(1), await DecidedAsync(2)));

        await MoveToAsync(Publication.AddDays(2));
        var card = await CardOfAsync(2, Parks);
        await AnswerAsync("Pia", card, "Pass", "NotApplicable");
        await AcceptAsync("Pat", card);
        await RunAsync<PublishDecisions>();
        Assert.True(await DecidedAsync(2));
    }

    [Fact]
    public async Task An_idea_of_several_departments_waits_for_all_of_them_and_one_no_is_a_no()
    {
        await AssignAsync([1], Parks, Roads);
        var parks = await CardOfAsync(1, Parks);
        await AnswerAsync("Pia", parks, "Pass", "Pass");
        await AcceptAsync("Pat", parks);
        await PublishAsync();
        Assert.Null(await DecidedAsync(1));

        var roads = await CardOfAsync(1, Roads);
        await AnswerAsync("Rosa", roads, "Fail", "NotApplicable");
        await AcceptAsync("Ravi", roads);
        await RunAsync<PublishDecisions>();
        Assert.False(await DecidedAsync(1));
        Assert.Contains("It does not meet this condition: It is in Eastfield", (await Visitor().OpenAsync(First)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposer_mends_within_the_window_and_whoever_asked_checks_again()
    {
        await CheckAsync(1, "Pass", "Mendable");
        var letter = await LetterToAsync("bryn1@example.org");
        Assert.Contains("Please choose ground that is the council’s.", letter.Body, StringComparison.Ordinal);
        var proposer = Visitor();
        var form = await proposer.OpenAsync(LinkIn(letter, "mendings"));
        Assert.Equal(["Say what you have changed: everybody can read it"], (await proposer.PressAsync(form, "Send my changes")).Errors);

        var sent = await proposer.PressAsync(form, "Send my changes", ("Place", "Town Green"), ("WhatChanged", "It is on the green now."), ("Estimate", "900"));

        Assert.Contains("Your changes came in", sent.Text, StringComparison.Ordinal);
        var idea = await Visitor().OpenAsync(First);
        Assert.Contains("Changed by its proposer after a check: It is on the green now.", idea.Text, StringComparison.Ordinal);
        Assert.Contains("Where: Street 1", idea.Text, StringComparison.Ordinal);
        Assert.Contains("Its text was changed after it was sent in", idea.Text, StringComparison.Ordinal);
        var difference = await Visitor().OpenAsync($"{First}/versions/2");
        Assert.Contains("It is on the green now.", difference.Text, StringComparison.Ordinal);
        Assert.Contains("Street", string.Concat(difference.Document.QuerySelectorAll("del").Select(gone => gone.TextContent)), StringComparison.Ordinal);
        var card = await CardOfAsync(1, Parks);
        var again = await (await SignedInAsync(Officers["Pia"])).OpenAsync(card);
        Assert.DoesNotContain("it can be mended", again.Text, StringComparison.Ordinal);
        await AnswerAsync("Pia", card, "Pass", "Pass");
        await AcceptAsync("Pat", card);
        await PublishAsync();
        Assert.True(await DecidedAsync(1));
        Assert.Equal(new Money(900_00), (await WithDbAsync(db => db.Proposals.SingleAsync(p => p.Number == 1))).BallotPrice);
        await JournalHasItAllAsync();
    }

    [Fact]
    public async Task A_proposer_mends_the_costs_piece_by_piece_and_their_sum_is_the_estimate()
    {
        await CheckAsync(1, "Pass", "Mendable");
        var (link, proposer) = (LinkIn(await LetterToAsync("bryn1@example.org"), "mendings"), Visitor());
        var form = await proposer.OpenAsync(link);
        var wrong = await proposer.PressAsync(form, "Send my changes", ("WhatChanged", "A cheaper bench."), ("CostLines", "Bench: 450\nPaint"));
        Assert.Equal(["Line 2: write what it is, a colon and what it costs, such as “Bench: 450”"], wrong.Errors);
        Assert.Equal("Bench: 450\nPaint", wrong.Document.QuerySelector("#CostLines")!.TextContent.Trim());

        await proposer.PressAsync(wrong, "Send my changes", ("CostLines", "Bench: 450\nPaint: 50"), ("Estimate", "1"));

        var idea = await WithDbAsync(db => db.Proposals.Include(p => p.Costs).SingleAsync(p => p.Number == 1));
        Assert.Equal((new Money(500_00), "Bench 450, Paint 50"), (idea.Estimate, string.Join(", ", idea.Costs.OrderBy(c => c.Position).Select(c => $"{c.What} {c.Amount.MinorUnits / 100}"))));
        Assert.Contains("Paint", (await Visitor().OpenAsync(First)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_mended_by_the_last_second_is_refused()
    {
        await CheckAsync(1, "Pass", "Mendable");
        var (link, proposer) = (LinkIn(await LetterToAsync("bryn1@example.org"), "mendings"), Visitor());
        var form = await proposer.OpenAsync(link);
        var until = await WithDbAsync(db => db.Mendings.Select(m => m.Until).SingleAsync());
        await MoveToAsync(until);

        var late = await proposer.PressAsync(form, "Send my changes", ("WhatChanged", "Too late."));

        Assert.Contains("The time to change it is over.", late.Text, StringComparison.Ordinal);
        await PublishAsync();
        Assert.False(await DecidedAsync(1));
        Assert.Contains("That did not happen in time.", (await Visitor().OpenAsync(First)).Text, StringComparison.Ordinal);
        Assert.Equal(1, await WithDbAsync(db => db.Mendings.CountAsync(m => m.MendedAt == null)));
    }

    [Fact]
    public async Task An_appeal_goes_to_somebody_else_with_a_date_of_its_own()
    {
        await CheckAsync(1, "Pass", "Fail", "1200");
        await PublishAsync();
        var (link, proposer) = (LinkIn(await LetterToAsync("bryn1@example.org"), "appeals"), Visitor());
        var form = await proposer.OpenAsync(link);
        Assert.Equal(["Say why the decision is wrong"], (await proposer.PressAsync(form, "Send my appeal")).Errors);
        var made = await proposer.PressAsync(form, "Send my appeal", ("Reason", "The ground was bought last year."));
        Assert.Contains("You get an answer by Tuesday 30 March 2027", made.Text, StringComparison.Ordinal);

        await MoveToAsync(Clock.GetUtcNow().AddHours(1));
        foreach (var involved in new[] { "Pia", "Pat" })
            Assert.DoesNotContain("Benches", (await (await SignedInAsync(Officers[involved])).OpenAsync("/desk/appeals")).Text, StringComparison.Ordinal);
        var rosa = await SignedInAsync(Officers["Rosa"]);
        var path = (await rosa.OpenAsync("/desk/appeals")).Document.QuerySelector(".pb-card a")!.GetAttribute("href")!;
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await (await SignedInAsync(Officers["Pia"])).OpenAsync(path)).Status);
        await rosa.PressAsync(await rosa.OpenAsync(path), "Publish this answer", ("Granted", "true"), ("Reason", "The deed is here."), ("NextStep", "Come to the vote."));

        Assert.True(await DecidedAsync(1));
        Assert.Equal("“Benches” will be on the ballot", (await LetterToAsync("bryn1@example.org")).Subject);
        Assert.Contains("£1,200", (await Visitor().OpenAsync(First)).Text, StringComparison.Ordinal);
        Assert.Equal(2, await WithDbAsync(db => db.ScreeningDecisions.CountAsync()));
        await JournalHasItAllAsync();
    }

    [Fact]
    public async Task Too_late_an_appeal_is_not_taken()
    {
        await CheckAsync(1, "Fail", "Pass");
        await PublishAsync();
        var (link, proposer) = (LinkIn(await LetterToAsync("bryn1@example.org"), "appeals"), Visitor());
        var form = await proposer.OpenAsync(link);
        await MoveToAsync(Publication.AddDays(4));

        var late = await proposer.PressAsync(form, "Send my appeal", ("Reason", "It is."));

        Assert.Contains("The time to appeal is over.", late.Text, StringComparison.Ordinal);
        Assert.Equal(0, await WithDbAsync(db => db.Appeals.CountAsync(appeal => appeal.MadeAt != null)));
    }
}
