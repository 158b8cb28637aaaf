using System.Text.RegularExpressions;
using PB.Ballots;
using PB.Results;
using PB.Tally.Log;
using PB.Tests.Town;

namespace PB.Tests.Ballots;

public sealed partial class CheckingAReceiptTests : LogTest
{
    [Fact]
    public async Task A_receipt_shows_a_code_and_a_signed_promise_and_the_code_leads_from_waiting_to_counted()
    {
        var round = await OpenRoundAsync();
        var browser = await VotedAsync(await VoterAsync(), 2);
        var receipt = await browser.OpenAsync($"{Ballot}/receipt");
        var code = receipt.Document.QuerySelector("#code ~ p code")!.TextContent;
        Assert.Null(ReceiptCode.Read(code, out _));
        await AssertPromisedAsync(receipt, round.Id);
        Assert.Contains(await AskOwnerAsync<string>("select body::json ->> 'rules' from ballotbox.event where leaf_index = 0"), receipt.Text, StringComparison.Ordinal);

        var page = await CheckAsync(code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));
        Assert.EndsWith("This ballot is waiting to be sealed", page.Heading, StringComparison.Ordinal);
        Assert.Contains("This one will be in by Monday 12 April 2027", page.Text, StringComparison.Ordinal);

        await CastAllAsync(round, await CrowdAsync(49));
        await SealAsync();
        page = await CheckAsync(code);
        Assert.EndsWith("This ballot is in the log", page.Heading, StringComparison.Ordinal);
        Assert.Contains("The log has 50 ballots.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Trees", page.Text, StringComparison.Ordinal);

        await CountAsync();
        page = await CheckAsync(code);
        Assert.EndsWith("This ballot is counted as it was cast", page.Heading, StringComparison.Ordinal);
        await AssertProvedAsync(page, round.Id);
    }

    [Fact]
    public async Task Whether_a_ballot_was_replaced_is_told_only_after_the_close()
    {
        var round = await OpenRoundAsync();
        var browser = await VotedAsync(await VoterAsync(), 2);
        var code = (await browser.OpenAsync($"{Ballot}/receipt")).Document.QuerySelector("#code ~ p code")!.TextContent;
        await browser.PressAsync(await PressOnAsync(browser, await browser.OpenAsync($"{Ballot}/edit"), 3), "Send my ballot");
        await CastAllAsync(round, await CrowdAsync(50));
        await SealAsync();
        Assert.EndsWith("This ballot is in the log", (await CheckAsync(code)).Heading, StringComparison.Ordinal);

        await CountAsync();

        Assert.EndsWith("This ballot was replaced by a later one", (await CheckAsync(code)).Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ballot_that_an_event_sets_aside_is_told_so_and_counts_for_nothing()
    {
        var round = await OpenRoundAsync();
        var crowd = await CrowdAsync(50);
        await CastAllAsync(round, crowd);
        await SealAsync();
        var leaf = await AskOwnerAsync<byte[]>("select leaf_hash from ballotbox.sealed limit 1");
        await AskOwnerAsync<long>($$"""select ballotbox.append_event('{{round.Id}}', 'annul', '{"leaf":"{{Convert.ToHexStringLower(leaf)}}"}')""");

        await CountAsync();

        Assert.EndsWith("This ballot was set aside", (await CheckAsync(ReceiptCode.Of(leaf))).Heading, StringComparison.Ordinal);
        Assert.Equal(49, ResultDocument.Read(await AskOwnerAsync<string>("select document::text from results")).Count.Ballots);
    }

    [Theory]
    [InlineData("", "A receipt code has 21 letters and numbers.")]
    [InlineData("KSYG-9B5E", "A receipt code has 21 letters and numbers.")]
    [InlineData("KSYG-9B5E-PEEW-P4FH-HT1Q-D", "One character is wrong, or two have changed places")]
    [InlineData("KSYG-9B5E-PEEW-P4FH-HT1U-C", "never the letter U")]
    [InlineData("KSYG-9B5E-PEEW-P4FH-HT1Q-C", "No ballot has this code.")]
    public async Task A_code_that_leads_nowhere_is_told_why(string code, string why)
    {
        var page = await CheckAsync(code);

        Assert.Contains(why, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("#code[aria-describedby~=code-error]"));
        Assert.Contains("Whoever has your code can then find yours.", page.Text, StringComparison.Ordinal);
    }

    async Task<Page> CheckAsync(string code)
    {
        var visitor = Visitor();
        return await visitor.PressAsync(await visitor.OpenAsync("/check"), "Check it", ("code", code));
    }

    async Task CountAsync()
    {
        await MoveToAsync(Closing);
        await RunAsync<CountClosedRounds>();
    }

    async Task AssertPromisedAsync(Page receipt, Guid round)
    {
        using var key = LogKey.OfPoint(await AskOwnerAsync<byte[]>("select log_public_key from rnd.round"));
        var leaf = await AskOwnerAsync<byte[]>("select leaf_hash from ballotbox.inbox");
        var statement = LogStatement.Promise(round, leaf, Closing + BallotReceipt.AfterTheClose);
        Assert.Equal(System.Text.Encoding.UTF8.GetString(statement), receipt.Document.QuerySelector("pre code")!.TextContent);
        var signature = receipt.Document.QuerySelectorAll("details code").Select(c => c.TextContent).Single(text => Hex128().IsMatch(text));
        Assert.True(LogKey.Verify(key, statement, Convert.FromHexString(signature)));
    }

    async Task AssertProvedAsync(Page page, Guid round)
    {
        var words = LeafOf().Match(page.Text);
        var proof = page.Document.QuerySelectorAll("details ol code").Select(c => Convert.FromHexString(c.TextContent)).ToList();
        var leaf = page.Document.QuerySelector("details p code")!.TextContent;
        var index = long.Parse(words.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        var size = long.Parse(words.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(await AskOwnerAsync<byte[]>($"select root from ballotbox.batch where round_id = '{round}' order by batch_no desc limit 1"),
            LogTree.RootOf(Convert.FromHexString(leaf), index, size, proof));
    }

    [GeneratedRegex("^[0-9a-f]{128}$")]
    private static partial Regex Hex128();

    [GeneratedRegex("leaf ([0-9]+) of ([0-9]+)")]
    private static partial Regex LeafOf();
}
