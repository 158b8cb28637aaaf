using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PB.People;
using PB.Results;
using PB.Tests.Town;

namespace PB.Tests.Ballots;

/// <summary>Two towns that differ in nothing but what was chosen: no page tells them apart before the close, whoever looks.</summary>
public sealed partial class OneGateForCountsTests
{
    static readonly int[][] ForBenches = [.. Enumerable.Repeat<int[]>([1], 12)], ForLights = [.. Enumerable.Repeat<int[]>([3, 4], 12)];

    [Fact]
    public async Task While_voting_is_open_no_page_of_any_role_depends_on_what_was_chosen()
    {
        var (one, other) = (await WalkAsync(ForBenches, isOver: false), await WalkAsync(ForLights, isOver: false));

        Assert.Equal(one.Keys.Order(), other.Keys.Order());
        var told = string.Join('\n', one.Where(page => other[page.Key] != page.Value).Select(page => $"{page.Key}: {Difference(page.Value, other[page.Key])}"));
        Assert.True(told.Length == 0, told);
        // It was a walk, not a closed door.
        Assert.InRange(one.Values.Count(page => page.StartsWith("200", StringComparison.Ordinal)), 100, int.MaxValue);
    }

    // The negative control: after the close the same walk does see the difference.
    [Fact]
    public async Task After_the_close_the_same_walk_finds_the_pages_that_do()
    {
        var (one, other) = (await WalkAsync(ForBenches, isOver: true), await WalkAsync(ForLights, isOver: true));

        var differ = one.Where(page => other[page.Key] != page.Value).Select(page => page.Key).ToList();
        Assert.Contains("visitor rounds/eastfield-2027/result", differ);
        Assert.Contains("visitor rounds/eastfield-2027/result.csv", differ);
    }

    // Who chose what, and not what was chosen: the same ballots, dealt out the other way round.
    [Fact]
    public async Task After_the_close_no_page_and_no_file_of_any_role_depends_on_who_chose_what()
    {
        int[][] dealt = [.. Enumerable.Repeat<int[]>([1], 6), .. Enumerable.Repeat<int[]>([3, 4], 6)];
        var (one, other) = (await WalkAsync(dealt, isOver: true), await WalkAsync([.. dealt.Reverse()], isOver: true));

        var told = string.Join('\n', one.Where(page => other[page.Key] != page.Value).Select(page => $"{page.Key}: {Difference(page.Value, other[page.Key])}"));
        Assert.True(told.Length == 0, told);
    }

    static string Difference(string one, string other) =>
        string.Join(" | ", one.Split('\n').Except(other.Split('\n')).Concat(other.Split('\n').Except(one.Split('\n'))).Select(line => line.Length > 300 ? line[..300] : line).Take(4));

    static async Task<Dictionary<string, string>> WalkAsync(int[][] ballots, bool isOver)
    {
        await using var town = new WatchedTown();
        await town.InitializeAsync();
        return await town.WalkAsync(ballots, isOver);
    }

    sealed partial class WatchedTown : BallotTest
    {
        public async Task<Dictionary<string, string>> WalkAsync(int[][] ballots, bool isOver)
        {
            await OpenRoundAsync();
            foreach (var (choices, index) in ballots.Select((choices, index) => (choices, index)))
                await VotedAsync(await VoterAsync($"Voter {(char)('A' + index)}"), choices);
            if (isOver)
            {
                await MoveToAsync(Closing);
                await RunAsync<CountClosedRounds>();
                await RunAsync<PublishCountedRounds>();
            }

            await RunAsync<PB.Roll.NoticeOddities>();
            var pages = new Dictionary<string, string>();
            foreach (var (who, browser) in await EverybodyAsync())
                foreach (var path in Paths())
                    pages[$"{who} {path}"] = await ReadAsync(browser, path);
            return pages;
        }

        async Task<List<(string, Browser)>> EverybodyAsync() =>
        [
            ("visitor", Visitor()),
            ("resident", await SignedInAsync(await ResidentAsync("Zoe Finch"))),
            ("administrator", await SignedInAsync(await AdministratorAsync())),
            ("manager", await SignedInAsync(await WithDbAsync(db => Task.FromResult(db.Users.Single(person => person.Name == "Maya Okoro"))))),
            ("officer", await SignedInAsync(await WithDbAsync(db => Task.FromResult(db.Users.Single(person => person.Name == "Otis Hale"))))),
            ("ratifier", await SignedInAsync(await PersonAsync("Rita Shah", Role.Ratifier))),
            ("auditor", await SignedInAsync(await PersonAsync("Vera Lowe", Role.Auditor))),
        ];

        List<string> Paths() =>
            [.. Hall.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is not null && (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? false))
                .Select(e => e.RoutePattern.RawText!.TrimStart('/')).SelectMany(Filled)
                // It shows a key that is made at that moment.
                .Where(path => path != "second-factor/new").Distinct().Order()];

        static IEnumerable<string> Filled(string pattern)
        {
            var path = pattern.Replace("(^(json|csv)$)", "", StringComparison.Ordinal);
            path = Parameter().Replace(path, match => match.Groups[1].Value switch
            {
                "slug" => pattern.StartsWith("neighbourhoods", StringComparison.Ordinal) ? "eastfield" : "eastfield-2027",
                "format" => "csv",
                "number" or "version" => "1",
                "act" => "Extend",
                _ => "00000000-0000-7000-8000-000000000001",
            });
            yield return path;
            if (path.EndsWith(".csv", StringComparison.Ordinal) && pattern.Contains("format", StringComparison.Ordinal))
                yield return path[..^3] + "json";
            if (path.EndsWith("requests/new", StringComparison.Ordinal))
                yield return path + "?act=Extend";
        }

        // The order of a ballot's projects is each person's own; ids, tokens and hashes are chance.
        static async Task<string> ReadAsync(Browser browser, string path)
        {
            using var answer = await browser.Client.GetAsync(new Uri("/" + path, UriKind.Relative));
            var lines = Chance().Replace(await answer.Content.ReadAsStringAsync(), "~").Split('\n').Select(line => line.Trim()).Order(StringComparer.Ordinal);
            return $"{(int)answer.StatusCode} {string.Join('\n', lines)}";
        }

        [GeneratedRegex(@"\{\*?([a-z]+)[^}]*\}", RegexOptions.IgnoreCase)]
        private static partial Regex Parameter();

        [GeneratedRegex("href=\"#[^\"]*\"|CfDJ8[A-Za-z0-9_-]+|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-fA-F]{16,}|secret/[A-Z2-7]+|[A-Z2-7 ]{32,}")]
        private static partial Regex Chance();
    }
}
