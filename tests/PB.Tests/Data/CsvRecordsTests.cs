using PB.Data;
using PB.Proposals;
using PB.Roll;

namespace PB.Tests.Data;

public sealed class CsvRecordsTests
{
    [Theory]
    [InlineData("title,place\nBench,\"Park, north\"", "Bench|Park, north")]
    [InlineData("title;place\nBench;Park, north", "Bench|Park, north")]
    [InlineData("title\tplace\n Bench \t\" Park \"\n", "Bench|Park")]
    [InlineData("\uFEFFtitle,place\r\n\r\n,\r\nPipe of 5\" width,Park", "Pipe of 5\" width|Park")]
    [InlineData("title\nGravel: 300; edging: 20", "Gravel: 300; edging: 20")]
    public void A_table_is_read_as_spreadsheets_write_it(string file, string last) =>
        Assert.Equal(last, string.Join('|', CsvRecords.Read(new StringReader(file)).Last().Cells));

    [Fact]
    public void A_cell_of_many_lines_is_one_cell_and_the_next_row_has_its_own_number()
    {
        var lines = string.Join('\n', Enumerable.Range(1, 40));
        var records = CsvRecords.Read(new StringReader($"title,description\nBench,\"{lines}\"\nTree,Oak")).ToList();
        Assert.Equal(lines, records[1].Cells[1]);
        Assert.Equal((42, "Oak", false), (records[2].Line, records[2].Cells[1], records[2].IsTorn));
    }

    [Fact]
    public void A_quotation_mark_too_many_is_named_by_its_line_and_swallows_nobody_in_silence()
    {
        const string Register = "name,date of birth,postcode,address\nAmina,1990-03-27,MB1 1AA,Row 1\nBryn,1991-01-01,MB1 1AB,\"Row 2\nCleo,1992-01-01,MB1 1AC,Row 3\n";
        Assert.Equal([null, RegisterFault.Quotes], RegisterFile.Read(new StringReader(Register)).Select(line => line.Fault));
        Assert.Equal([null, RegisterFault.Quotes], RegisterFile.Read(new StringReader(Register + "Dara,1992-01-01,MB1 1AC,\"Row 4\"\n")).Select(line => line.Fault));

        var ideas = ProposalFile.Read(new StringReader("title,description\nBench,Oak\nTree,\"Lime\nPond,Deep"), "GBP");
        Assert.Equal(("Bench", new BadRow(3, RowFault.Quotes)), (Assert.Single(ideas.Good).Text.Title, Assert.Single(ideas.Bad)));
    }
}
