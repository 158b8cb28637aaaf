using System.Text.RegularExpressions;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Marking;
using PB.Tests.Town;

namespace PB.Tests.Grants.Meetings;

/// <summary>Whoever has a conflict lives in a world in which the application does not exist.</summary>
public sealed partial class NoTraceTests : MeetingTest
{
    // It shows another key each time that it is asked.
    const string OwnKey = "/second-factor/new";

    [Fact]
    public async Task I17_every_page_count_file_and_address_is_as_if_the_application_did_not_exist()
    {
        var without = await WalkAsync(withGhost: false);
        await DisposeAsync();
        await InitializeAsync();
        var with = await WalkAsync(withGhost: true);

        Assert.InRange(without.Count, 12, 400);
        Assert.Equal(without.Select(page => page.Path), with.Select(page => page.Path));
        Assert.All(without.Zip(with), pair => Assert.Equal(pair.First.Html, pair.Second.Html));
        Assert.DoesNotContain(with, page => page.Html.Contains("Ghost", StringComparison.Ordinal));
    }

    /// <summary>Plays the evening, and then goes through everything that Bo can reach.</summary>
    async Task<IReadOnlyList<Seen>> WalkAsync(bool withGhost)
    {
        var all = await ApplyAsync(new CallRules { Secrecy = VoteSecrecy.Hands }, withGhost ? [("Pitch", 1000), ("Ghost", 900), ("Stage", 800)] : [("Pitch", 1000), ("Stage", 800)]);
        var ghost = all.SingleOrDefault(application => application.Title == "Ghost");
        // What is linked with what they may not know of is linked with nothing; the others are linked in both worlds.
        foreach (var other in all.Skip(1))
            await ChangeAsync(db => db.AddAsync(new PlanLink(all[0].Id, other.Id, "They are for one fair.", People["Yara"].Id, Clock.GetUtcNow())).AsTask());
        await MoveToAsync(CallCloses.AddDays(4));
        foreach (var application in all)
            foreach (var name in (string[])["Ade", "Bo", "Cas"])
                await CardAsync(application, name, (application.Title switch { "Pitch" => 5, "Ghost" => 4, _ => 3 }) - (name is "Bo" ? 1 : 0));
        if (ghost is not null) await DeclareAsync("Bo", ghost, ConflictLevel.Conflict);
        await MoveToAsync(MeetingOn);
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli", "Fay");
        foreach (var application in all)
            await FundByHandsAsync(application.Title, 5);
        await PressAsync("Yara", "End the meeting");
        var phone = await PhoneAsync("Bo");
        return await CrawlAsync(phone, ["/meetings", Room, $"{Room}/minutes", $"{Room}/screen", $"{Room}/version", FundPath, CallPath, $"{CallPath}/marking", $"{CallPath}/marking/YF27-9999",
            ghost is null ? $"{CallPath}/marking/YF27-9998" : $"{CallPath}/marking/{ghost.Ref}", ghost is null ? $"{CallPath}/reading/YF27-9998" : $"{CallPath}/reading/{ghost.Ref}",
            $"{CallPath}/reading", $"{CallPath}/marks", $"{CallPath}/marks.csv", $"{CallPath}/marking-progress", $"{CallPath}/panel-decisions"]);
    }

    Task CardAsync(Application application, string name, int value) => ChangeAsync(db =>
    {
        var card = new Card(application.Id, People[name].Id, Clock.GetUtcNow());
        foreach (var criterion in Call.Criteria)
            card.Answer(criterion.Id, value);
        card.HandIn(Clock.GetUtcNow());
        return db.AddAsync(card).AsTask();
    });

    static async Task<IReadOnlyList<Seen>> CrawlAsync(Browser phone, string[] from)
    {
        var (queue, known, seen) = (new Queue<string>(from), from.ToHashSet(), new List<Seen>());
        var names = new Dictionary<string, string>();
        while (queue.TryDequeue(out var path))
        {
            var page = await phone.OpenAsync(path);
            seen.Add(new Seen(Plain(path, names), $"{page.Status} {Plain(Variable().Replace(page.Document.DocumentElement.OuterHtml, ""), names)}"));
            foreach (var link in page.Document.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]).Where(link => link != OwnKey && known.Add(link)))
                queue.Enqueue(link);
        }

        return seen;
    }

    /// <summary>Ids and references in the order in which they are met: the first id is id 1 in both worlds.</summary>
    static string Plain(string text, Dictionary<string, string> names) =>
        Id().Replace(text, id => names.TryGetValue(id.Value, out var name) ? name : names[id.Value] = $"id-{names.Count + 1}");

    [GeneratedRegex("""<input[^>]*__RequestVerificationToken[^>]*>|Number for drawing lots: [0-9a-f]+""")]
    private static partial Regex Variable();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|YF27-[0-9]{4}")]
    private static partial Regex Id();

    sealed record Seen(string Path, string Html);
}
