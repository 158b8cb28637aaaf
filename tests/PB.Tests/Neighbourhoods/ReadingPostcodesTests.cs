using Microsoft.EntityFrameworkCore;
using PB.Neighbourhoods;
using PB.Tests.Roll;
using PB.Tests.Town;

namespace PB.Tests.Neighbourhoods;

public sealed class ReadingPostcodesTests : RollTest
{
    const string Path = "/desk/postcodes";

    [Fact]
    public async Task The_national_directory_tells_where_postcodes_lie_that_no_list_has()
    {
        var round = await OpenRoundAsync();
        var place = round.Neighbourhoods.Single().NeighbourhoodId;
        await ChangeAsync(async db => (await db.Neighbourhoods.SingleAsync(n => n.Id == place))
            .Bound("""{"type":"Polygon","coordinates":[[[-1.5,52.0],[-1.4,52.0],[-1.4,52.1],[-1.5,52.1],[-1.5,52.0]],[[-1.46,52.04],[-1.44,52.04],[-1.44,52.06],[-1.46,52.06],[-1.46,52.04]]]}"""));

        var page = await UploadAsync(await SignedInAsync(await AdministratorAsync()), $"{Path}/new", Path, """
            pcd,pcd2,pcds,dointr,doterm,oscty,lat,long
            "MB5 1AA","MB5  1AA","MB5 1AA","198001","","E1","52.01","-1.49"
            "MB5 1AB","MB5  1AB","MB5 1AB","198001","202001","E1","52.01","-1.48"
            "MB5 1AC","MB5  1AC","MB5 1AC","198001","","E1","52.05","-1.45"
            "XY1 1AA","XY1  1AA","XY1 1AA","198001","","E1","99.999999","0.000000"
            "AB1 1AA","AB1  1AA","AB1 1AA","198001","","E1","57.1","-2.1"
            """);

        Assert.Equal("The postcodes are in", page.Heading);
        Assert.Equal(["MB5 1AA", "MB5 1AC"], await WithDbAsync(db => db.PostcodePositions.Select(position => position.Postcode).Order().ToListAsync()));
        Assert.Equal("Your ballot is in", (await VoteAsync(await SignedInAsync(await VoterAsync(postcode: "MB5 1AA")), 1)).Heading);
        var elsewhere = await (await SignedInAsync(await VoterAsync("Bryn Parry", "MB5 1AC"))).OpenAsync(Ballot);
        Assert.Contains("is outside the area of this round", elsewhere.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_operator_tries_a_file_out_at_the_command_line_before_it_is_taken_in()
    {
        await NeighbourhoodAsync();
        var file = System.IO.Path.Combine(KeyFolder, "postcodes.csv");
        await File.WriteAllTextAsync(file, "postcode,neighbourhood\nMB7 1AA,Eastfield\nMB7 1AB,Nowhere\n", TestContext.Current.CancellationToken);
        var (exit, _, errors) = await SiteProcess.RunAsync(Database, KeyFolder, [], "postcodes", "import", file);
        Assert.Equal((1, "Line 3: there is no neighbourhood “Nowhere”\nNothing was taken in.\n"), (exit, errors));
        await File.WriteAllTextAsync(file, "postcode,neighbourhood\nMB7 1AA,Eastfield\n", TestContext.Current.CancellationToken);

        (exit, var output, _) = await SiteProcess.RunAsync(Database, KeyFolder, [], "postcodes", "import", file, "--dry-run");

        Assert.Equal(0, exit);
        Assert.Contains("New postcodes: 1.", output, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was taken in: it was a dry run.\n", output, StringComparison.Ordinal);
        Assert.True(Postcode.TryParse("MB7 1AA", out var postcode));
        Assert.Empty(await WithDbAsync(db => db.AroundAsync(postcode, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_list_of_postcodes_and_neighbourhoods_is_taken_in_whole_or_not_at_all()
    {
        await NeighbourhoodAsync();
        var ada = await SignedInAsync(await AdministratorAsync());

        var page = await UploadAsync(ada, $"{Path}/new", Path, "postcode;neighbourhood\nMB7 1AA;Eastfield\nMB7 1AB;Nowhere\nMB7;Eastfield\n");
        Assert.Equal("Nothing was taken in", page.Heading);
        Assert.Contains("Line 3: there is no neighbourhood “Nowhere” Line 4: “MB7” is no whole postcode", page.Text, StringComparison.Ordinal);
        Assert.Equal(["The heading needs a column pcds or postcode, and lat and long or neighbourhood beside it."], (await UploadAsync(ada, $"{Path}/new", Path, "MB7 1AA\n")).Errors);
        Assert.True(Postcode.TryParse("MB7 1AA", out var postcode));
        Assert.Empty(await WithDbAsync(db => db.AroundAsync(postcode, TestContext.Current.CancellationToken)));

        await UploadAsync(ada, $"{Path}/new", Path, "postcode;neighbourhood\nMB7 1AA;Eastfield\n");
        Assert.Single(await WithDbAsync(db => db.AroundAsync(postcode, TestContext.Current.CancellationToken)));
    }
}
