using System.Net;
using PB.Tests.Town;

namespace PB.Tests.People;

public sealed class ForgottenPasswordTests : AccountTest
{
    const string Fresh = "seven quiet harbour lamps";

    [Fact]
    public async Task A_new_password_is_chosen_by_a_mailed_link_once()
    {
        var amina = await ResidentAsync();
        var browser = Visitor();
        var form = await PageOfLinkAsync(browser, amina.Email!);

        Assert.Equal("/sign-in", (await browser.PressAsync(form, "Change my password", ("Password", Fresh))).Path);
        Assert.Equal(HttpStatusCode.Gone, (await browser.PressAsync(form, "Change my password", ("Password", "an attacker's password"))).Status);

        Assert.Single((await SignInAsync(browser, amina.Email!)).Errors);
        Assert.Equal("/me", (await SignInAsync(browser, amina.Email!, Fresh)).Path);
        Assert.Equal(2, await MailsAsync(amina.Email!));
    }

    [Fact]
    public async Task The_link_works_for_an_hour_and_no_weak_password_passes()
    {
        var amina = await ResidentAsync();
        var browser = Visitor();
        var form = await PageOfLinkAsync(browser, amina.Email!);

        Assert.Single((await browser.PressAsync(form, "Change my password", ("Password", "password1234"))).Errors);
        await MoveToAsync(Start.AddHours(1));
        Assert.Equal(HttpStatusCode.Gone, (await browser.PressAsync(form, "Change my password", ("Password", Fresh))).Status);
        Assert.Equal("/me", (await SignInAsync(browser, amina.Email!)).Path);
    }

    [Fact]
    public async Task The_answer_is_the_same_for_an_unknown_address()
    {
        var amina = await ResidentAsync();
        var (known, unknown) = (await AskAsync(Visitor(), amina.Email!), await AskAsync(Visitor(), "nobody@example.org"));

        Assert.Equal((known.Path, known.Text), (unknown.Path, unknown.Text));
        Assert.Equal(0, await MailsAsync("nobody@example.org"));
    }

    [Fact]
    public async Task A_new_password_does_not_replace_the_second_factor()
    {
        var ada = await AdministratorAsync();
        var browser = Visitor();
        await browser.PressAsync(await PageOfLinkAsync(browser, ada.Email!), "Change my password", ("Password", Fresh));

        Assert.Equal("Enter your code", (await SignInAsync(browser, ada.Email!, Fresh)).Heading);
    }

    [Fact]
    public async Task A_link_to_confirm_an_address_does_not_change_a_password()
    {
        var nia = Visitor();
        await SignUpAsync(nia);
        var key = (await MailedLinkAsync()).Split("key=")[1];

        Assert.Equal(HttpStatusCode.Gone, (await nia.OpenAsync($"/password/edit?key={key}")).Status);
    }

    [Fact]
    public async Task A_session_ends_when_the_password_is_changed()
    {
        var amina = await ResidentAsync();
        var thief = await SignedInAsync(amina);
        var browser = Visitor();
        await browser.PressAsync(await PageOfLinkAsync(browser, amina.Email!), "Change my password", ("Password", Fresh));

        await MoveToAsync(Start.AddMinutes(2));
        Assert.StartsWith("/sign-in", (await thief.OpenAsync("/me")).Path, StringComparison.Ordinal);
    }

    static async Task<Page> AskAsync(Browser browser, string email) =>
        await browser.PressAsync(await browser.OpenAsync("/password/new"), "Send me the link", ("Email", email));

    async Task<Page> PageOfLinkAsync(Browser browser, string email)
    {
        await AskAsync(browser, email);
        return await browser.OpenAsync(await MailedLinkAsync(email));
    }
}
