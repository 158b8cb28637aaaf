using Microsoft.Playwright;
using PB.Grants.Calls;
using PB.Grants.Meetings;
using PB.Grants.Panels;
using PB.Tests.Grants.Meetings;
using PB.Tests.Town;

namespace PB.Browser.Tests.Journeys;

/// <summary>An evening with twelve phones: one loses its connection, one shows an old page, one comes late.</summary>
public sealed class MeetingJourney : MeetingTest
{
    static readonly string[] Twelve = [.. All, "Kit Shaw", "Lou Tan"];

    readonly Dictionary<string, IPage> phones = [];

    string address = "", room = "";

    protected override bool IsAtAPort => true;

    protected override async Task SettleAsync()
    {
        address = Hall.Open().ToString();
        await base.SettleAsync();
        foreach (var name in Twelve[All.Length..])
        {
            People[FirstName(name)] = await PersonAsync(name);
            await ChangeAsync(db => db.AddAsync(Seated(name, PanelRole.Member, Clock.GetUtcNow())).AsTask());
        }

        var pitch = (await ApplyAsync(new CallRules(), ("Pitch", 1000)))[0];
        foreach (var name in Twelve[All.Length..])
            await DeclareAsync(FirstName(name), pitch, PB.Grants.Applications.ConflictLevel.None);
        var meeting = new Meeting(Call, Panel.Id, new MeetingPlan(Clock.GetUtcNow(), "Town hall", "seed", People["Yara"].Id), Clock.GetUtcNow());
        meeting.Plan([pitch.Id], Clock.GetUtcNow());
        foreach (var name in Twelve.Select(FirstName).Where(name => name != "Lou"))
            meeting.Come(People[name].Id, AttendanceKind.Member, Clock.GetUtcNow());
        foreach (var name in (string[])["Yara", "Yusuf"])
            meeting.Come(People[name].Id, AttendanceKind.Adult, Clock.GetUtcNow());
        meeting.Open(Clock.GetUtcNow());
        meeting.Write(MinuteKind.Opened, null, Clock.GetUtcNow(), "11", "12", "seed");
        await ChangeAsync(db => db.AddAsync(meeting).AsTask());
        room = $"/meetings/{meeting.Id}";
    }

    [Fact]
    public async Task Twelve_phones_decide_together_and_end_with_the_same_minutes()
    {
        await Task.WhenAll(Twelve.Select(FirstName).Where(name => name != "Lou").Append("Yara").Select(name => JoinAsync(name)));
        var (ade, old) = (phones["Ade"], phones["Cas"]);
        await ade.GetByRole(AriaRole.Button, new() { Name = "Talk about this one" }).ClickAsync();
        await PressAsync(ade, "Go on");
        await phones["Bo"].Context.SetOfflineAsync(true);
        await PressAsync(ade, "Ask: shall we fund it?");
        await Task.WhenAll(Others("Ade", "Bo", "Yara").Select(phone => SeesAsync(phone, "Your vote is secret")));
        await JourneyTest.LookAtAsync(phones["Dee"], "meeting-vote");

        await phones["Yara"].GetByLabel("Lou T").CheckAsync();
        await PressAsync(phones["Yara"], "They are here");
        await JoinAsync("Lou");
        await phones["Bo"].Context.SetOfflineAsync(false);
        await SeesAsync(phones["Bo"], "Your vote is secret");
        // Somebody who has begun to choose is not interrupted: that page grows old.
        await old.GetByLabel("No", new() { Exact = true }).CheckAsync();
        await Task.WhenAll(Others("Cas", "Yara").Select(phone => VoteAsync(phone, "Yes")));
        await PressAsync(ade, "Close the vote");
        await PressAsync(old, "Send my vote");
        await SeesAsync(old, "that vote is over");

        await PressAsync(ade, "Ask: how much?");
        await Task.WhenAll(Others("Yara").Select((phone, at) => NameAsync(phone, at % 2 == 0 ? "800" : "1000")));
        await PressAsync(ade, "Close the vote");
        await ade.GetByLabel("Why? Everybody will read it").FillAsync("It is for many.");
        await JourneyTest.LookAtAsync(ade, "meeting-chair");
        await PressAsync(ade, "Say the result");
        await Task.WhenAll(Others().Select(phone => SeesAsync(phone, "Decided: Funded in part, £900.")));

        var minutes = await Task.WhenAll(phones.Values.Select(MinutesAsync));
        Assert.Equal(13, minutes.Length);
        Assert.Single(minutes.Distinct());
        Assert.Contains("passed: 11 yes, 0 no, 0 said neither", minutes[0], StringComparison.Ordinal);
    }

    IEnumerable<IPage> Others(params string[] but) => phones.Where(phone => !but.Contains(phone.Key)).Select(phone => phone.Value);

    async Task JoinAsync(string name)
    {
        var context = await Window.OpenAsync(address, withScript: true);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{DoorKeeper.Path}?email={People[name].Email}");
        await page.GotoAsync(room);
        lock (phones)
            phones[name] = page;
    }

    static Task SeesAsync(IPage phone, string words) => Assertions.Expect(phone.GetByText(words).First).ToBeVisibleAsync();

    static async Task VoteAsync(IPage phone, string choice)
    {
        await phone.GetByLabel(choice, new() { Exact = true }).CheckAsync();
        await PressAsync(phone, "Send my vote");
        await SeesAsync(phone, "You have voted.");
    }

    static async Task NameAsync(IPage phone, string amount)
    {
        await phone.GetByLabel("My amount").FillAsync(amount);
        await PressAsync(phone, "Send my amount");
        await SeesAsync(phone, "You have voted.");
    }

    async Task<string> MinutesAsync(IPage phone)
    {
        await phone.GotoAsync($"{room}/minutes");
        return await phone.Locator(".pb-minutes").InnerTextAsync();
    }

    static Task PressAsync(IPage phone, string button) => phone.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
