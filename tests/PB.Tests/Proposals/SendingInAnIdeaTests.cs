using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Proposals;
using PB.Tests.Town;

namespace PB.Tests.Proposals;

public sealed class SendingInAnIdeaTests : IdeasTest
{
    [Fact]
    public async Task A_person_with_an_account_writes_an_idea_down_and_sends_it_in()
    {
        var amina = await SignedInAsync(await ResidentAsync());

        var sent = await SentAsync(amina, ("Latitude", "51.5, -0.1"));

        Assert.Equal("Your idea is sent in", sent.Heading);
        Assert.Contains("before voting opens: Monday 5 April 2027", sent.Text, StringComparison.Ordinal);
        var idea = await OnlyProposalAsync();
        Assert.Equal((1, 150050, 51.5, -0.1, Provenance.Resident), (idea.Number, idea.Estimate!.Value.MinorUnits, idea.Latitude, idea.Longitude, idea.Provenance));
        var letter = await WithDbAsync(db => db.Messages.SingleAsync(message => message.Key == $"proposal/{idea.Id}/received"));
        Assert.Equal("amina-yusuf@example.org", letter.To);
        Assert.Contains("/rounds/eastfield-2027/proposals/1", letter.Body, StringComparison.Ordinal);
        var page = await Visitor().OpenAsync($"{List}/1");
        Assert.Contains("£1,500.50", page.Text, StringComparison.Ordinal);
        Assert.Contains("Waiting for a check", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_without_an_account_is_sent_a_link_and_comes_back_by_it()
    {
        var visitor = Visitor();
        var asked = await visitor.PressAsync(await visitor.OpenAsync(New), "Send me the link", ("Name", "Bryn Parry"), ("Email", "bryn@example.org"));
        Assert.Equal("Look into your e-mail", asked.Heading);
        var link = await LinkAsync();

        var kept = await visitor.PressAsync(await visitor.OpenAsync(link), "Save and come back later", ("Title", "A pond"), ("Estimate", "900"));
        Assert.Equal("Your draft is kept", kept.Heading);

        var elsewhere = Visitor();
        var draft = await elsewhere.OpenAsync(link);
        Assert.Equal("A pond", draft.Document.QuerySelector("#Title")!.GetAttribute("value"));
        Assert.Equal("900", draft.Document.QuerySelector("#Estimate")!.GetAttribute("value"));
        var sent = await elsewhere.PressAsync(await WrittenAsync(elsewhere, draft), "Send my idea");
        Assert.Equal("Your idea is sent in", sent.Heading);
        Assert.Equal("bryn@example.org", await WithDbAsync(db => db.Messages.Where(m => m.Subject.StartsWith("We have")).Select(m => m.To).SingleAsync()));
    }

    [Fact]
    public async Task Only_the_fingerprint_of_a_link_is_kept()
    {
        var visitor = Visitor();
        await visitor.PressAsync(await visitor.OpenAsync(New), "Send me the link", ("Name", "Bryn"), ("Email", "bryn@example.org"));
        var key = (await LinkAsync()).Split('/').Last();

        Assert.Equal(22, key.Length);
        Assert.Equal(DraftKey.HashOf(key), (await OnlyProposalAsync()).DraftKeyHash);
    }

    [Fact]
    public async Task The_answer_does_not_tell_whether_an_address_is_known()
    {
        await ResidentAsync();
        var visitor = Visitor();
        var answers = new List<string>();
        foreach (var email in (string[])["amina-yusuf@example.org", "nobody@example.org"])
            answers.Add((await visitor.PressAsync(await visitor.OpenAsync(New), "Send me the link", ("Name", "A"), ("Email", email))).Text.Replace(email, "", StringComparison.Ordinal));

        Assert.Equal(answers[0], answers[1]);
    }

    [Fact]
    public async Task One_address_is_not_flooded_with_links()
    {
        var visitor = Visitor();
        var page = await visitor.OpenAsync(New);
        for (var i = 0; i < 7; i++)
            Assert.Equal("Look into your e-mail", (await visitor.PressAsync(page, "Send me the link", ("Name", "B"), ("Email", "bryn@example.org"))).Heading);

        Assert.Equal(5, await WithDbAsync(db => db.Messages.CountAsync()));
    }

    [Theory]
    [InlineData("", "Write your e-mail address")]
    [InlineData("bryn", "Write an e-mail address such as name@example.com")]
    [InlineData("a@example.org,b@example.org", "Write an e-mail address such as name@example.com")]
    [InlineData("Bryn <bryn@example.org>", "Write an e-mail address such as name@example.com")]
    public async Task An_address_that_is_none_gets_a_sentence(string email, string sentence)
    {
        var visitor = Visitor();
        var page = await visitor.PressAsync(await visitor.OpenAsync(New), "Send me the link", ("Name", "Bryn"), ("Email", email));

        Assert.Equal([sentence], page.Errors);
        Assert.Equal("Bryn", page.Document.QuerySelector("#Name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Sent_twice_is_sent_once()
    {
        var amina = await SignedInAsync(await ResidentAsync());
        var check = await WrittenAsync(amina, await DraftAsync(amina));

        var answers = await Task.WhenAll(amina.PressAsync(check, "Send my idea"), amina.PressAsync(check, "Send my idea"));

        Assert.All(answers, answer => Assert.Equal("Your idea is sent in", answer.Heading));
        Assert.Equal(1, (await OnlyProposalAsync()).Number);
        Assert.Equal(1, await WithDbAsync(db => db.Messages.CountAsync()));
    }

    [Fact]
    public async Task Twenty_at_once_get_the_numbers_one_to_twenty()
    {
        var drafts = new List<(Browser Browser, Page Check)>();
        for (var i = 0; i < 20; i++)
        {
            var browser = await SignedInAsync(await ResidentAsync($"Neighbour {i}"));
            drafts.Add((browser, await WrittenAsync(browser, await DraftAsync(browser))));
        }

        await Task.WhenAll(drafts.Select(draft => draft.Browser.PressAsync(draft.Check, "Send my idea")));

        Assert.Equal(Enumerable.Range(1, 20), await WithDbAsync(db => db.Proposals.OrderBy(p => p.Number).Select(p => p.Number!.Value).ToListAsync()));
    }

    [Fact]
    public async Task A_proposer_takes_an_idea_back_before_voting_opens_and_not_after()
    {
        var person = await ResidentAsync();
        var sent = await SentAsync(await SignedInAsync(person));
        await MoveToAsync(Opening.AddSeconds(-1));
        var amina = await SignedInAsync(person);
        var question = await amina.OpenAsync($"{sent.Path}/withdrawal");
        await MoveToAsync(Opening);
        Assert.Equal("Your idea is sent in", (await amina.PressAsync(question, "Take it back")).Heading);
        Assert.Null((await OnlyProposalAsync()).WithdrawnAt);

        await MoveToAsync(Opening.AddSeconds(-1));
        Assert.Equal("You took this idea back", (await amina.PressAsync(question, "Take it back")).Heading);
        var page = await Visitor().OpenAsync($"{List}/1");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Taken back by its proposer", page.Text, StringComparison.Ordinal);
    }
}
