using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Tests.Town;

namespace PB.Tests.Proposals;

public sealed class EndorsingTests : IdeasTest
{
    const string Idea = List + "/1";

    protected override async Task SettleAsync()
    {
        await base.SettleAsync();
        await ChangeAsync(db =>
        {
            var rules = new PB.Proposals.IdeaRules(Round.Id);
            rules.Promise(endorsements: 2, days: 10);
            return db.AddAsync(rules).AsTask();
        });
        await SentAsync(await SignedInAsync(await ResidentAsync()));
    }

    [Fact]
    public async Task Enough_endorsements_oblige_the_council_to_answer_in_writing_by_a_day()
    {
        await EndorseAsync("Bryn");
        Assert.Contains("1 person endorses it. With 2 the council has to answer it in writing.", (await Visitor().OpenAsync(Idea)).Text, StringComparison.Ordinal);
        await EndorseAsync("Cai");
        Assert.Contains("The council owes a written answer by Wednesday 17 March 2027.", (await Visitor().OpenAsync(Idea)).Text, StringComparison.Ordinal);
        Assert.Equal("2 people endorse “Benches along the river”", await LastSubjectAsync());

        await MoveToAsync(Clock.GetUtcNow().AddDays(10));
        Assert.Contains("Late", (await Visitor().OpenAsync(Idea)).Text, StringComparison.Ordinal);
        var officer = await SignedInAsync(await OfficerAsync());
        Assert.Contains("1. Benches along the river", (await officer.OpenAsync("/desk/answers")).Text, StringComparison.Ordinal);
        var form = await officer.OpenAsync($"{Idea}/answer");
        Assert.Equal(["Write the answer: everybody can read it"], (await officer.PressAsync(form, "Publish the answer")).Errors);
        await officer.PressAsync(form, "Publish the answer", ("Text", "We will build two of them in May."));

        Assert.Contains("We will build two of them in May.", (await Visitor().OpenAsync(Idea)).Text, StringComparison.Ordinal);
        Assert.Equal("The council answers “Benches along the river”", await LastSubjectAsync());
        Assert.Equal(["Somebody has answered it already. Their answer is on its page."], (await officer.PressAsync(form, "Publish the answer", ("Text", "No."))).Errors);
        Assert.Contains("Nobody waits for an answer.", (await officer.OpenAsync("/desk/answers")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_person_counts_once_can_take_it_back_and_not_endorse_their_own()
    {
        var bryn = await EndorseAsync("Bryn");
        await bryn.PostAsync($"{Idea}/endorsement", ("__RequestVerificationToken", Token(await bryn.OpenAsync(Idea))));
        Assert.Equal(1, await WithDbAsync(db => db.Endorsements.CountAsync()));

        var after = await bryn.PressAsync(await bryn.OpenAsync(Idea), "Take my endorsement back");
        Assert.Contains("Nobody has endorsed it yet.", after.Text, StringComparison.Ordinal);

        var amina = Visitor();
        await amina.OpenAsync($"{DoorKeeper.Path}?email=amina-yusuf@example.org");
        var own = await amina.OpenAsync(Idea);
        Assert.DoesNotContain("Endorse this idea", own.Text, StringComparison.Ordinal);
        await amina.PostAsync($"{Idea}/endorsement", ("__RequestVerificationToken", Token(await amina.OpenAsync(New))));
        Assert.Equal(0, await WithDbAsync(db => db.Endorsements.CountAsync()));
    }

    [Fact]
    public async Task A_visitor_is_led_to_sign_in_and_back_and_voting_ends_it()
    {
        var visitor = Visitor();
        var page = await visitor.OpenAsync(Idea);
        var link = page.Document.QuerySelectorAll("a").Single(a => a.TextContent == "Sign in to endorse it").GetAttribute("href");
        Assert.Equal($"/sign-in?then={Idea}/endorsement", link);

        var bryn = await SignedInAsync(await ResidentAsync("Bryn"));
        var open = await bryn.OpenAsync(Idea);
        await MoveToAsync(Opening);
        var late = await bryn.PressAsync(open, "Endorse this idea");
        Assert.Contains("Voting has opened", late.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await WithDbAsync(db => db.Endorsements.CountAsync()));
    }

    [Fact]
    public async Task What_is_promised_is_said_before_ideas_open_and_then_stands()
    {
        var manager = Visitor();
        await manager.OpenAsync($"{DoorKeeper.Path}?email=maya-okoro@example.org");
        await MoveToAsync(Start);
        var form = await manager.OpenAsync("/rounds/eastfield-2027/idea-rules");
        Assert.Equal(HttpStatusCode.OK, form.Status);
        await manager.PressAsync(form, "Save", ("Endorsements", "50"), ("Days", "28"));
        Assert.Equal(50, await WithDbAsync(db => db.IdeaRules.Select(rules => rules.EndorsementsForAnswer).SingleAsync()));

        await MoveToAsync(Dates.IdeasFrom!.Value);
        Assert.Equal(["Ideas have opened, so what was promised stands."], (await manager.PressAsync(form, "Save", ("Endorsements", "900"))).Errors);
    }

    async Task<Browser> EndorseAsync(string name)
    {
        var person = await SignedInAsync(await ResidentAsync(name));
        await person.PressAsync(await person.OpenAsync(Idea), "Endorse this idea");
        return person;
    }

    // By transaction: the clock stands still.
    Task<string> LastSubjectAsync() => AskOwnerAsync<string>("select subject from outbox.messages order by xmin::text::bigint desc limit 1");

    static string Token(Page page) => page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
