using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PB.Proposals;
using PB.Tests.Town;

namespace PB.Tests.Proposals;

public sealed class TakingIdeasInFromAFileTests : IdeasTest
{
    const string Table = """
        Reference,Title,Description,Place,Latitude,Longitude,Estimate,Provenance,Name,Costs
        A1,Benches,"Three of them,
        along the river",River Walk,51.5,-0.1,"1,500",resident,Amina,
        A2,,No title,,,,,,,
        A3,Pond,,,91,0,,,,
        A4,Path,,,,,,carried over,Bryn,Gravel: 300; Edging: 20.50
        A4,Path again,,,,,,,,
        A5,Tree,,,,,a lot,,,
        A6,Mural,,,,,,martian,,
        """;

    [Fact]
    public async Task Good_lines_are_kept_bad_ones_named_and_nothing_is_doubled()
    {
        var manager = await ManagerAtTheDeskAsync();

        var tried = await SendAsync(manager, keep: false);
        Assert.Contains("Ideas that would be taken in: 2", tried.Text, StringComparison.Ordinal);
        Assert.Equal(0, await WithDbAsync(db => db.Proposals.CountAsync()));

        var kept = await SendAsync(manager, keep: true);
        Assert.Equal(
        [
            "Line 4: It has no title.",
            "Line 5: Its latitude or longitude is no number of degrees, such as 51.5072.",
            "Line 7: Another line of the file has the same reference.",
            "Line 8: We cannot read its cost. Write it in figures, such as 1500.50",
            "Line 9: Its provenance is none of these: resident, group, organisation, council, carried over, imported.",
        ], kept.Document.QuerySelectorAll("main li").Select(line => line.TextContent.Trim()).Where(line => line.StartsWith("Line ", StringComparison.Ordinal)));
        Assert.Equal([(1, "Benches", Provenance.Resident, 150000L), (2, "Path", Provenance.CarriedOver, 32050L)],
            await WithDbAsync(async db => (await db.Proposals.OrderBy(p => p.Number).ToListAsync()).ConvertAll(p => (p.Number!.Value, p.Title, p.Provenance, p.Estimate!.Value.MinorUnits))));
        Assert.Contains("Lines that are in the round already: 2", (await SendAsync(manager, keep: true)).Text, StringComparison.Ordinal);
        Assert.Equal(2, await WithDbAsync(db => db.Proposals.CountAsync()));
        Assert.Equal(1, await WithDbAsync(db => db.Journal.CountAsync(entry => entry.Act == "Imported proposals from a file")));
    }

    [Fact]
    public async Task What_goes_out_as_a_table_comes_in_again_as_it_was()
    {
        await SendAsync(await ManagerAtTheDeskAsync(), keep: true);

        var table = await Visitor().Client.GetStringAsync(new Uri($"{List}.csv", UriKind.Relative));

        Assert.DoesNotContain("@", table, StringComparison.Ordinal);
        var reading = ProposalFile.Read(new StringReader(table), "GBP");
        Assert.Empty(reading.Bad);
        Assert.Equal([("A1", "Three of them,\nalong the river"), ("A4", "")], reading.Good.Select(row => (row.Reference, row.Text.Description)));
        Assert.Equal(["Gravel", "Edging"], reading.Good[1].Details.Costs.Select(cost => cost.What));
    }

    [Fact]
    public async Task Only_who_looks_after_the_round_takes_in_and_only_before_voting()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await (await SignedInAsync(await OfficerAsync())).OpenAsync($"{List}/import")).Status);
        Assert.Equal([new BadRow(1, RowFault.NoHeading)], ProposalFile.Read(new StringReader("a,b\n1,2"), "GBP").Bad);

        await MoveToAsync(Opening);
        Assert.Equal(["Voting has opened, so the list can no longer change. Ask the council if something is wrong."], (await SendAsync(await ManagerAtTheDeskAsync(), keep: true)).Errors);
    }

    async Task<Browser> ManagerAtTheDeskAsync()
    {
        var manager = Visitor();
        await manager.OpenAsync($"{DoorKeeper.Path}?email=maya-okoro@example.org");
        return manager;
    }

    static async Task<Page> SendAsync(Browser manager, bool keep)
    {
        var form = await manager.OpenAsync($"{List}/import");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(keep ? "true" : "false"), "keep" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(Table)), "File", "ideas.csv" },
        };
        return await Browser.ReadAsync(await manager.Client.PostAsync(new Uri($"{List}/import", UriKind.Relative), content));
    }
}
