using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using PB.People;
using PB.Tests.Town;
using PB.Web.Ballots;

namespace PB.Tests.Ballots;

public sealed class KeepingChoicesTests : BallotTest
{
    [Fact]
    public async Task Choices_of_a_visitor_survive_sign_in_and_address()
    {
        await OpenRoundAsync();
        var amina = await ResidentAsync();
        var browser = Visitor();

        var signIn = await ChooseAsync(browser, 2, 4);
        Assert.StartsWith("/sign-in?then=", signIn.Path, StringComparison.Ordinal);

        var address = await browser.OpenAsync(await SignInAsync(browser, amina, signIn));
        Assert.StartsWith("/me/address?then=", address.Path, StringComparison.Ordinal);

        var check = await browser.PressAsync(address, "Save my address", ("Postcode", "MB1 1AA"), ("Age", "34"), ("LivesHere", "true"));
        Assert.Contains("2. Trees £70 4. Lights £10", check.Text, StringComparison.Ordinal);

        await browser.PressAsync(check, "Send my ballot");
        Assert.Equal("2,4", await InTheBoxAsync());
    }

    [Fact]
    public async Task A_visitor_hears_of_too_many_choices_before_being_asked_to_sign_in()
    {
        await OpenRoundAsync(new() { MaxChoices = 1 });

        var page = await ChooseAsync(Visitor(), 2, 4);

        Assert.Contains("You can choose 1, so take 1 out.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["2", "4"], Ticked(page));
    }

    [Fact]
    public async Task A_session_that_ended_on_the_check_page_loses_no_choice()
    {
        await OpenRoundAsync();
        var amina = await VoterAsync();
        var check = await ChooseAsync(await SignedInAsync(amina), 1, 3);
        var later = Visitor();

        var signIn = await later.PressAsync(check, "Send my ballot");
        Assert.StartsWith("/sign-in?then=", signIn.Path, StringComparison.Ordinal);
        Assert.Equal("", await InTheBoxAsync());

        var back = await later.OpenAsync(await SignInAsync(later, amina, signIn));
        Assert.Contains("1. Benches £60 3. Slide £40", back.Text, StringComparison.Ordinal);
        Assert.Equal("Your ballot is in", (await later.PressAsync(back, "Send my ballot")).Heading);
    }

    [Fact]
    public async Task A_form_of_another_session_leads_back_to_the_check_and_casts_nothing()
    {
        await OpenRoundAsync();
        var check = await ChooseAsync(await SignedInAsync(await VoterAsync()), 1);
        var bryn = await SignedInAsync(await VoterAsync("Bryn Parry"));

        var page = await bryn.PressAsync(check, "Send my ballot");

        Assert.Contains("Check your ballot", page.Heading, StringComparison.Ordinal);
        Assert.Equal("", await InTheBoxAsync());
    }

    [Fact]
    public async Task Kept_choices_of_another_round_or_made_up_are_no_choices()
    {
        var (round, choices) = (await OpenRoundAsync(), Hall.Services.GetRequiredService<KeptChoices>());
        var browser = await SignedInAsync(await VoterAsync());
        Assert.DoesNotContain("You have chosen nothing yet.", (await browser.OpenAsync($"{Ballot}/check?kept={choices.Seal(round.Id, [1])}")).Text, StringComparison.Ordinal);

        foreach (var kept in (string[])["", "CfDJ8", "1,2", new('x', 5000), choices.Seal(Guid.Empty, [1])])
        {
            var page = await browser.OpenAsync($"{Ballot}/check?kept={kept}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("You have chosen nothing yet.", page.Text, StringComparison.Ordinal);
        }
    }

    /// <returns>Where the sign-in page was asked to lead.</returns>
    static async Task<string> SignInAsync(Browser browser, Person person, Page signIn)
    {
        await browser.OpenAsync($"{DoorKeeper.Path}?email={person.Email}");
        return QueryHelpers.ParseQuery(signIn.Path.Split('?', 2)[1])["then"].Single()!;
    }
}
