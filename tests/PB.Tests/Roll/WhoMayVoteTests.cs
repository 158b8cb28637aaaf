using Microsoft.EntityFrameworkCore;
using PB.Rounds;

namespace PB.Tests.Roll;

public sealed class WhoMayVoteTests : RollTest
{
    [Fact]
    public async Task A_manager_says_who_may_vote_and_everybody_reads_it_in_words()
    {
        var where = await NeighbourhoodAsync();
        var maya = await ManagerAsync(where);
        var draft = await DraftRoundAsync(where, maya);
        var browser = await SignedInAsync(maya);
        var page = await browser.OpenAsync($"/rounds/{draft.Slug}/setup/voters");

        var refused = await browser.PressAsync(page, "Save and go on", ("Proofs", "School"), ("Proofs", "Declaration"));
        Assert.Contains("Pupils who vote by a school code tell nobody who they are", Assert.Single(refused.Errors), StringComparison.Ordinal);
        refused = await browser.PressAsync(page, "Save and go on", ("Membership", "The Somali community"), ("Proofs", "Register"));
        Assert.Equal(["Only people's own word says to what community they belong: no register and no code does"], refused.Errors);
        page = await browser.PressAsync(page, "Save and go on", ("Connections", "Lives"), ("Connections", "Works"), ("MinimumAge", "11"), ("MaximumAge", "25"),
            ("AgeOn", "2027-03-01"), ("Proofs", "Register"), ("Proofs", "Letter"));

        Assert.Empty(page.Errors);
        await ChangeAsync(async db => (await WholeRoundAsync(db, draft.Id)).Announce(Clock.GetUtcNow()));
        var text = (await Visitor().OpenAsync($"/rounds/{draft.Slug}")).Text;
        Assert.Contains("People who live or work in the neighbourhoods of this round.", text, StringComparison.Ordinal);
        Assert.Contains("You must be from 11 to 25 years old on 1 March 2027.", text, StringComparison.Ordinal);
        Assert.Contains("Each person has one vote. Organisations do not vote.", text, StringComparison.Ordinal);
        Assert.Contains("By a match with a register of names, birthdays and postcodes (sure) By a code that came to you in a letter (fairly sure)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_works_here_belongs_and_was_old_enough_on_the_day_votes_by_their_word()
    {
        await OpenAsync(Proofs.Declaration, Connections.Works | Connections.Studies, new DateOnly(2027, 3, 1), "The Somali community");
        var browser = await SignedInAsync(await ResidentAsync());
        var page = await ChooseAsync(browser, 1);
        Assert.Equal("Show that you may vote", Heading(page));
        page = await browser.OpenAsync(page.Document.QuerySelector("a[href*='/declaration']")!.GetAttribute("href")!);
        Assert.Contains("How old are you on 1 March 2027, in years?", page.Text, StringComparison.Ordinal);

        var wrong = await browser.PressAsync(page, "Save and go on", ("Connection", "Lives"), ("Postcode", "MB1 1AA"), ("Age", "34"), ("IsTrue", "true"));
        Assert.Equal(["Choose what connects you with the area", "Tick the box if you belong to the community. This round is for people who do"], wrong.Errors);
        wrong = await browser.PressAsync(page, "Save and go on", ("Connection", "Works"), ("Postcode", "XY9 9ZZ"), ("Age", "34"), ("IsMember", "true"), ("IsTrue", "true"));
        Assert.Equal(["This postcode is outside the area of this round"], wrong.Errors);
        page = await browser.PressAsync(page, "Save and go on", ("Connection", "Works"), ("Postcode", "MB1 1AA"), ("Age", "34"), ("IsMember", "true"), ("IsTrue", "true"));

        Assert.Equal("Check your ballot", Heading(page));
        Assert.Equal("Your ballot is in", (await browser.PressAsync(page, "Send my ballot")).Heading);
    }

    [Fact]
    public async Task Whoever_was_too_young_on_the_day_is_told_one_reason_and_what_to_do()
    {
        await OpenAsync(Proofs.Declaration, ageOn: new DateOnly(2027, 3, 1));
        var browser = await SignedInAsync(await ResidentAsync());

        var page = await browser.PressAsync(await browser.OpenAsync($"{Roll}/declaration"), "Save and go on", ("Postcode", "MB1 1AA"), ("Age", "10"), ("IsTrue", "true"));

        Assert.Equal("You cannot vote in this round", Heading(page));
        Assert.Contains("On the day that counts you are 10. People who vote in this round are 11 or older.", page.Text, StringComparison.Ordinal);
        Assert.Equal(Roll, page.Document.QuerySelector("main a.govuk-button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_postcode_in_two_neighbourhoods_of_the_round_asks_and_who_moves_has_still_one_ballot()
    {
        Round = await OpenRoundAsync();
        var mill = await NeighbourhoodAsync("Millside", null, "MB1 1AA", "MB2 2BB");
        await WithDbAsync(db => db.Database.ExecuteSqlAsync($"insert into round_neighbourhoods values ({Round.Id}, {mill.Id})"));
        var browser = await SignedInAsync(await VoterAsync());

        var page = await ChooseAsync(browser, 1);
        Assert.Contains("Your postcode lies in more than one. You vote once, in the one that you choose.", page.Text, StringComparison.Ordinal);
        page = await browser.PressAsync(page, "Save and go on", ("Area", mill.Id.ToString()), ("IsTrue", "true"));
        Assert.Equal("Your ballot is in", (await browser.PressAsync(page, "Send my ballot")).Heading);
        Assert.Equal(mill.Id.ToString(), await AskOwnerAsync<string>("select area from ballotbox.inbox"));

        await browser.PressAsync(await browser.OpenAsync("/me/address"), "Save my address", ("Postcode", "MB1 1AB"), ("Age", "34"), ("LivesHere", "true"));
        page = await browser.PressAsync(await browser.OpenAsync($"{Ballot}/edit"), "Check my choices", ("p", "2"));
        Assert.Equal("Your ballot is in", (await browser.PressAsync(page, "Send my ballot")).Heading);
        Assert.Equal((1L, 2), (await AskOwnerAsync<long>("select count(*) from register.mark"), await AskOwnerAsync<int>("select max(version) from ballotbox.inbox")));

        await browser.PressAsync(await browser.OpenAsync("/me/address"), "Save my address", ("Postcode", "XY9 9ZZ"), ("Age", "34"), ("LivesHere", "true"));
        page = await browser.OpenAsync(Ballot);
        Assert.Contains("The ballot that you sent before stays in, and counts.", page.Text, StringComparison.Ordinal);
    }
}
