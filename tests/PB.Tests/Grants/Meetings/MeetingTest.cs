using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Meetings;
using PB.Grants.Panels;
using PB.Tests.Town;

namespace PB.Tests.Grants.Meetings;

/// <summary>A panel of ten that has marked, and meets.</summary>
public abstract class MeetingTest : CouncilTest
{
    protected static readonly string[] All = [.. Young, "Ivy Park", "Jon Reid"];

    /// <summary>How many cards the call promises for each application. Nobody marks here, so it is none where a test is not about that.</summary>
    protected virtual int Promised => 0;

    readonly Dictionary<string, Browser> phones = [];

    protected Call Call { get; private set; } = null!;

    /// <summary>The address of the meeting.</summary>
    protected string Room { get; set; } = "";

    protected override async Task SettleAsync()
    {
        phones.Clear();
        await base.SettleAsync();
        foreach (var name in All[Young.Length..])
        {
            People[FirstName(name)] = await PersonAsync(name);
            await ChangeAsync(db => db.AddAsync(Seated(name, PanelRole.Member, Clock.GetUtcNow())).AsTask());
        }
    }

    /// <summary>A call in which all of these were found to fit and nobody has a stake, marking closed.</summary>
    protected async Task<List<Application>> ApplyAsync(CallRules rules, params (string Title, long Pounds)[] asked)
    {
        Call = await CallAsync(rules: rules with { MinCards = Promised });
        var all = new List<Application>();
        foreach (var (title, pounds) in asked)
        {
            Clock.MoveTo(Clock.GetUtcNow().AddMinutes(1));
            all.Add(await ApplicationAsync(Call, title, pounds));
        }

        await OpenMarkingAsync(Call);
        await ChangeAsync(async db =>
        {
            foreach (var application in all)
                foreach (var name in All)
                    await db.AddAsync(new ConflictDeclaration(application.Id, People[FirstName(name)].Id, new ConflictWords(ConflictLevel.None), Clock.GetUtcNow()));
        });
        await MoveToAsync(MeetingOn);
        return all;
    }

    /// <summary>The youth worker calls a meeting, ticks who is there beside the two adults, and opens it.</summary>
    protected async Task MeetAsync(params string[] present)
    {
        var yara = await PhoneAsync("Yara");
        var page = await yara.PressAsync(await yara.OpenAsync($"{CallPath}/meetings/new"), "Call the meeting", ("Place", "Town hall"));
        Room = page.Path;
        await ComeAsync([.. present, "Yara", "Yusuf"]);
        await yara.PressAsync(await yara.OpenAsync(Room), "Open the meeting");
    }

    protected async Task<Page> ComeAsync(params string[] people)
    {
        var yara = await PhoneAsync("Yara");
        return await yara.PressAsync(await yara.OpenAsync(Room), "They are here", [.. people.Select(name => ("people", (string?)$"{People[name].Id}"))]);
    }

    /// <summary>Somebody's phone: it stays theirs for the evening.</summary>
    protected async Task<Browser> PhoneAsync(string name) => phones.TryGetValue(name, out var phone) ? phone : phones[name] = await AsAsync(name);

    protected async Task<Page> LookAsync(string name) => await (await PhoneAsync(name)).OpenAsync(Room);

    protected async Task<Page> PressAsync(string name, string button, params (string Name, string? Value)[] fields) =>
        await (await PhoneAsync(name)).PressAsync(await LookAsync(name), button, fields);

    /// <summary>The chair turns to an application and sees that nobody with a conflict is left in the room.</summary>
    protected async Task TurnToAsync(string title, string leader = "Ade")
    {
        await PressAsync(leader, $"Talk about this one: {title}");
        var page = await LookAsync(leader);
        await (await PhoneAsync(leader)).PressAsync(page, page.Text.Contains("Nobody is too close to this one.", StringComparison.Ordinal) ? "Go on" : "They are out of the room");
    }

    protected async Task AskAsync(string question, string leader = "Ade") => await PressAsync(leader, question);

    protected async Task<Page> CastAsync(string name, string choice) => await PressAsync(name, "Send my vote", ("choice", choice));

    protected async Task VoteAsync(string yes, string no = "", string abstain = "")
    {
        foreach (var (choice, names) in new[] { ("Yes", yes), ("No", no), ("Abstain", abstain) })
            foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                await CastAsync(name, choice);
    }

    protected async Task<Page> CloseAsync(string leader = "Ade") => await PressAsync(leader, "Close the vote");

    protected async Task<Page> NameAsync(string name, string amount) => await PressAsync(name, "Send my amount", ("amount", amount));

    protected Task<Page> SayAsync(string reason = "We like it.", string leader = "Ade") => PressAsync(leader, "Say the result", ("Reason", reason));

    /// <summary>By show of hands, and all lines of the budget as they are (or one line cut to this).</summary>
    protected async Task<Page> FundByHandsAsync(string title, int hands, string? line = null)
    {
        await TurnToAsync(title);
        await AskAsync("Ask: shall we fund it?");
        await PressAsync("Ade", "Close the vote", ("Yes", $"{hands}"));
        var lines = line is null ? [] : new[] { ("approved[1]", (string?)line) };
        await PressAsync("Ade", "The room agreed on these lines", [.. lines, ("Yes", $"{hands}")]);
        return await SayAsync();
    }

    /// <summary>Posts what no page shows, with the token of a page that the person may see.</summary>
    protected async Task<Page> PostAsync(string name, string path, params (string Name, string? Value)[] fields)
    {
        var phone = await PhoneAsync(name);
        var token = (await phone.OpenAsync("/me")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value");
        return await phone.PostAsync(path, [.. fields, ("__RequestVerificationToken", token)]);
    }

    protected async Task<IReadOnlyList<string>> MinutesAsync(string name) =>
        [.. (await (await PhoneAsync(name)).OpenAsync($"{Room}/minutes")).Document.QuerySelectorAll(".pb-minutes li").Select(line => string.Join(' ', line.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    protected Task<Decision> DecisionOnAsync(Application application) => WithDbAsync(db =>
        db.Set<Decision>().AsNoTracking().Include(d => d.Parts).Where(d => d.ApplicationId == application.Id).OrderByDescending(d => d.DecidedAt).FirstAsync());
}
