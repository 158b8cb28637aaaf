using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using PB.Tests.Town;

namespace PB.Tests.People;

public sealed class SigningInTests : AccountTest
{
    const string Wrong = "This e-mail address and password do not belong together. Check both, or choose a new password";

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_sentence()
    {
        var amina = await ResidentAsync();

        Assert.Equal([Wrong], (await SignInAsync(Visitor(), amina.Email!, "not her password")).Errors);
        Assert.Equal([Wrong], (await SignInAsync(Visitor(), "nobody@example.org", "not her password")).Errors);
    }

    [Fact]
    public async Task After_ten_wrong_tries_the_page_says_when_to_try_again()
    {
        var amina = await ResidentAsync();
        var browser = Visitor();
        foreach (var _ in Enumerable.Range(0, 10))
            await SignInAsync(browser, amina.Email!, "not her password");

        var page = await SignInAsync(browser, amina.Email!);

        Assert.StartsWith("There were too many wrong tries. Try again after ", Assert.Single(page.Errors), StringComparison.Ordinal);
        await WithPeopleAsync(async people =>
            await people.SetLockoutEndDateAsync((await people.FindByEmailAsync(amina.Email!))!, DateTimeOffset.UnixEpoch));
        Assert.Equal("/me", (await SignInAsync(browser, amina.Email!)).Path);
    }

    [Theory]
    [InlineData("https://evil.example/", "/me")]
    [InlineData("//evil.example/", "/me")]
    [InlineData("/\\evil.example/", "/me")]
    [InlineData("/me/name", "/me/name")]
    public async Task Signing_in_leads_nowhere_but_here(string then, string path)
    {
        var amina = await ResidentAsync();

        Assert.Equal(path, (await SignInAsync(Visitor(), amina.Email!, then: $"?then={Uri.EscapeDataString(then)}")).Path);
    }

    [Fact]
    public async Task A_page_that_needs_an_account_leads_through_the_sign_in_page_and_back()
    {
        var amina = await ResidentAsync();
        var browser = Visitor();

        var door = await browser.OpenAsync("/me/name");
        Assert.Equal("/sign-in?then=%2Fme%2Fname", door.Path);
        Assert.Equal("/me/name", (await browser.PressAsync(door, "Sign in", ("Email", amina.Email), ("Password", Password))).Path);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_clears_the_browser()
    {
        var amina = await ResidentAsync();
        var browser = new Browser(Hall.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false }));
        var form = await browser.OpenAsync("/sign-in");
        await browser.PressAsync(form, "Sign in", ("Email", amina.Email), ("Password", Password));

        var token = (await browser.OpenAsync("/me")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var body = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        using var answer = await browser.Client.PostAsync(new Uri("/sign-out", UriKind.Relative), body, TestContext.Current.CancellationToken);

        Assert.Contains("\"cookies\"", Assert.Single(answer.Headers.GetValues("Clear-Site-Data")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.OpenAsync("/me")).Status);
    }

    [Theory]
    [InlineData("https://vote.example/", "__Host-pb-session", true)]
    [InlineData("http://localhost:8080/", "pb-session", false)]
    public async Task Cookies_are_as_safe_as_the_address_allows(string address, string name, bool secure)
    {
        var amina = await ResidentAsync();
        await using var hall = Hall.WithWebHostBuilder(site => site.UseSetting("Site:BaseUrl", address));
        var client = hall.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri(secure ? "https://localhost" : "http://localhost"), AllowAutoRedirect = false });
        var browser = new Browser(client);
        var form = await browser.OpenAsync("/sign-in");
        var token = form.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        using var body = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Email", amina.Email), new("Password", Password)]);
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), body, TestContext.Current.CancellationToken);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith($"{name}=", cookie, StringComparison.Ordinal);
        Assert.Contains("path=/", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Equal(secure, cookie.Contains("secure", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_does_nothing_for_long_is_signed_out()
    {
        await using var hall = Hall.WithWebHostBuilder(site => site.UseSetting("Sessions:StaffMinutes", "15").UseSetting("Sessions:ResidentMinutes", "60"));
        async Task<Browser> InAsync(string email)
        {
            var browser = new Browser(hall.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost") }));
            await browser.OpenAsync($"{DoorKeeper.Path}?email={email}");
            return browser;
        }

        var (resident, officer) = (await InAsync((await ResidentAsync()).Email!), await InAsync((await OfficerAsync()).Email!));
        await MoveToAsync(Start.AddMinutes(14));
        Assert.Equal("/me", (await officer.OpenAsync("/me")).Path);
        await MoveToAsync(Start.AddMinutes(28));
        Assert.Equal("/me", (await officer.OpenAsync("/me")).Path);
        await MoveToAsync(Start.AddMinutes(44));
        Assert.StartsWith("/sign-in", (await officer.OpenAsync("/me")).Path, StringComparison.Ordinal);
        Assert.Equal("/me", (await resident.OpenAsync("/me")).Path);
        await MoveToAsync(Start.AddMinutes(105));
        Assert.StartsWith("/sign-in", (await resident.OpenAsync("/me")).Path, StringComparison.Ordinal);
    }
}
