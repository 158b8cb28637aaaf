using Microsoft.EntityFrameworkCore;
using PB.Proposals;
using PB.Tests.Town;

namespace PB.Tests.Proposals;

public sealed class JoiningIdeasTests : IdeasTest
{
    Browser amina = null!;
    Page sent = null!;

    protected override async Task SettleAsync()
    {
        await base.SettleAsync();
        amina = await SignedInAsync(await ResidentAsync());
        sent = await SentAsync(amina);
        await SentAsync(await SignedInAsync(await ResidentAsync("Bryn")), ("Title", "Seats on River Walk"), ("ProposerName", "Bryn"));
    }

    [Fact]
    public async Task Two_ideas_become_one_with_everybodys_consent_and_can_be_taken_apart()
    {
        await JoinedByAsync("Cai");
        await amina.PressAsync(await amina.OpenAsync($"{sent.Path}/merger"), "Ask them", ("Number", "2"));
        var (bryn, cai) = (await LinkToAsync("bryn@example.org"), await LinkToAsync("cai@example.org"));
        await YesAsync(bryn);
        Assert.Contains("Waiting for a check", (await Visitor().OpenAsync($"{List}/1")).Text, StringComparison.Ordinal);
        await YesAsync(cai);

        var part = await Visitor().OpenAsync($"{List}/1");
        Assert.Contains("It has become a part of another idea, with everybody’s consent: 2. Seats on River Walk", part.Text, StringComparison.Ordinal);
        Assert.Contains("With number 1, which joined it: Benches along the river (Idea of Amina)", (await Visitor().OpenAsync($"{List}/2")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Benches", (await (await SignedInAsync(await OfficerAsync())).OpenAsync("/desk/screening")).Text, StringComparison.Ordinal);

        var visitor = Visitor();
        await visitor.PressAsync(await visitor.OpenAsync(bryn), "Take them apart again");
        Assert.Contains("Waiting for a check", (await Visitor().OpenAsync($"{List}/1")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("which joined it", (await Visitor().OpenAsync($"{List}/2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_no_leaves_both_as_they_were()
    {
        await amina.PressAsync(await amina.OpenAsync($"{sent.Path}/merger"), "Ask them", ("Number", "2"));
        var link = await LinkToAsync("bryn@example.org");
        var visitor = Visitor();
        var page = await visitor.PressAsync(await visitor.OpenAsync(link), "No");
        Assert.Contains("They stand by themselves.", page.Text, StringComparison.Ordinal);

        Assert.True(await WithDbAsync(db => db.Proposals.AllAsync(p => p.WithdrawnAt == null)));
        var again = await amina.OpenAsync($"{sent.Path}/merger");
        Assert.Equal(["There is no other idea with this number on the list. Look at the list and write the number again."], (await amina.PressAsync(again, "Ask them", ("Number", "1"))).Errors);
    }

    [Fact]
    public async Task Who_endorses_both_counts_once_and_who_takes_the_whole_back_leaves_the_part()
    {
        foreach (var name in (string[])["Dee", "Eli"])
        {
            var person = await SignedInAsync(await ResidentAsync(name));
            await person.PressAsync(await person.OpenAsync($"{List}/1"), "Endorse this idea");
            if (name == "Dee") await person.PressAsync(await person.OpenAsync($"{List}/2"), "Endorse this idea");
        }

        await amina.PressAsync(await amina.OpenAsync($"{sent.Path}/merger"), "Ask them", ("Number", "2"));
        await YesAsync(await LinkToAsync("bryn@example.org"));
        Assert.Contains("2 people endorse it.", (await Visitor().OpenAsync($"{List}/2")).Text, StringComparison.Ordinal);

        var bryn = Visitor();
        await bryn.OpenAsync($"{DoorKeeper.Path}?email=bryn@example.org");
        var own = (await bryn.OpenAsync($"{List}/2")).Document.QuerySelectorAll("a").Single(a => a.TextContent == "See what you can do with it").GetAttribute("href");
        await bryn.PressAsync(await bryn.OpenAsync($"{own}/withdrawal"), "Take it back");
        Assert.Equal([1], await WithDbAsync(db => db.Proposals.Where(p => p.WithdrawnAt == null).Select(p => p.Number!.Value).ToListAsync()));
    }

    [Fact]
    public async Task A_part_is_split_off_and_each_shows_the_other()
    {
        var part = await amina.PressAsync(await amina.OpenAsync(sent.Path), "Split off a part");
        await amina.PressAsync(part, "Save and go on", ("Title", "Only one bench"));
        await amina.PressAsync(await amina.OpenAsync($"{part.Path}/check"), "Send my idea");

        Assert.Contains("It was a part of number 1: Benches along the river", (await Visitor().OpenAsync($"{List}/3")).Text, StringComparison.Ordinal);
        Assert.Contains("A part of it is number 3 now: Only one bench", (await Visitor().OpenAsync($"{List}/1")).Text, StringComparison.Ordinal);
    }

    Task JoinedByAsync(string name) => ChangeAsync(async db =>
    {
        var other = new CoProposer(await db.Proposals.Where(p => p.Number == 2).Select(p => p.Id).SingleAsync(), name, $"{name}@example.org".ToLowerInvariant(), DraftKey.HashOf(name), Clock.GetUtcNow());
        other.Answer(yes: true, name, Clock.GetUtcNow());
        db.Add(other);
    });

    async Task<string> LinkToAsync(string address)
    {
        var body = await WithDbAsync(db => db.Messages.Where(m => m.To == address && m.Key.StartsWith("merger/")).Select(m => m.Body).SingleAsync());
        return new Uri(body.Split('\n').Single(line => line.Contains("/mergers/", StringComparison.Ordinal))).PathAndQuery;
    }

    async Task YesAsync(string link)
    {
        var visitor = Visitor();
        await visitor.PressAsync(await visitor.OpenAsync(link), "Yes, make them one");
    }
}
