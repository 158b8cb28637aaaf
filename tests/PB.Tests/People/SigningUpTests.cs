using System.Net;

namespace PB.Tests.People;

public sealed class SigningUpTests : AccountTest
{
    [Fact]
    public async Task A_resident_makes_an_account_confirms_the_address_and_signs_in_where_they_were_going()
    {
        var nia = Visitor();
        var sent = await SignUpAsync(nia, then: "?then=/me/name");
        Assert.Equal("Look in your e-mail", sent.Heading);

        var confirmed = await nia.PressAsync(await nia.OpenAsync(await MailedLinkAsync()), "Confirm my address");
        Assert.Contains("Your e-mail address is confirmed", confirmed.Text, StringComparison.Ordinal);
        var there = await nia.PressAsync(confirmed, "Sign in", ("Email", Email), ("Password", Password));

        Assert.Equal("/me/name", there.Path);
    }

    [Fact]
    public async Task Opening_the_link_changes_nothing_and_the_button_works_once()
    {
        var nia = Visitor();
        await SignUpAsync(nia);
        var link = await MailedLinkAsync();

        await nia.OpenAsync(link);
        var page = await nia.OpenAsync(link);
        Assert.Equal("Look in your e-mail", (await SignInAsync(nia)).Heading);
        await nia.PressAsync(page, "Confirm my address");
        var again = await nia.PressAsync(page, "Confirm my address");

        Assert.Equal((HttpStatusCode.Gone, "This link does not work any more"), (again.Status, again.Heading));
        Assert.Equal("/me", (await SignInAsync(nia)).Path);
    }

    [Fact]
    public async Task The_link_works_for_a_day()
    {
        var nia = Visitor();
        await SignUpAsync(nia);
        var link = await MailedLinkAsync();

        await MoveToAsync(Start.AddHours(24).AddSeconds(-1));
        Assert.Equal("Confirm your e-mail address", (await nia.OpenAsync(link)).Heading);
        await MoveToAsync(Start.AddHours(24));
        Assert.Equal(HttpStatusCode.Gone, (await nia.OpenAsync(link)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await nia.OpenAsync("/account/confirmation?key=made-up")).Status);
    }

    [Fact]
    public async Task The_answer_is_the_same_for_an_address_that_has_an_account()
    {
        var amina = await ResidentAsync();

        var known = await SignUpAsync(Visitor(), amina.Email!, "another long password");
        var unknown = await SignUpAsync(Visitor());

        Assert.Equal((unknown.Status, unknown.Path, unknown.Text), (known.Status, known.Path, known.Text));
        Assert.Equal("/sign-in", await MailedLinkAsync(amina.Email!));
        Assert.Equal("/me", (await SignInAsync(Visitor(), amina.Email!)).Path);
    }

    [Fact]
    public async Task Nobody_is_flooded_with_mails()
    {
        foreach (var _ in Enumerable.Range(0, 3))
            await SignUpAsync(Visitor());

        Assert.Equal(1, await MailsAsync());
    }

    [Fact]
    public async Task Who_confirms_the_address_has_the_password_that_they_chose_last()
    {
        await SignUpAsync(Visitor(), password: "a stranger's password");
        var strangersLink = await MailedLinkAsync();
        await MoveToAsync(Start.AddMinutes(10));
        var nia = Visitor();
        await SignUpAsync(nia);

        Assert.Equal(HttpStatusCode.Gone, (await nia.OpenAsync(strangersLink)).Status);
        await nia.PressAsync(await nia.OpenAsync(await MailedLinkAsync()), "Confirm my address");

        Assert.Single((await SignInAsync(Visitor(), password: "a stranger's password")).Errors);
        Assert.Equal("/me", (await SignInAsync(nia)).Path);
    }

    [Theory]
    [InlineData("short", "Your password must be 12 to 128 characters")]
    [InlineData("password1234", "This password is too easy to guess. Try three or four words that have nothing to do with each other")]
    [InlineData("Marlbridge2027!", "This password is too easy to guess. Try three or four words that have nothing to do with each other")]
    [InlineData("niareesniarees", "This password is too easy to guess. Try three or four words that have nothing to do with each other")]
    [InlineData("aaaaaaaaaaaaaa", "This password is too easy to guess. Try three or four words that have nothing to do with each other")]
    [InlineData("", "Choose a password")]
    public async Task A_password_that_will_not_do_is_refused_and_nothing_else_is_lost(string password, string sentence)
    {
        var page = await SignUpAsync(Visitor(), password: password);

        Assert.Equal([sentence], page.Errors);
        Assert.Equal(("Nia Rees", Email), (page.Document.QuerySelector("#Name")!.GetAttribute("value"), page.Document.QuerySelector("#Email")!.GetAttribute("value")));
        Assert.Equal(0, await MailsAsync());
    }

    [Theory]
    [InlineData("nia", "Enter an e-mail address like name@example.org")]
    [InlineData("nia@example", "Enter an e-mail address like name@example.org")]
    [InlineData("nia@example.org, all@example.org", "Enter an e-mail address like name@example.org")]
    [InlineData("", "Enter your e-mail address")]
    public async Task An_address_that_is_none_is_refused(string email, string sentence) =>
        Assert.Equal([sentence], (await SignUpAsync(Visitor(), email)).Errors);

    [Fact]
    public async Task Any_character_may_stand_in_a_password()
    {
        const string strange = "  ¿пароль 密码? <b>' ";
        var nia = Visitor();
        await SignUpAsync(nia, password: strange);
        await nia.PressAsync(await nia.OpenAsync(await MailedLinkAsync()), "Confirm my address");

        Assert.Equal("/me", (await SignInAsync(nia, password: strange)).Path);
    }
}
