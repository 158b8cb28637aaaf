using System.Net;
using PB.People;

namespace PB.Tests.People;

public sealed class SecondFactorTests : AccountTest
{
    [Fact]
    public async Task Staff_without_a_second_factor_reach_only_the_page_where_they_set_it_up()
    {
        var ada = await AdministratorAsync();
        await WithPeopleAsync(async people => await people.SetTwoFactorEnabledAsync((await people.FindByEmailAsync(ada.Email!))!, false));
        var browser = Visitor();

        Assert.Equal("/second-factor/new", (await SignInAsync(browser, ada.Email!)).Path);
        var page = await browser.OpenAsync("/desk/people");
        Assert.Equal("/second-factor/new?then=%2Fdesk%2Fpeople", page.Path);

        var wrong = await browser.PressAsync(page, "Turn it on", ("Code", "000000"));
        Assert.Equal(["This code is not right. Enter the six figures that your app shows now"], wrong.Errors);
        var key = wrong.Document.QuerySelector(".pb-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal(page.Document.QuerySelector(".pb-key")!.TextContent, wrong.Document.QuerySelector(".pb-key")!.TextContent);
        var on = await browser.PressAsync(wrong, "Turn it on", ("Code", AuthenticatorCode.At(key, Clock.GetUtcNow())));

        Assert.Equal("Your second factor is on", on.Heading);
        Assert.Equal(8, on.Document.QuerySelectorAll(".pb-codes code").Length);
        Assert.Equal("/desk/people", (await browser.OpenAsync(on.Document.QuerySelector("main a")!.GetAttribute("href")!)).Path);
    }

    [Fact]
    public async Task A_code_of_the_app_opens_the_desk_and_another_does_not()
    {
        var ada = await AdministratorAsync();
        var browser = Visitor();
        var asked = await SignInAsync(browser, ada.Email!, then: "?then=/desk/people");
        Assert.Equal("Enter your code", asked.Heading);
        Assert.DoesNotContain(await CodeAsync(ada), asked.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await browser.OpenAsync("/desk/people")).Path, StringComparison.Ordinal);

        var wrong = await browser.PressAsync(asked, "Go on", ("Code", "000000"));
        Assert.StartsWith("This code is not right", Assert.Single(wrong.Errors), StringComparison.Ordinal);
        await MoveToAsync(Start.AddSeconds(40));
        var code = await CodeAsync(ada);
        Assert.Equal("/desk/people", (await browser.PressAsync(wrong, "Go on", ("Code", $"{code[..3]} {code[3..]}"))).Path);
    }

    [Fact]
    public async Task The_desk_stays_open_after_the_security_stamp_was_looked_at()
    {
        var ada = await AdministratorAsync();
        var browser = Visitor();
        await browser.PressAsync(await SignInAsync(browser, ada.Email!), "Go on", ("Code", await CodeAsync(ada)));

        await MoveToAsync(Start.AddMinutes(2));
        await browser.OpenAsync("/desk/people");
        await MoveToAsync(Start.AddMinutes(4));

        Assert.Equal("/desk/people", (await browser.OpenAsync("/desk/people")).Path);
    }

    [Fact]
    public async Task An_old_code_does_not_work()
    {
        var ada = await AdministratorAsync();
        var browser = Visitor();
        var old = await CodeAsync(ada);
        await MoveToAsync(Start.AddSeconds(90));

        Assert.Single((await browser.PressAsync(await SignInAsync(browser, ada.Email!), "Go on", ("Code", old))).Errors);
    }

    [Fact]
    public async Task A_recovery_code_works_once()
    {
        var ada = await AdministratorAsync();
        var code = "";
        await WithPeopleAsync(async people =>
            code = (await people.GenerateNewTwoFactorRecoveryCodesAsync((await people.FindByEmailAsync(ada.Email!))!, 2))!.First());
        var (first, second) = (Visitor(), Visitor());

        Assert.Equal("/me", (await first.PressAsync(await SignInAsync(first, ada.Email!, then: "?then=/me"), "Go on", ("Code", code))).Path);
        Assert.Single((await second.PressAsync(await SignInAsync(second, ada.Email!), "Go on", ("Code", code))).Errors);
    }

    [Fact]
    public async Task A_resident_may_have_one_and_give_it_up_and_staff_may_not_give_theirs_up()
    {
        var resident = await SignedInAsync(await ResidentAsync());
        var page = await resident.OpenAsync("/second-factor/new");
        var key = page.Document.QuerySelector(".pb-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await resident.PressAsync(page, "Turn it on", ("Code", AuthenticatorCode.At(key, Clock.GetUtcNow())));
        var off = await resident.PressAsync(await resident.OpenAsync("/me"), "Turn off my second factor");
        Assert.Contains("You sign in with your password alone now", off.Text, StringComparison.Ordinal);

        var officer = await SignedInAsync(await OfficerAsync());
        var mine = await officer.OpenAsync("/me");
        var token = mine.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value");
        Assert.DoesNotContain("Turn off", mine.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostAsync("/second-factor/removal", ("__RequestVerificationToken", token))).Status);
    }

    [Fact]
    public async Task The_page_cannot_be_opened_without_the_password_and_a_made_up_key_is_refused()
    {
        Assert.Equal("/sign-in", (await Visitor().OpenAsync("/second-factor")).Path);

        var amina = await SignedInAsync(await ResidentAsync());
        var page = await amina.OpenAsync("/second-factor/new");
        Assert.Equal(HttpStatusCode.BadRequest, (await amina.PressAsync(page, "Turn it on", ("Code", "123456"), ("Key", "AAAAAAAAAAAAAAAA"))).Status);
    }
}
