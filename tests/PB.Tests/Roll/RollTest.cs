using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using PB.People;
using PB.Results;
using PB.Rounds;
using PB.Tests.Ballots;
using PB.Tests.Town;

namespace PB.Tests.Roll;

/// <summary>A round in Eastfield whose voters prove themselves in other ways than by their address; Maya looks after it, and Rita is the second person.</summary>
public abstract class RollTest : BallotTest
{
    protected const string Roll = "/rounds/eastfield-2027/roll", Voters = "/rounds/eastfield-2027/voters";

    protected Round Round { get; set; } = null!;
    protected Browser Maya { get; private set; } = null!;

    /// <summary>Rules that are set before voting opens.</summary>
    protected async Task OpenAsync(Proofs proofs, Connections connections = Connections.Lives, DateOnly? ageOn = null, string? membership = null)
    {
        Round = await OpenRoundAsync();
        await AskOwnerAsync<long>($"""
            with changed as (
                update rounds set proofs = '{proofs}', connections = '{connections}', age_on = {(ageOn is { } day ? $"'{day:yyyy-MM-dd}'" : "null")},
                    membership = {(membership is null ? "null" : $"'{membership}'")} returning 1)
            select count(*) from changed
            """);
        Maya = await SignedInAsync(await WithDbAsync(db => db.Users.SingleAsync(person => person.Name == "Maya Okoro")));
    }

    protected static async Task<Page> UploadAsync(Browser browser, string path, string action, string file, params (string Name, string Value)[] fields)
    {
        var page = await browser.OpenAsync(path);
        using var content = new MultipartFormDataContent();
        var text = new StringContent(file);
        text.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        content.Add(text, "File", "file.csv");
        content.Add(new StringContent(page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken");
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        return await Browser.ReadAsync(await browser.Client.PostAsync(new Uri(action, UriKind.Relative), content));
    }

    /// <summary>Reads a register in and has it approved by the second person.</summary>
    protected async Task RegisterAsync(params string[] lines)
    {
        var page = await UploadAsync(Maya, $"{Voters}/register", $"{Voters}/register", Register(lines));
        Assert.Equal("The register waits for a second person", Heading(page));
        var request = page.Document.QuerySelector("a[href^='/desk/approvals/']")!.GetAttribute("href")!;
        var rita = await SignedInAsync(await PersonAsync("Rita Shah", Role.Ratifier));
        page = await rita.PressAsync(await rita.OpenAsync(request), "Decide", ("Form.Approve", "true"), ("Form.Answer", "I have looked at it."));
        Assert.Empty(page.Errors);
    }

    protected static string Register(params string[] lines) => string.Join('\n', lines.Prepend("Name,Date of birth,Postcode,Address,Number"));

    protected static async Task<Page> MatchAsync(Browser browser, string name, string bornOn, string postcode = "MB1 1AA", string? number = null) =>
        await browser.PressAsync(await browser.OpenAsync($"{Roll}/register"), "Look for me", ("Name", name), ("BornOn", bornOn), ("Postcode", postcode), ("Number", number));

    /// <summary>From the page that says that somebody was not found on to the receipt.</summary>
    protected static async Task<Page> VoteProvisionallyAsync(Browser browser, Page page, params int[] numbers)
    {
        await browser.PressAsync(page, "Go on to my ballot", ("Address", "7 Mill Lane"), ("Because", "I have just moved here."));
        return await VoteAsync(browser, numbers);
    }

    protected async Task CountAsync()
    {
        await RunAsync<CountClosedRounds>();
        await RunAsync<PublishCountedRounds>();
    }

    protected static string Heading(Page page) => page.Heading.Replace("Eastfield 2027", "", StringComparison.Ordinal).Trim();

    /// <summary>All that lies in the database, as text.</summary>
    protected async Task<string> DumpAsync()
    {
        var tables = await AskOwnerAsync<string[]>("select array_agg(name) from test.tables where kind = 'r'");
        var parts = new List<string>();
        foreach (var table in tables)
            parts.Add(await AskOwnerAsync<string>($"select coalesce(string_agg(t::text, E'\\n'), '') from {table} t"));
        return string.Join('\n', parts);
    }
}
