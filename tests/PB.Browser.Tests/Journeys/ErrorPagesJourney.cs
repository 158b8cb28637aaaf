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
}
