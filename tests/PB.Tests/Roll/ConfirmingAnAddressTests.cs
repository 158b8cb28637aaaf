using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Tests.Town;

namespace PB.Tests.Roll;

public sealed class ConfirmingAnAddressTests : TownTest
{
    [Fact]
    public async Task A_resident_goes_on_the_roll_and_back_to_where_they_came_from()
    {
        var browser = await SignedInAsync(await ResidentAsync());
        var page = await browser.OpenAsync("/me/address?then=%2Frounds%2Feastfield-2027%2Fballot");

        page = await browser.PressAsync(page, "Save my address", ("Postcode", "mb11aa"), ("Age", "34"), ("LivesHere", "true"));

        Assert.Equal("/rounds/eastfield-2027/ballot", page.Path);
        var voter = await WithDbAsync(db => db.Voters.SingleAsync());
        Assert.Equal(("MB1 1AA", 34, Clock.GetUtcNow()), (voter.Postcode!, voter.Age!.Value, voter.DeclaredAt!.Value));
    }

    [Theory]
    [InlineData("", "34", "true", "Enter your whole postcode, like MB1 1AA")]
    [InlineData("Eastfield", "34", "true", "Enter your whole postcode, like MB1 1AA")]
    [InlineData("MB1 1AA", "", "true", "Enter your age in whole years, like 34")]
    [InlineData("MB1 1AA", "-7", "true", "Enter your age in whole years, like 34")]
    [InlineData("MB1 1AA", "34.5", "true", "Enter your age in whole years, like 34")]
    [InlineData("MB1 1AA", "4", "true", "Enter an age from 5 to 120")]
    [InlineData("MB1 1AA", "99999999999", "true", "Enter your age in whole years, like 34")]
    [InlineData("MB1 1AA", "34", null, "Tick the box if you live at this address. If you do not, enter the postcode of the place where you live")]
    public async Task What_is_wrong_is_said_and_what_was_typed_is_kept(string postcode, string age, string? ticked, string sentence)
    {
        var browser = await SignedInAsync(await ResidentAsync());

        var page = await browser.PressAsync(await browser.OpenAsync("/me/address"), "Save my address",
            ("Postcode", postcode), ("Age", age), ("LivesHere", ticked));

        Assert.Equal([sentence], page.Errors);
        Assert.Equal(age, page.Document.QuerySelector("#Age")!.GetAttribute("value") ?? "");
        Assert.False(await WithDbAsync(db => db.Voters.AnyAsync()));
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/")]
    [InlineData("/\\example.org")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_sent_to_another_site(string then)
    {
        var browser = await SignedInAsync(await ResidentAsync());
        var page = await browser.OpenAsync("/me/address?then=" + Uri.EscapeDataString(then));

        page = await browser.PressAsync(page, "Save my address", ("Postcode", "MB1 1AA"), ("Age", "34"), ("LivesHere", "true"));

        Assert.Equal("/me", page.Path);
    }

    [Fact]
    public async Task Twenty_posts_at_once_by_one_person_make_one_voter()
    {
        var browser = await SignedInAsync(await ResidentAsync());
        var page = await browser.OpenAsync("/me/address?then=%2Fneighbourhoods");

        var pages = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            browser.PressAsync(page, "Save my address", ("Postcode", "MB1 1AA"), ("Age", $"{30 + i}"), ("LivesHere", "true"))));

        Assert.All(pages, after => Assert.Equal("/neighbourhoods", after.Path));
        Assert.Equal(1, await WithDbAsync(db => db.Voters.CountAsync()));
    }

    [Fact]
    public async Task A_visitor_is_asked_to_sign_in_first()
    {
        var page = await Visitor().OpenAsync("/me/address?then=%2Frounds%2Fx%2Fballot");

        Assert.Equal("/sign-in?then=" + Uri.EscapeDataString("/me/address?then=%2Frounds%2Fx%2Fballot"), page.Path, ignoreCase: true);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var browser = await SignedInAsync(await ResidentAsync());

        var page = await browser.PostAsync("/me/address", ("Postcode", "MB1 1AA"), ("Age", "34"), ("LivesHere", "true"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.False(await WithDbAsync(db => db.Voters.AnyAsync()));
    }
}
