using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.People;
using PB.Tests.Town;

namespace PB.Tests.Journal;

public sealed class ReadingTheJournalTests : JournalTest
{
    [Fact]
    public async Task An_auditor_reads_who_did_what_and_why()
    {
        await ActedAsync();
        var vera = await SignedInAsync(await PersonAsync("Vera Lowe", Role.Auditor));

        var page = await vera.OpenAsync("/desk/journal");

        Assert.Equal("The journal", page.Heading);
        Assert.Contains("Ada Lind Appointed somebody: Reviewer desk/people Starts on Monday Amina Yusuf", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.NeighbourhoodManager)]
    [InlineData(Role.Reviewer)]
    [InlineData(Role.Ratifier)]
    [InlineData(null)]
    public async Task Nobody_else_reads_it(string? role)
    {
        var somebody = await SignedInAsync(await PersonAsync("Vera Lowe", role is null ? [] : [role]));

        foreach (var path in (string[])["/desk/journal", "/desk/journal.csv"])
            Assert.Equal(HttpStatusCode.Forbidden, (await somebody.OpenAsync(path)).Status);
    }

    [Fact]
    public async Task It_is_searched_by_who_what_round_and_dates()
    {
        var ada = await ActedAsync();
        await ChangeAsync(db => db.AddAsync(new PB.Journal.JournalEntry(null, "Counted the ballots", "rounds/eastfield-2027", "Voting has ended.", Start)).AsTask());
        await MoveToAsync(Start.AddDays(2));
        await ChangeAsync(db => db.AddAsync(new PB.Journal.JournalEntry(null, "Published the result", "rounds/eastfield-2027", "", Start)).AsTask());

        Assert.Equal(["Published the result", "Counted the ballots"], await FoundAsync(ada, "Who=clock"));
        Assert.Equal(["Counted the ballots"], await FoundAsync(ada, "What=counted"));
        Assert.Equal(["Published the result", "Counted the ballots"], await FoundAsync(ada, "Round=eastfield-2027"));
        Assert.Equal(["Counted the ballots"], await FoundAsync(ada, "Round=eastfield-2027&Until=2027-03-06"));
        Assert.Equal(["Published the result"], await FoundAsync(ada, "From=2027-03-08"));
        Assert.Empty(await FoundAsync(ada, "Round=east"));
        Assert.Equal(["Counted the ballots"], await FoundAsync(ada, "What=counted&From=nonsense&Page=99"));
    }

    [Fact]
    public async Task The_table_does_not_run_in_a_spreadsheet_and_the_download_is_itself_in_the_journal()
    {
        var ada = await ActedAsync("=HYPERLINK(\"http://evil.example\")");

        var answer = await ada.Client.GetAsync(new Uri("/desk/journal.csv?What=appointed", UriKind.Relative));
        var table = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\"", table, StringComparison.Ordinal);
        Assert.Equal(1, await WithDbAsync(db => db.Journal.CountAsync(entry => entry.Act == "Downloaded the journal" && entry.Detail.Contains("What=appointed"))));
    }

    [Fact]
    public async Task Looking_at_the_list_of_staff_is_in_the_journal()
    {
        var ada = await SignedInAsync(await AdministratorAsync());

        await ada.OpenAsync("/desk/people");

        var entry = await WithDbAsync(db => db.Journal.SingleAsync());
        Assert.Equal(("Looked at the list of staff", "desk/people"), (entry.Act, entry.Subject));
        Assert.Equal("Ada Lind", await WithDbAsync(db => db.Users.Where(person => person.Id == entry.ActorId).Select(person => person.Name).SingleAsync()));
    }

    [Fact]
    public async Task Everybody_can_note_down_the_head_of_each_day()
    {
        await ActedAsync();
        await RunAsync<PB.Journal.KeepJournalHead>();
        await RunAsync<PB.Journal.KeepJournalHead>();
        var head = await WithDbAsync(db => PB.Journal.JournalHead.NowAsync(db, TestContext.Current.CancellationToken));

        var page = await Visitor().OpenAsync("/journal");

        Assert.Contains($"6 March 2027 {head.Seq} {Convert.ToHexStringLower(head.Hash)}", page.Text, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task The_check_passes_on_a_whole_journal_and_fails_on_one_that_was_changed()
    {
        await ActedAsync();
        Assert.Equal((0, ""), await CheckAsync());

        await MeddleAsync("journal.entries", "update journal.entries set act = 'Nothing' where seq = 1");

        var (code, said) = await CheckAsync();
        Assert.Equal(1, code);
        Assert.Contains("Entry 1 is not what was written.", said, StringComparison.Ordinal);
    }

    static async Task<List<string>> FoundAsync(Browser browser, string query) =>
        [.. (await browser.OpenAsync("/desk/journal?" + query)).Document.QuerySelectorAll("tbody tr td[data-label=What]").Select(cell => cell.ChildNodes[0].TextContent.Trim())];

    async Task<(int Code, string Failures)> CheckAsync()
    {
        var (code, output, errors) = await SiteProcess.RunAsync(Database, Path.GetTempPath(), [], "check", "I25");
        Assert.Equal("", errors);
        Assert.Contains("I25 The journal has no gap", output, StringComparison.Ordinal);
        return (code, string.Join('\n', output.Split('\n').Where(line => !line.StartsWith("PASS", StringComparison.Ordinal) && line.Trim().Length > 0)));
    }
}
