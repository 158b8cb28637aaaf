using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Care;
using PB.Grants.Panels;
using PB.Grants.Visits;
using PB.Tests.Town;

namespace PB.Tests.Grants.Visits;

public sealed class VisitTests : CouncilTest
{
    Application camp = null!;

    string Path => $"{FundPath}/applications/{camp.Ref}/visits";

    [Fact]
    public async Task Some_of_the_panel_go_and_see_a_group_with_two_checked_adults_and_the_panel_reads_what_they_saw()
    {
        await ReadAsync();
        await DeclareAsync("Cas", camp, ConflictLevel.Conflict);
        var yara = await AsAsync("Yara");
        Assert.Empty((await PlanAsync(yara, "Ade Bo", "Yara Yusuf")).Errors);

        // Two who go along, two adults, the lead and the supporting adult.
        Assert.Equal(6, await WithDbAsync(db => db.Messages.CountAsync(mail => mail.Key.StartsWith("grants/visit/"))));
        Assert.Contains("Some of the panel come to see you on", (await (await AsAsync("Lea")).OpenAsync($"/applications/{camp.Id}")).Text, StringComparison.Ordinal);
        foreach (var (name, status) in new[] { ("Dee", HttpStatusCode.OK), ("Cas", HttpStatusCode.NotFound), ("Lea", HttpStatusCode.NotFound), ("Finn", HttpStatusCode.NotFound), ("Dana", HttpStatusCode.OK) })
            Assert.Equal(status, (await (await AsAsync(name)).OpenAsync(Path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await PlanAsync(await AsAsync("Dee"), "Dee", "Yara Yusuf")).Status);
        var visit = await WithDbAsync(db => db.Set<Visit>().Select(one => one.Id).SingleAsync());
        Assert.Equal(["It is not the time for that: you go while the panel reads and decides, or while a grant is under way."], (await TamperAsync(yara, $"{Path}/{visit}", ("notes", "Early."))).Errors);

        await MoveToAsync(Clock.GetUtcNow().AddDays(2));
        yara = await AsAsync("Yara");
        Assert.Equal(["Say what you saw, in 2,000 characters or fewer"], (await yara.PressAsync(await yara.OpenAsync(Path), "Keep it for the panel")).Errors);
        await yara.PressAsync(await yara.OpenAsync(Path), "Keep it for the panel", ("notes", "There is room for thirty."));
        Assert.Contains("There is room for thirty.", (await (await AsAsync("Dee")).OpenAsync(Path)).Text, StringComparison.Ordinal);
        Assert.Equal(["This visit is over, or was called off."], (await TamperAsync(yara, $"{Path}/{visit}", ("callsOff", "true"))).Errors);

        await MoveToAsync(Clock.GetUtcNow().AddYears(1).AddDays(1));
        await RunAsync<ForgetGrantPapers>();
        Assert.Equal(0, await WithDbAsync(db => db.Set<Visit>().CountAsync()));
    }

    [Fact]
    public async Task Nobody_goes_without_two_checked_adults_or_without_a_parents_yes()
    {
        await ReadAsync();
        await DeclareAsync("Cas", camp, ConflictLevel.Conflict);
        await ChangeAsync(db => db.AdultChecks.Where(check => check.PersonId == People["Yusuf"].Id).ExecuteDeleteAsync());
        await ChangeAsync(async db =>
        {
            var kit = Seated("Eli Fox", PanelRole.Member, Clock.GetUtcNow(), new DateOnly(2013, 5, 5));
            kit.Agree(ConsentKind.Join, ConsentBy.Parent, "by the link in the mail", Clock.GetUtcNow());
            db.PanelMembers.Remove(await db.PanelMembers.Include(one => one.Consents).SingleAsync(one => one.DisplayName == "Eli F"));
            await db.SaveChangesAsync();
            db.Add(kit);
        });
        var yara = await AsAsync("Yara");
        foreach (var (members, adults, days, why) in new[]
        {
            ("Ade", "Yara", 2, "Two adults go along at the least."), ("Ade", "Yara Yusuf", 2, "One of these adults has no background check that holds on that day."),
            ("Ade", "Yara Sue", 2, "One of these adults has no background check that holds on that day."), ("", "Yara Dana", 2, "Choose at least one member of the panel."),
            ("Cas", "Yara Dana", 2, "One of these members is too close to the group, has not said that they are not, or is not active."), ("Ade", "Yara Dana", -1, "That day is over. Choose another one."),
            ("Eli", "Yara Dana", 2, "For one of these members a parent has to say yes to going along first."),
        })
            Assert.Equal([why], (await PlanAsync(yara, members, adults, days)).Errors);

        var eli = await WithDbAsync(db => db.PanelMembers.Where(one => one.DisplayName == "Eli F").Select(one => one.Id).SingleAsync());
        await yara.PressAsync(await yara.OpenAsync($"{PanelPath}/members/{eli}"), "A parent said on paper: may go along on visits");
        Assert.Empty((await PlanAsync(yara, "Eli", "Yara Dana")).Errors);
        await yara.PressAsync(await yara.OpenAsync(Path), "Call it off");
        Assert.DoesNotContain("Some of the panel come to see you", (await (await AsAsync("Lea")).OpenAsync($"/applications/{camp.Id}")).Text, StringComparison.Ordinal);
        await ChangeAsync(async db => (await db.Calls.SingleAsync()).Publish(Clock.GetUtcNow()));
        Assert.Equal(["It is not the time for that: you go while the panel reads and decides, or while a grant is under way."], (await PlanAsync(yara, "Ade", "Yara Dana")).Errors);
    }

    async Task ReadAsync()
    {
        var call = await CallAsync();
        camp = await ApplicationAsync(call, "Camp", 500);
        await OpenMarkingAsync(call);
        await DeclareAllAsync(camp);
        Clock.MoveTo(Clock.GetUtcNow().AddMinutes(1));
    }

    Task<Page> PlanAsync(Browser browser, string members, string adults, int days = 2) => TamperAsync(browser, Path,
        [("Day", Clock.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("Place", "The hut"), ("RiskPlan", "The lake: nobody swims."),
            .. members.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => ("Going", (string?)$"{People[name].Id}")), .. adults.Split(' ').Select(name => ("With", (string?)$"{People[name].Id}"))]);
}
