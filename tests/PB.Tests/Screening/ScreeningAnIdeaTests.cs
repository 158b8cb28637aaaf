using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Journal;
using PB.Outbox;
using PB.Proposals;
using PB.Tally;
using PB.Tests.Town;

namespace PB.Tests.Screening;

public sealed class ScreeningAnIdeaTests : TownTest
{
    const string Idea = "/rounds/eastfield-2027/proposals/1", Screening = Idea + "/screening", Button = "Decide and send the letter";

    static readonly (string, string?)[] Yes =
        [("Eligible", "true"), ("Price", "1800"), ("Reason", "It can be done; the paving costs more."), ("NextStep", "Come to the vote.")];

    static readonly (string, string?)[] No =
        [("Eligible", "false"), ("Criterion", "2"), ("Reason", "The ground is not the council’s."), ("NextStep", "Ask the housing association.")];

    protected override async Task SettleAsync()
    {
        var round = await AnnouncedRoundAsync();
        await MoveToAsync(Dates.IdeasFrom!.Value);
        await ChangeAsync(db =>
        {
            var proposal = new Proposal(round.Id, Provenance.Resident, Clock.GetUtcNow());
            proposal.BelongTo(null, "Bryn", "bryn@example.org", null);
            proposal.Write("Benches", "Places to rest.", new Money(1500_00));
            proposal.Locate("River Walk", null, null);
            proposal.Submit(1, Clock.GetUtcNow());
            return db.AddAsync(proposal).AsTask();
        });
        await MoveToAsync(Dates.ScreeningFrom!.Value);
    }

    [Fact]
    public async Task An_idea_waits_in_the_queue_until_an_officer_puts_it_on_the_ballot()
    {
        var officer = await SignedInAsync(await OfficerAsync());
        var queue = await officer.OpenAsync("/desk/screening");
        Assert.Contains("1. Benches", queue.Text, StringComparison.Ordinal);
        Assert.Contains("14 days", queue.Text, StringComparison.Ordinal);
        var form = await officer.OpenAsync(Screening);
        Assert.Contains("The council can own it afterwards", form.Text, StringComparison.Ordinal);
        Assert.Equal("1500", form.Document.QuerySelector("#Price")!.GetAttribute("value"));

        var page = await DecideAsync(officer, form, Yes);

        Assert.Equal(Idea, page.Path);
        Assert.Contains("£1,800", page.Text, StringComparison.Ordinal);
        Assert.Contains("Set by an officer of the council", page.Text, StringComparison.Ordinal);
        Assert.Contains("It can be done; the paving costs more.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing waits for you.", (await officer.OpenAsync("/desk/screening")).Text, StringComparison.Ordinal);
        var letter = await OnlyAsync<Message>();
        Assert.Equal(("bryn@example.org", "“Benches” will be on the ballot"), (letter.To, letter.Subject));
        Assert.Contains("What happens next: Come to the vote.", letter.Body, StringComparison.Ordinal);
        var entry = await OnlyAsync<JournalEntry>();
        Assert.Equal(("Put a proposal on the ballot", "rounds/eastfield-2027/proposals/1"), (entry.Act, entry.Subject));
    }

    [Fact]
    public async Task An_officer_reads_the_letter_and_changes_an_answer_before_it_goes_out()
    {
        var officer = await SignedInAsync(await OfficerAsync());
        var letter = await officer.PressAsync(await officer.OpenAsync(Screening), "Go on and read the letter", No);
        Assert.Contains("What you can do now: Ask the housing association.", letter.Text, StringComparison.Ordinal);
        Assert.Equal(0, await WithDbAsync(db => db.Messages.CountAsync()));

        var form = await officer.PressAsync(letter, "Change it");

        Assert.Equal("The ground is not the council’s.", form.Document.QuerySelector("#Reason")!.TextContent.Trim());
        Assert.Equal(Idea, (await DecideAsync(officer, form, Yes)).Path);
        Assert.Equal(1, await WithDbAsync(db => db.ScreeningDecisions.CountAsync(decision => decision.Eligible)));
    }

    [Fact]
    public async Task A_refusal_cites_a_published_condition_and_its_letter_says_what_can_be_done_now()
    {
        var officer = await SignedInAsync(await OfficerAsync());

        var page = await DecideAsync(officer, await officer.OpenAsync(Screening), No);

        Assert.Contains("It does not meet this condition: The council can own it afterwards", page.Text, StringComparison.Ordinal);
        var letter = await OnlyAsync<Message>();
        Assert.Equal("“Benches” will not be on the ballot", letter.Subject);
        Assert.Contains("The condition that it does not meet: The council can own it afterwards", letter.Body, StringComparison.Ordinal);
        Assert.Contains("What you can do now: Ask the housing association.", letter.Body, StringComparison.Ordinal);
        Assert.Null((await OnlyAsync<Proposal>()).Price);
    }

    [Theory]
    [InlineData("Eligible", null, "Say whether it meets the conditions")]
    [InlineData("Criterion", null, "Choose the condition that it does not meet: only a published condition can keep an idea off the ballot")]
    [InlineData("Criterion", "9", "Choose the condition that it does not meet: only a published condition can keep an idea off the ballot")]
    [InlineData("Reason", " ", "Give the reason: everybody can read it")]
    [InlineData("NextStep", "", "Say what the proposer can do now")]
    public async Task An_answer_that_is_missing_is_asked_for(string field, string? typed, string sentence)
    {
        var officer = await SignedInAsync(await OfficerAsync());

        var page = await DecideAsync(officer, await officer.OpenAsync(Screening), [.. No.Where(f => f.Item1 != field), (field, typed)]);

        Assert.Equal([sentence], page.Errors);
        Assert.Equal(0, await WithDbAsync(db => db.ScreeningDecisions.CountAsync()));
        Assert.Equal(0, await WithDbAsync(db => db.Messages.CountAsync()));
    }

    [Theory]
    [InlineData("-1", "The cost cannot be less than nothing. Write it in figures, such as 1,500")]
    [InlineData("1000000000000", "The cost is too high. Check the number of noughts")]
    [InlineData("", "Say what it costs")]
    public async Task A_price_that_is_none_is_not_taken(string price, string sentence)
    {
        var officer = await SignedInAsync(await OfficerAsync());

        var page = await DecideAsync(officer, await officer.OpenAsync(Screening), [.. Yes.Where(f => f.Item1 != "Price"), ("Price", price)]);

        Assert.Equal([sentence], page.Errors);
    }

    [Fact]
    public async Task The_second_of_two_officers_is_shown_the_first_ones_decision_and_may_decide_again()
    {
        var officer = await SignedInAsync(await OfficerAsync());
        var form = await officer.OpenAsync(Screening);
        await DecideAsync(officer, form, Yes);
        await MoveToAsync(Clock.GetUtcNow().AddSeconds(1));

        var again = await DecideAsync(officer, form, No);
        Assert.Contains("Somebody else decided while you were writing.", Assert.Single(again.Errors), StringComparison.Ordinal);
        Assert.Contains("It can be done; the paving costs more.", again.Text, StringComparison.Ordinal);
        Assert.Equal("The ground is not the council’s.", again.Document.QuerySelector("#Reason")!.TextContent.Trim());

        var page = await DecideAsync(officer, again, No);
        Assert.Equal("Not on the ballot", page.Document.QuerySelector(".govuk-tag")!.TextContent);
        Assert.Contains("It can be done; the paving costs more.", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, await WithDbAsync(db => db.ScreeningDecisions.CountAsync()));
    }

    [Fact]
    public async Task A_decision_sent_twice_is_one_decision()
    {
        var officer = await SignedInAsync(await OfficerAsync());
        var letter = await officer.PressAsync(await officer.OpenAsync(Screening), "Go on and read the letter", Yes);

        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => officer.PressAsync(letter, Button)));

        Assert.All(pages, page => Assert.Equal(Idea, page.Path));
        Assert.Equal(1, await WithDbAsync(db => db.ScreeningDecisions.CountAsync()));
        await OnlyAsync<Message>();
        await OnlyAsync<JournalEntry>();
    }

    [Fact]
    public async Task Of_two_letters_sent_at_once_one_holds_and_the_other_officer_looks_again()
    {
        var officer = await SignedInAsync(await OfficerAsync());
        var form = await officer.OpenAsync(Screening);
        Page[] letters = [await officer.PressAsync(form, "Go on and read the letter", Yes), await officer.PressAsync(form, "Go on and read the letter", No)];

        var pages = await Task.WhenAll(letters.Select(letter => officer.PressAsync(letter, Button)));

        Assert.Single(pages, page => page.Path == Idea);
        Assert.Single(pages, page => page.Errors is [var error] && error.StartsWith("Somebody else decided", StringComparison.Ordinal));
        Assert.Equal(1, await WithDbAsync(db => db.ScreeningDecisions.CountAsync()));
    }

    [Fact]
    public async Task Once_voting_opens_no_decision_is_taken()
    {
        var otis = await OfficerAsync();
        await MoveToAsync(Opening.AddTicks(-10));
        var officer = await SignedInAsync(otis);
        var form = await officer.OpenAsync(Screening);
        var letter = await officer.PressAsync(form, "Go on and read the letter", Yes);
        await MoveToAsync(Opening);

        foreach (var page in (Page[])[await officer.PressAsync(letter, Button), await DecideAsync(officer, form, Yes)])
            Assert.Contains("Voting has opened", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(0, await WithDbAsync(db => db.ScreeningDecisions.CountAsync()));
        Assert.DoesNotContain((await officer.OpenAsync(Screening)).Document.QuerySelectorAll("main button"), _ => true);
        Assert.DoesNotContain("Benches", (await officer.OpenAsync("/desk/screening")).Text, StringComparison.Ordinal);

        await MoveToAsync(Opening.AddTicks(-10));
        Assert.Equal(Idea, (await DecideAsync(officer, form, Yes)).Path);
    }

    [Fact]
    public async Task Only_officers_decide()
    {
        var resident = await SignedInAsync(await ResidentAsync());

        Assert.Equal(HttpStatusCode.Forbidden, (await resident.OpenAsync(Screening)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await resident.OpenAsync("/desk/screening")).Status);
        Assert.DoesNotContain("Check this idea", (await resident.OpenAsync(Idea)).Text, StringComparison.Ordinal);
        var officer = await SignedInAsync(await OfficerAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync("/rounds/eastfield-2027/proposals/9/screening")).Status);
    }

    static async Task<Page> DecideAsync(Browser officer, Page form, (string, string?)[] answers)
    {
        var letter = await officer.PressAsync(form, "Go on and read the letter", answers);
        return letter.Errors.Count > 0 ? letter : await officer.PressAsync(letter, Button);
    }

    Task<T> OnlyAsync<T>() where T : class => WithDbAsync(db => db.Set<T>().AsNoTracking().SingleAsync());
}
