using Microsoft.Playwright;
using PB.Tests.Town;

namespace PB.Browser.Tests.Journeys;

public sealed class ErrorPagesJourney : JourneyTest
{
    [Fact]
    public async Task A_wrong_address_leads_to_a_page_that_helps()
    {
        var page = await VisitAsync();

        await page.GotoAsync("/rounds/no-such-round");

        await LookAtAsync(page, "not-found");
        Assert.Contains("not", await page.Locator("h1").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Whoever_tries_too_often_is_asked_to_wait()
    {
        var page = await VisitAsync();
        await page.SetExtraHTTPHeadersAsync([new(DoorKeeper.From, "203.0.113.9")]);
        await page.GotoAsync("/sign-in");
        for (var tries = 0; tries <= 10; tries++)
            await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await LookAtAsync(page, "too-often");
        Assert.Equal("Too many tries", await page.Locator("h1").InnerTextAsync());
    }
}
