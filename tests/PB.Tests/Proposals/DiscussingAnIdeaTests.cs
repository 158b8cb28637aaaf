using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.People;
using PB.Proposals;
using PB.Tests.Town;

namespace PB.Tests.Proposals;

public sealed class DiscussingAnIdeaTests : IdeasTest
{
    const string Discussion = List + "/1/discussion", Log = "/rounds/eastfield-2027/moderation";

    protected override async Task SettleAsync()
    {
        await base.SettleAsync();
        await SentAsync(await SignedInAsync(await ResidentAsync()));
    }

    [Fact]
    public async Task People_ask_and_argue_and_officers_answer_as_a_team()
    {
        var bryn = await SignedInAsync(await ResidentAsync("Bryn Parry"));
        await SayAsync(bryn, "Question", "Who paints them?");
        await SayAsync(bryn, "For", "My aunt would sit there.");
        await SayAsync(bryn, "Against", "There are two already.");
        var officer = await SignedInAsync(await OfficerAsync());
        await ReplyAsync(officer, "Who paints them?", "The parks team does.");
        await ReplyAsync(bryn, "The parks team does.", "Thank you.");

        var page = await Visitor().OpenAsync(Discussion);
        Assert.Contains("For it A resident, Sunday 7 March 2027 My aunt would sit there.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Against it A resident, Sunday 7 March 2027 There are two already.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["The parks team does.", "Thank you."], page.Document.QuerySelectorAll("article li .pb-prose").Select(text => text.TextContent.Trim()));
        Assert.Contains("The council’s team", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Otis", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bryn", page.Text, StringComparison.Ordinal);
        Assert.Contains("There are 5 comments.", (await Visitor().OpenAsync($"{List}/1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_sides_get_the_same_room()
    {
        var proposal = (await OnlyProposalAsync()).Id;
        var person = await ResidentAsync("Bryn");
        await ChangeAsync(db =>
        {
            for (var i = 1; i <= 25; i++)
                db.Add(new Comment(proposal, null, person.Id, new CommentText(i % 5 == 0 ? CommentKind.Against : CommentKind.For, $"Argument {i}.", false, true), Clock.GetUtcNow()));
            return Task.CompletedTask;
        });

        var page = await Visitor().OpenAsync(Discussion);
        Assert.Equal([10, 5], page.Document.QuerySelectorAll(".pb-card").Select(side => side.QuerySelectorAll("article").Length));
        Assert.Equal([20, 5], (await Visitor().OpenAsync($"{Discussion}?all=true")).Document.QuerySelectorAll(".pb-card").Select(side => side.QuerySelectorAll("article").Length));
    }

    [Fact]
    public async Task What_is_reported_is_hidden_in_public_with_a_reason_and_somebody_else_decides_on_the_appeal()
    {
        var bryn = await SignedInAsync(await ResidentAsync("Bryn"));
        await SayAsync(bryn, "Against", "The proposer is a fool.");
        var cai = await SignedInAsync(await ResidentAsync("Cai"));
        await cai.PressAsync(await cai.OpenAsync(await LinkAsync(cai, "/report")), "Report it", ("Because", "It is about a person."));
        var otis = await SignedInAsync(await OfficerAsync());
        Assert.Contains("The proposer is a fool. Reported: 1", (await otis.OpenAsync("/desk/comments")).Text, StringComparison.Ordinal);
        var moderation = await otis.OpenAsync(await LinkAsync(otis, "/moderation"));
        Assert.Equal(["Write the reason"], (await otis.PressAsync(moderation, "Hide it")).Errors);
        await otis.PressAsync(moderation, "Hide it", ("Because", "It insults somebody."));

        Assert.DoesNotContain("fool", (await Visitor().OpenAsync(Discussion)).Text, StringComparison.Ordinal);
        Assert.Contains("Hidden by an officer. Why: It insults somebody.", (await Visitor().OpenAsync(Discussion)).Text, StringComparison.Ordinal);
        Assert.Contains("A comment was hidden", (await Visitor().OpenAsync(Log)).Text, StringComparison.Ordinal);
        Assert.Contains("No comment waits for you.", (await otis.OpenAsync("/desk/comments")).Text, StringComparison.Ordinal);
        Assert.Equal("Your comment on “Benches along the river” is hidden", await LastSubjectAsync());

        var appeal = await LinkAsync(bryn, "/appeal");
        Assert.Equal(HttpStatusCode.NotFound, (await cai.OpenAsync(appeal)).Status);
        await bryn.PressAsync(await bryn.OpenAsync(appeal), "Ask somebody else", ("Because", "It was a joke."));
        var own = await otis.PressAsync(await otis.OpenAsync(await LinkAsync(otis, "/moderation")), "Turn the appeal down", ("Because", "No."));
        Assert.Equal(["You hid this comment yourself, so somebody else has to decide on the appeal."], own.Errors);
        await MoveToAsync(Clock.GetUtcNow().AddSeconds(1));
        var rae = await SignedInAsync(await PersonAsync("Rae Lund", Role.Reviewer));
        await rae.PressAsync(await rae.OpenAsync(await LinkAsync(rae, "/moderation")), "Grant the appeal and show it", ("Because", "It is rude, but allowed."));

        Assert.Contains("The proposer is a fool.", (await Visitor().OpenAsync(Discussion)).Text, StringComparison.Ordinal);
        Assert.Contains("Its author appealed: It was a joke. Granted by another officer: It is rude, but allowed.", (await Visitor().OpenAsync(Log)).Text, StringComparison.Ordinal);
        Assert.Equal("Your comment on “Benches along the river” is shown again", await LastSubjectAsync());
    }

    [Fact]
    public async Task A_round_can_look_first_slow_people_down_and_close_the_discussion()
    {
        await RuleAsync(Moderation.Before, slowMinutes: 30);
        var bryn = await SignedInAsync(await ResidentAsync("Bryn"));
        await SayAsync(bryn, "Question", "Who paints them?");
        Assert.DoesNotContain("paints", (await Visitor().OpenAsync(Discussion)).Text, StringComparison.Ordinal);
        Assert.Contains("Waits for an officer", (await bryn.OpenAsync(Discussion)).Text, StringComparison.Ordinal);
        Assert.Equal(["So that everybody gets a word in, wait 30 minutes between two comments on one idea."], (await SayAsync(bryn, "For", "More.")).Errors);

        var otis = await SignedInAsync(await OfficerAsync());
        await otis.PressAsync(await otis.OpenAsync(await LinkAsync(otis, "/moderation")), "Show it", ("Because", "It is a question."));
        Assert.Contains("Who paints them?", (await Visitor().OpenAsync(Discussion)).Text, StringComparison.Ordinal);

        await RuleAsync(Moderation.Closed, slowMinutes: 0);
        Assert.Contains("In this round nothing can be said here.", (await bryn.OpenAsync(Discussion)).Text, StringComparison.Ordinal);
        Assert.Equal("/sign-in", (await Visitor().PostAsync(Discussion, ("Text", "x"))).Path.Split('?')[0]);
    }

    Task RuleAsync(Moderation moderation, int slowMinutes) => ChangeAsync(async db =>
    {
        var rules = await db.IdeaRules.SingleOrDefaultAsync() ?? db.Add(new IdeaRules(Round.Id)).Entity;
        rules.LetPeopleTalk(moderation, slowMinutes);
    });

    static async Task<Page> SayAsync(Browser browser, string kind, string text) =>
        await browser.PressAsync(await browser.OpenAsync(Discussion), "Send", ("Kind", kind), ("Text", text));

    static async Task ReplyAsync(Browser browser, string to, string text)
    {
        var page = await browser.OpenAsync(Discussion);
        var link = page.Document.QuerySelectorAll("a").Single(a => a.TextContent == $"Reply to: {to}").GetAttribute("href")!;
        await browser.PressAsync(await browser.OpenAsync(link.Split('#')[0]), "Send", ("Text", text));
    }

    static async Task<string> LinkAsync(Browser browser, string end) =>
        (await browser.OpenAsync(Discussion)).Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Single(href => href.StartsWith(Discussion, StringComparison.Ordinal) && href.EndsWith(end, StringComparison.Ordinal));

    // By transaction: the clock stands still.
    Task<string> LastSubjectAsync() => AskOwnerAsync<string>("select subject from outbox.messages order by xmin::text::bigint desc limit 1");
}
