using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Marking;
using PB.Grants.Panels;
using PB.Tests.Town;

namespace PB.Tests.Grants.Panels;

public sealed class RemovalTests : CouncilTest
{
    const string Removals = PanelPath + "/removals";

    [Fact]
    public async Task A_member_goes_when_a_coordinator_asks_and_more_than_half_of_the_others_say_yes()
    {
        var gus = await AskedAsync();
        Assert.Equal(8, await WithDbAsync(db => db.Messages.CountAsync(mail => mail.Key.StartsWith("grants/removal/"))));
        Assert.Contains("This is about you.", (await (await AsAsync("Gus")).OpenAsync(Removals)).Text, StringComparison.Ordinal);
        Assert.Equal(["You cannot vote on this."], (await AnswerAsync("Gus", "false")).Errors);
        Assert.Equal(["Press yes or no: nothing was chosen."], (await AnswerAsync("Bo", null)).Errors);
        foreach (var (name, status) in new[] { ("Lea", HttpStatusCode.NotFound), ("Alan", HttpStatusCode.NotFound), ("Yusuf", HttpStatusCode.OK) })
            Assert.Equal(status, (await (await AsAsync(name)).OpenAsync(Removals)).Status);

        foreach (var (name, word) in new[] { ("Ade", "true"), ("Bo", "true"), ("Cas", "false"), ("Dee", "true") })
            Assert.Empty((await AnswerAsync(name, word)).Errors);
        Assert.Null((await MemberAsync(gus)).LeftAt);
        await AnswerAsync("Eli", "true");

        Assert.NotNull((await MemberAsync(gus)).LeftAt);
        Assert.DoesNotContain("Gus R", (await (await AsAsync("Bo")).OpenAsync(PanelPath)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await AsAsync("Gus")).OpenAsync(Removals)).Status);
        Assert.Equal(["They have left the panel"], (await AnswerAsync("Fay", "true")).Errors);
    }

    [Fact]
    public async Task Without_a_yes_of_more_than_half_in_fourteen_days_a_member_stays_and_the_panel_is_asked_once_at_a_time()
    {
        var gus = await AskedAsync();
        var yara = await AsAsync("Yara");
        Assert.Equal(["The panel is asked about this already"], (await AskAsync(yara, gus, "Once more.")).Errors);
        foreach (var name in (string[])["Ade", "Bo", "Cas", "Dee"])
            await AnswerAsync(name, "false");
        Assert.Equal(["This is settled."], (await AnswerAsync("Eli", "true")).Errors);
        Assert.Contains("They stay", (await yara.OpenAsync(Removals)).Text, StringComparison.Ordinal);

        Assert.Empty((await AskAsync(yara, gus, "Once more.")).Errors);
        await MoveToAsync(Clock.GetUtcNow() + Removal.Patience);
        Assert.Equal(["This is settled."], (await AnswerAsync("Eli", "true")).Errors);
        Assert.Null((await MemberAsync(gus)).LeftAt);
    }

    [Fact]
    public async Task No_coordinator_ends_a_members_time_alone_and_the_safeguarding_lead_can_and_a_member_leaves_when_they_want()
    {
        var gus = await GusAsync();
        await BeginCardAsync("Gus");
        var (yara, dana, member) = (await AsAsync("Yara"), await AsAsync("Dana"), $"{PanelPath}/members/{gus}");
        Assert.Equal(HttpStatusCode.Forbidden, (await TamperAsync(yara, member, ("step", "Out"))).Status);
        Assert.Contains("Press one of the buttons: nothing was chosen.", (await TamperAsync(yara, member)).Text, StringComparison.Ordinal);

        await dana.PressAsync(await dana.OpenAsync(member), "End their time now, to keep somebody safe");
        Assert.NotNull((await MemberAsync(gus)).LeftAt);
        Assert.False(await WithDbAsync(db => db.Set<Card>().AnyAsync()));
        Assert.Contains("They have left the panel", (await TamperAsync(yara, member, ("step", "Break"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await yara.OpenAsync($"{Removals}/new?member={Guid.Empty}")).Status);
        Assert.Equal(["They have left the panel"], (await AskAsync(yara, gus, "Late.")).Errors);

        var fay = await AsAsync("Fay");
        await fay.PressAsync(await fay.OpenAsync($"{PanelPath}/my-place"), "Leave the panel for good");
        Assert.DoesNotContain("Fay H", (await (await AsAsync("Bo")).OpenAsync(PanelPath)).Text, StringComparison.Ordinal);
    }

    /// <summary>Somebody has begun to mark.</summary>
    async Task BeginCardAsync(string name)
    {
        var call = await CallAsync();
        var own = await ApplicationAsync(call, "Camp", 500);
        await OpenMarkingAsync(call);
        await DeclareAsync(name, own, ConflictLevel.None);
        await ChangeAsync(db => db.AddAsync(new Card(own.Id, People[name].Id, Clock.GetUtcNow())).AsTask());
        Assert.True(await WithDbAsync(db => db.Set<Card>().AnyAsync()));
    }

    async Task<Guid> AskedAsync()
    {
        var gus = await GusAsync();
        var yara = await AsAsync("Yara");
        Assert.Equal(["Say why: the panel and the member read it"], (await AskAsync(yara, gus, "")).Errors);
        Assert.Empty((await AskAsync(yara, gus, "He told others what we had marked.")).Errors);
        return gus;
    }

    async Task<Page> AskAsync(Browser yara, Guid member, string because) =>
        await yara.PressAsync(await yara.OpenAsync($"{Removals}/new?member={member}"), "Ask the panel", ("Because", because));

    async Task<Page> AnswerAsync(string name, string? word)
    {
        var removal = await WithDbAsync(db => db.Set<Removal>().OrderByDescending(one => one.AskedAt).Select(one => one.Id).FirstAsync());
        return await TamperAsync(await AsAsync(name), $"{Removals}/{removal}", word is null ? [] : [("isYes", word)]);
    }

    Task<Guid> GusAsync() => WithDbAsync(db => db.PanelMembers.Where(one => one.DisplayName == "Gus R").Select(one => one.Id).SingleAsync());

    Task<PanelMember> MemberAsync(Guid id) => WithDbAsync(db => db.PanelMembers.SingleAsync(one => one.Id == id));
}
