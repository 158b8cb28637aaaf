using System.Diagnostics;
using System.Net;
using PB.Grants;
using PB.Tests.Town;

namespace PB.Tests.Grants.Rights;

/// <summary>Every cell of the table of rights, tried over HTTP: each thing at its addresses, by somebody of each of the twelve roles, with each condition met and not met.</summary>
public sealed partial class EveryCellTests
{
    /// <summary>Conditions that are met at one time or for one record and not for another; the others name a part of a thing, which has an address of its own.</summary>
    static readonly GrantCondition[] Changing =
    [
        GrantCondition.Own, GrantCondition.OwnChild, GrantCondition.WhenAsked, GrantCondition.UnlessConflict, GrantCondition.FromMeeting,
        GrantCondition.AfterClose, GrantCondition.AfterLock, GrantCondition.WhenPublished, GrantCondition.Drafting,
    ];

    readonly Dictionary<GrantRole, (Browser Browser, string Token)> everybody = [];

    [Fact]
    public async Task Every_role_hears_at_every_address_what_the_table_says()
    {
        await PlayAsync();
        List<Probe> tried = [];
        List<string> wrong = [];
        foreach (var (moment, probes) in new (Func<Task>, Func<IEnumerable<Probe>>)[] { (MarkAsync, WhileMarking), (MeetAsync, InTheMeeting), (PublishAsync, WithAwards) })
        {
            await moment();
            await ComeAsync();
            foreach (var probe in probes())
            {
                tried.Add(probe);
                wrong.AddRange(await AskAsync(probe));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(WithoutPage.Keys.Order(StringComparer.Ordinal), Untried(tried).Order(StringComparer.Ordinal));
    }

    /// <summary>The cells that no probe has tried in both states, as "Thing Role: Verb Condition".</summary>
    static IEnumerable<string> Untried(List<Probe> tried) =>
        from thing in Enum.GetValues<GrantThing>()
        from role in Enum.GetValues<GrantRole>()
        from right in GrantRights.Of(role, thing)
        let doors = tried.Where(probe => !probe.Nobody.Contains(role) && probe.Stricter.All(one => one.Role != role)).SelectMany(probe => probe.Doors).Where(door => door.Tries(role, thing, right)).ToList()
        let refusals = tried.SelectMany(probe => probe.Doors.Where(door => door.Tries(role, thing, right) && (probe.Nobody.Contains(role) || !door.IsMet(right.Condition)))).ToList()
        where !doors.Exists(door => door.IsMet(right.Condition)) || Changing.Contains(right.Condition) && refusals.Count == 0
        select $"{thing} {role}: {right}";

    async Task<List<string>> AskAsync(Probe probe)
    {
        var wrong = new List<string>();
        foreach (var role in Enum.GetValues<GrantRole>())
        {
            var (expected, path) = (probe.Expected(role), probe.Path(role));
            var found = await AskAsync(probe, role, path);
            if (found != expected && !(found is Answer.SignIn && role is GrantRole.Public && expected is not Answer.Allowed))
                wrong.Add($"{role} {(probe.Sent is null ? "opens" : "sends to")} {path}: {found} instead of {expected}");
        }

        return wrong;
    }

    async Task<Answer> AskAsync(Probe probe, GrantRole role, string path)
    {
        var (browser, token) = everybody[role];
        var address = new Uri(path, UriKind.Relative);
        using var form = new FormUrlEncodedContent([.. (probe.Sent ?? []).Select(field => KeyValuePair.Create(field.Name, field.Value ?? "")), KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var response = await (probe.Sent is null ? browser.Client.GetAsync(address) : browser.Client.PostAsync(address, form));
        if (response.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/sign-in", StringComparison.Ordinal)) return Answer.SignIn;
        if (probe.Says is { } words && response.IsSuccessStatusCode && !(await response.Content.ReadAsStringAsync()).Contains(words, StringComparison.Ordinal)) return Answer.NotThere;
        return response.StatusCode switch
        {
            HttpStatusCode.OK => Answer.Allowed,
            HttpStatusCode.Forbidden => Answer.Forbidden,
            HttpStatusCode.NotFound => Answer.NotThere,
            var other => throw new UnreachableException($"{role} at {path}: {other} {await response.Content.ReadAsStringAsync()}"),
        };
    }

    /// <summary>All twelve are at a browser, each with the token of a form.</summary>
    async Task ComeAsync()
    {
        foreach (var role in Enum.GetValues<GrantRole>().Except(everybody.Keys))
        {
            var browser = Somebody.TryGetValue(role, out var name) ? await AsAsync(name) : Visitor();
            var form = await browser.OpenAsync($"{FundPath}/worries/new");
            everybody[role] = (browser, form.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
        }
    }
}
