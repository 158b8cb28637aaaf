using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Neighbourhoods;
using PB.Tests.Town;

namespace PB.Tests.Neighbourhoods;

public sealed class NeighbourhoodPagesTests : TownTest
{
    const string Square = """{"type":"Polygon","coordinates":[[[-3.1,51.5],[-3.0,51.5],[-3.0,51.6],[-3.1,51.6],[-3.1,51.5]]]}""";

    Neighbourhood eastfield = null!;
    Browser manager = null!;

    [Fact]
    public async Task A_postcode_finds_the_neighbourhood_and_the_ones_around_it()
    {
        await NeighbourhoodAsync("Riverside", eastfield, "MB1 4QT");
        var home = await FindAsync("mb14qt");
        var names = home.Document.QuerySelectorAll("[aria-labelledby=found] h3").Select(h => h.TextContent.Trim());
        Assert.Equal(["Riverside", "Eastfield"], names);
    }

    [Fact]
    public async Task A_wrong_postcode_is_explained_and_an_unknown_one_leads_to_all_neighbourhoods()
    {
        Assert.Equal("This is not a whole postcode. Write it like this: MB1 4QT.", Assert.Single((await FindAsync("MB1")).Errors));
        var unknown = await FindAsync("ZE2 9TX");
        Assert.Contains("We do not know this postcode", unknown.Text, StringComparison.Ordinal);
        Assert.Contains("All neighbourhoods Eastfield", unknown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_name_has_a_new_address_and_the_old_one_still_leads_there()
    {
        var form = await manager.OpenAsync("/neighbourhoods/eastfield/edit");
        var page = await manager.PressAsync(form, "Save the neighbourhood", ("Name", "Eastfield and Docks"), ("About", "By the river."));
        Assert.Equal("/neighbourhoods/eastfield-and-docks", page.Path);
        Assert.Contains("By the river.", page.Text, StringComparison.Ordinal);

        var old = await Visitor().OpenAsync("/neighbourhoods/eastfield");
        Assert.Equal("/neighbourhoods/eastfield-and-docks", old.Path);

        form = await manager.OpenAsync("/neighbourhoods/eastfield-and-docks/edit");
        Assert.Equal("/neighbourhoods/eastfield", (await manager.PressAsync(form, "Save the neighbourhood", ("Name", "Eastfield"))).Path);
    }

    [Fact]
    public async Task A_neighbourhood_cannot_lie_inside_itself()
    {
        await NeighbourhoodAsync("Riverside", eastfield, "MB1 4QT");
        var form = await manager.OpenAsync("/neighbourhoods/eastfield/edit");
        var refused = await manager.PressAsync(form, "Save the neighbourhood", ("Inside", "riverside"), ("Contact", "Ask Maya"));
        Assert.Contains("cannot lie inside itself", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains("Ask Maya", refused.Document.QuerySelector("#Contact")!.GetAttribute("value"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Managers_add_inside_their_own_and_only_administrators_at_the_top()
    {
        var form = await manager.OpenAsync("/neighbourhoods/new");
        var top = await manager.PressAsync(form, "Save the neighbourhood", ("Name", "Mill Hill"), ("Inside", ""));
        Assert.Single(top.Errors);
        Assert.Equal("/neighbourhoods/mill-hill", (await manager.PressAsync(form, "Save the neighbourhood", ("Name", "Mill Hill"), ("Inside", "eastfield"))).Path);
        Assert.Equal("/neighbourhoods/mill-hill-2", (await manager.PressAsync(form, "Save the neighbourhood", ("Name", "Mill Hill"), ("Inside", "eastfield"))).Path);

        var administrator = await SignedInAsync(await AdministratorAsync());
        form = await administrator.OpenAsync("/neighbourhoods/new");
        Assert.Equal("/neighbourhoods/west", (await administrator.PressAsync(form, "Save the neighbourhood", ("Name", "West"), ("Inside", ""))).Path);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.OpenAsync("/neighbourhoods/west/edit")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.OpenAsync("/neighbourhoods/nowhere")).Status);
    }

    [Fact]
    public async Task Postcodes_come_from_a_file_and_bad_lines_are_named()
    {
        var report = await SendAsync("/neighbourhoods/eastfield/postcodes", "Ward,Postcode\nEast,MB1 1AA\nEast,mb1 9zz\nEast,not one\n\nEast,MB1 9ZZ\nEast,MB2\n", "codes.csv");
        Assert.Equal("1 new postcode is in Eastfield", report.Heading);
        Assert.Contains("2 lines have no postcode", report.Text, StringComparison.Ordinal);
        Assert.Contains("Line 4: East,not one", report.Text, StringComparison.Ordinal);
        Assert.Contains("Line 7: East,MB2", report.Text, StringComparison.Ordinal);
        Assert.Contains("Where MB1 9ZZ is", (await FindAsync("MB1 9ZZ")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "This is not a GeoJSON file")]
    [InlineData("""{"type":"Point","coordinates":[1,2]}""", "The file has no area in it")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", "The file has no area, or more than one")]
    [InlineData("""{"type":"Polygon","coordinates":[[[326000,176000],[326100,176000],[326100,176100],[326000,176000]]]}""", "not longitude and latitude")]
    [InlineData("""{"type":"Polygon","coordinates":[[[1,2],[3,4],[5,6],[7,8]]]}""", "does not end where it begins")]
    [InlineData("""{"type":"Polygon","coordinates":[[["a",2]]]}""", "This is not a GeoJSON file")]
    [InlineData("""{"type":"MultiPolygon","coordinates":[7]}""", "This is not a GeoJSON file")]
    public async Task A_file_that_is_no_boundary_is_sent_back_with_the_reason(string file, string reason)
    {
        var page = await SendAsync("/neighbourhoods/eastfield/boundary", file, "east.geojson");
        Assert.Contains(reason, Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Square)]
    [InlineData("""{"type":"Feature","properties":{},"geometry":""" + Square + "}")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":null,"geometry":""" + Square + "}]}")]
    public async Task A_boundary_is_drawn_on_the_page(string file)
    {
        var page = await SendAsync("/neighbourhoods/eastfield/boundary", file, "east.geojson");
        Assert.Equal("/neighbourhoods/eastfield", page.Path);
        var map = page.Document.QuerySelector("svg[role=img]")!;
        Assert.Equal("Map of Eastfield", map.QuerySelector("title")!.TextContent);
        Assert.Single(map.QuerySelectorAll("path"));
        Assert.Equal(1, await WithDbAsync(db => db.Journal.CountAsync()));
    }

    [Fact]
    public async Task Rounds_around_and_inside_are_shown_with_where_they_are()
    {
        var riverside = await NeighbourhoodAsync("Riverside", eastfield, "MB1 4QT");
        await AnnouncedRoundAsync(eastfield);
        Assert.Contains("For all of Eastfield, which this is part of.", (await Visitor().OpenAsync("/neighbourhoods/riverside")).Text, StringComparison.Ordinal);
        Assert.Contains("It begins on", (await Visitor().OpenAsync("/neighbourhoods/eastfield")).Text, StringComparison.Ordinal);
        Assert.Equal(eastfield.Id, riverside.ParentId);
    }

    protected override async Task SettleAsync()
    {
        eastfield = await NeighbourhoodAsync();
        manager = await SignedInAsync(await PersonOfEastfieldAsync());
    }

    async Task<PB.People.Person> PersonOfEastfieldAsync()
    {
        var person = await PersonAsync("Efa East", PB.People.Role.NeighbourhoodManager);
        await ChangeAsync(db => db.AddAsync(new PB.People.Appointment(person.Id, eastfield.Id)).AsTask());
        return person;
    }

    async Task<Page> FindAsync(string postcode)
    {
        var visitor = Visitor();
        return await visitor.PressAsync(await visitor.OpenAsync("/"), "Find my neighbourhood", ("Postcode", postcode));
    }

    async Task<Page> SendAsync(string path, string file, string name)
    {
        var form = await manager.OpenAsync(path.EndsWith("postcodes", StringComparison.Ordinal) ? path + "/new" : path + "/edit");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form.Document.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(file), "File", name },
        };
        return await Browser.ReadAsync(await manager.Client.PostAsync(new Uri(path, UriKind.Relative), content));
    }
}
