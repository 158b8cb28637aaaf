using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Marking;
using PB.Grants.Panels;

namespace PB.Tests.Grants.Calls;

/// <summary>Edge case 1: a panel falls below its least number of members in the middle of a call.</summary>
public sealed class PausingTests : CouncilTest
{
    Call call = null!;
    Application camp = null!;

    [Fact]
    public async Task Edge_01_a_call_waits_while_its_panel_is_short_of_members_and_what_was_marked_stays()
    {
        await MarkedAsync();
        await LeaveAsync("Fay", "Gus");
        await RunAsync<PauseCalls>();
        Assert.Null(await PausedAtAsync());
        await LeaveAsync("Hana");
        await RunAsync<PauseCalls>();
        Assert.NotNull(await PausedAtAsync());
        // Five members, two coordinators, and Lea and Sue of the camp; once.
        await RunAsync<PauseCalls>();
        Assert.Equal(9, await WithDbAsync(db => db.Messages.CountAsync(mail => mail.Key.StartsWith("grants/paused/"))));

        Assert.Contains("Waits: the panel needs more members", (await Visitor().OpenAsync(CallPath)).Text, StringComparison.Ordinal);
        Assert.Contains("You do not need to do anything, and your plan keeps its place.", (await (await AsAsync("Lea")).OpenAsync($"/applications/{camp.Id}")).Text, StringComparison.Ordinal);
        var bo = await AsAsync("Bo");
        Assert.Contains("marking waits", (await bo.OpenAsync($"{CallPath}/marking")).Text, StringComparison.Ordinal);
        Assert.Equal(["You cannot give marks here now."], (await TamperAsync(bo, $"{CallPath}/marking/{camp.Ref}/1", ("Value", "3"))).Errors);

        // Its time stands still: the day on which marking was to end shows nobody what others have marked, and no meeting is called.
        await MoveToAsync(MarkingCloses.AddHours(1));
        Assert.NotEqual(HttpStatusCode.OK, (await bo.OpenAsync($"{CallPath}/marks")).Status);
        var yara = await AsAsync("Yara");
        Assert.Contains("The panel has too few members now.", (await TamperAsync(yara, $"{CallPath}/meetings/new", ("StartsAt", "2027-04-11T18:00"), ("Place", "Town hall"))).Text, StringComparison.Ordinal);

        await ReturnAsync("Hana");
        await RunAsync<PauseCalls>();
        Assert.Null(await PausedAtAsync());
        Assert.Equal(1, await CardsAsync());
        var waited = (int)Math.Ceiling((MarkingCloses.AddHours(1) - CallCloses.AddDays(3)).TotalDays);
        Assert.Equal((MarkingCloses.AddDays(waited), CallCloses), await WithDbAsync(db => db.Calls.Select(one => new ValueTuple<DateTimeOffset, DateTimeOffset>(one.Dates.MarkingClosesAt!.Value, one.Dates.ClosesAt!.Value)).SingleAsync()));
        Assert.Empty((await TamperAsync(bo, $"{CallPath}/marking/{camp.Ref}/1", ("Value", "3"))).Errors);
        Assert.Equal(["Paused a call: its panel has fewer members than it needs", "Let a call go on: its panel has enough members again"],
            await WithDbAsync(db => db.Journal.Where(line => line.Act.Contains("a call") && line.Act.Contains("members")).OrderBy(line => line.At).Select(line => line.Act).ToListAsync()));
    }

    [Fact]
    public async Task Edge_01_or_the_panel_above_takes_it_over_and_counts_what_the_first_has_marked()
    {
        await MarkedAsync();
        var yara = await AsAsync("Yara");
        Assert.Contains("This call does not wait for members.", (await TamperAsync(yara, $"{CallPath}/stand-in")).Text, StringComparison.Ordinal);
        await LeaveAsync("Eli", "Fay", "Gus", "Hana");
        await RunAsync<PauseCalls>();
        Assert.Contains("There is no other panel that could take it over.", (await TamperAsync(yara, $"{CallPath}/stand-in")).Text, StringComparison.Ordinal);
        await MakeCountyPanelAsync();
        Assert.Contains("The other panel has too few members, too.", (await TamperAsync(yara, $"{CallPath}/stand-in")).Text, StringComparison.Ordinal);
        await ChangeAsync(async db => (await db.Panels.SingleAsync(panel => panel.Slug == "county")).Describe("The county panel", 3, 12));
        foreach (var name in (string[])["Ade", "Lea", "Alan"])
            Assert.NotEqual(HttpStatusCode.OK, (await TamperAsync(await AsAsync(name), $"{CallPath}/stand-in")).Status);

        await yara.PressAsync(await yara.OpenAsync(CallPath), "Let “The county panel” take it over");

        Assert.Null(await PausedAtAsync());
        Assert.Equal(1, await CardsAsync());
        var (kai, bo) = (await AsAsync("Kai"), await AsAsync("Bo"));
        Assert.Contains("First say whether you know them", (await kai.OpenAsync($"{CallPath}/marking")).Text, StringComparison.Ordinal);
        await DeclareAsync("Kai", camp, ConflictLevel.None);
        Assert.Empty((await TamperAsync(kai, $"{CallPath}/marking/{camp.Ref}/1", ("Value", "3"))).Errors);
        Assert.Equal(HttpStatusCode.NotFound, (await bo.OpenAsync($"{CallPath}/marking/{camp.Ref}")).Status);
        await RunAsync<PauseCalls>();
        Assert.Null(await PausedAtAsync());
    }

    [Fact]
    public async Task Groups_apply_while_a_call_waits_and_lose_no_time_and_nothing_waits_once_all_is_decided()
    {
        call = await CallAsync();
        await MoveToAsync(CallOpens.AddDays(1));
        await LeaveAsync("Eli", "Fay", "Gus");
        await RunAsync<PauseCalls>();
        var page = await (await AsAsync("Lea")).OpenAsync(CallPath);
        Assert.Contains("This call waits for more members of the panel", page.Text, StringComparison.Ordinal);
        Assert.Contains("You can still apply.", page.Text, StringComparison.Ordinal);
        Assert.Equal(7, await WithDbAsync(db => db.Messages.CountAsync(mail => mail.Key.StartsWith("grants/paused/"))));
        await ReturnAsync("Eli");
        await RunAsync<PauseCalls>();
        Assert.Equal(MarkingCloses, await WithDbAsync(db => db.Calls.Select(one => one.Dates.MarkingClosesAt!.Value).SingleAsync()));

        await ChangeAsync(async db => (await db.Calls.SingleAsync()).Publish(Clock.GetUtcNow()));
        await LeaveAsync("Eli");
        await RunAsync<PauseCalls>();
        Assert.Null(await PausedAtAsync());
    }

    /// <summary>All have said that they know nobody, and Bo has handed in a card.</summary>
    async Task MarkedAsync()
    {
        call = await CallAsync();
        camp = await ApplicationAsync(call, "Camp", 500);
        await OpenMarkingAsync(call);
        await DeclareAllAsync(camp);
        await ChangeAsync(db =>
        {
            var card = new Card(camp.Id, People["Ade"].Id, Clock.GetUtcNow());
            foreach (var criterion in call.Criteria)
                card.Answer(criterion.Id, 4);
            card.HandIn(Clock.GetUtcNow());
            return db.AddAsync(card).AsTask();
        });
    }

    async Task MakeCountyPanelAsync()
    {
        foreach (var name in (string[])["Kai Cole", "Liv Dorn", "Mo Ekin"])
            People[FirstName(name)] = await PersonAsync(name);
        await ChangeAsync(async db =>
        {
            var now = Clock.GetUtcNow();
            var county = new Panel(Fund.Id, "The county panel", "county", now);
            await db.AddAsync(county);
            await db.AddRangeAsync(((string[])["Kai Cole", "Liv Dorn", "Mo Ekin"]).Select((name, index) => Seated(name, index is 0 ? PanelRole.Chair : PanelRole.Member, now, panel: county)));
        });
        var (yara, setup) = (await AsAsync("Yara"), $"{PanelPath}/setup");
        Assert.Equal(["Choose one of these panels"], (await yara.PressAsync(await yara.OpenAsync(setup), "Save", ("ParentId", $"{Panel.Id}"))).Errors);
        await yara.PressAsync(await yara.OpenAsync(setup), "Save", ("ParentId", $"{await WithDbAsync(db => db.Panels.Where(panel => panel.Slug == "county").Select(panel => panel.Id).SingleAsync())}"));
    }

    async Task LeaveAsync(params string[] names)
    {
        foreach (var name in names)
        {
            var young = await AsAsync(name);
            await young.PressAsync(await young.OpenAsync($"{PanelPath}/my-place"), "Take my yes back");
        }
    }

    async Task ReturnAsync(string name)
    {
        var young = await AsAsync(name);
        await young.PressAsync(await young.OpenAsync($"{PanelPath}/my-place"), "Yes, I want to take part");
        await ChangeAsync(async db => (await db.PanelMembers.SingleAsync(member => member.PersonId == People[name].Id)).ComeBack());
    }

    Task<DateTimeOffset?> PausedAtAsync() => WithDbAsync(db => db.Calls.Select(one => one.PausedAt).SingleAsync());

    Task<int> CardsAsync() => WithDbAsync(db => db.Set<Card>().CountAsync(card => card.HandedInAt != null));
}
