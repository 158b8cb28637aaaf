using Npgsql;
using PB.Tests.People;
using PB.Tests.Town;

namespace PB.Tests.Demonstration;

public sealed class SecondFactorShownTests : AccountTest
{
    [Fact]
    public async Task A_visitor_of_the_demonstration_is_shown_who_they_can_be_and_what_the_app_would_show()
    {
        await using var owner = NpgsqlDataSource.Create(Database.Owner);
        await PB.Web.Demonstration.Demonstration.MarkAsync(owner);
        var ada = await AdministratorAsync();
        await using var hall = Hall.WithWebHostBuilder(site => site.UseSetting("PB:Demonstration", "true"));
        var browser = new Browser(hall.CreateClient(new() { BaseAddress = new Uri("https://localhost") }));

        var door = await browser.OpenAsync("/sign-in");
        Assert.Contains("maya@marlbridge.example", door.Text, StringComparison.Ordinal);
        var asked = await browser.PressAsync(door, "Sign in", ("Email", ada.Email), ("Password", Password));

        Assert.Contains($"the app would now show {await CodeAsync(ada)}", asked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_it_is_shown_elsewhere() =>
        Assert.DoesNotContain("marlbridge.example", (await Visitor().OpenAsync("/sign-in")).Text, StringComparison.Ordinal);
}
