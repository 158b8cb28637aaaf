using PB.People;
using PB.Rounds;
using PB.Tests.Town;

namespace PB.Tests.Ballots;

/// <summary>A round in Eastfield that is being voted on: benches, trees, a slide and lights, for £100.</summary>
public abstract class BallotTest : TownTest
{
    protected const string Ballot = "/rounds/eastfield-2027/ballot";

    protected static readonly BallotRules Knapsack = new() { Type = BallotType.Knapsack };

    protected Task<Round> OpenRoundAsync(BallotRules? rules = null) =>
        VotingRoundAsync(rules, 100_00, ("Benches", 60), ("Trees", 70), ("Slide", 40), ("Lights", 10));

    /// <summary>Ticks projects and presses on.</summary>
    protected static async Task<Page> ChooseAsync(Browser browser, params int[] numbers)
    {
        var page = await browser.OpenAsync(Ballot);
        return await PressOnAsync(browser, page, numbers);
    }

    protected static Task<Page> PressOnAsync(Browser browser, Page page, params int[] numbers) =>
        browser.PressAsync(page, "Check my choices", [.. numbers.Select(number => ("p", (string?)$"{number}")), .. NoOther(numbers)]);

    protected static async Task<Page> VoteAsync(Browser browser, params int[] numbers) =>
        await browser.PressAsync(await ChooseAsync(browser, numbers), "Send my ballot");

    protected async Task<Browser> VotedAsync(Person person, params int[] numbers)
    {
        var browser = await SignedInAsync(person);
        Assert.Equal("Your ballot is in", (await VoteAsync(browser, numbers)).Heading);
        return browser;
    }

    protected Task<string> InTheBoxAsync() =>
        AskOwnerAsync<string>("select coalesce(string_agg(content, ' ' order by version), '') from ballotbox.inbox");

    protected static IReadOnlyList<string> Ticked(Page page) =>
        [.. page.Document.QuerySelectorAll("input[name=p][checked]").Select(box => box.GetAttribute("value")!).Order()];

    /// <summary>What the form would send, to be sent in another way.</summary>
    protected static (string Name, string? Value)[] Fields(Page page) =>
        [.. page.Document.QuerySelectorAll("form[action$='/ballot'] input").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")))];

    // A field of that name replaces all that the page had under it; with no number, none is sent.
    static (string, string?)[] NoOther(int[] numbers) => numbers.Length == 0 ? [("p", null)] : [];
}
