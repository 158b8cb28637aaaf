using PB.Web.People;

namespace PB.Tests.People;

public sealed class FirstAdministratorTests : AccountTest
{
    [Fact]
    public async Task The_first_administrator_is_made_on_the_server_and_must_set_up_a_second_factor()
    {
        Assert.Equal(0, await CreateAsync("ada@example.org"));
        Assert.Equal(0, await CreateAsync("ada@example.org"));
        Assert.Equal(1, await CreateAsync("somebody-else@example.org"));
        Assert.Equal(1, await CreateAsync());
        Assert.Equal(1, await CreateAsync("ada"));

        var browser = Visitor();
        await browser.PressAsync(await browser.OpenAsync("/password/new"), "Send me the link", ("Email", "ada@example.org"));
        await browser.PressAsync(await browser.OpenAsync(await MailedLinkAsync("ada@example.org")), "Change my password", ("Password", Password));
        Assert.Equal("/second-factor/new", (await SignInAsync(browser, "ada@example.org")).Path);
        Assert.Equal(1, await CreateAsync("ada@example.org"));
    }

    Task<int> CreateAsync(params string[] args) => CreateAdministrator.RunAsync(Hall.Services, args);
}
