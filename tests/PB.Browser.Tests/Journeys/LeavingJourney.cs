using Microsoft.Playwright;
using PB.Rounds;

namespace PB.Browser.Tests.Journeys;

/// <summary>Somebody who has voted deletes their account.</summary>
public sealed class LeavingJourney : JourneyTest
{
    [Fact]
    public async Task Somebody_who_has_voted_reads_what_goes_and_what_stays_and_deletes_their_account()
    {
        await VotingRoundAsync(new BallotRules { MaxChoices = 2 }, 50_000_00, ("Benches", 12_000), ("Trees", 18_400));
        var officer = await VisitAsync(await AdministratorAsync());
        await officer.GotoAsync("/me/deletion");
        await LookAtAsync(officer, "deletion-duties");
        var page = await VisitAsync(await VoterAsync());
        await VoteAsync(page);

        await page.GotoAsync("/me");
        await LookAtAsync(page, "my-page-with-deletion");
        await page.GetByRole(AriaRole.Link, new() { Name = "Download my data" }).ClickAsync();
        await LookAtAsync(page, "own-data");
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download the file" }).PressAsync("Enter"));
        Assert.Equal("my-data.json", file.SuggestedFilename);
        await page.GotoAsync("/me");
        await page.GetByRole(AriaRole.Link, new() { Name = "Delete my account" }).ClickAsync();
        await LookAtAsync(page, "deletion");
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete my account for good" }).ClickAsync();
        await LookAtAsync(page, "deletion-errors");
        await page.GetByRole(AriaRole.Link, new() { Name = "Enter your password" }).ClickAsync();
        await page.Keyboard.TypeAsync(Password);
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your account is deleted");
        await LookAtAsync(page, "deletion-done");
        await page.GotoAsync("/me");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in");
    }

    [Fact]
    public async Task The_same_without_script_and_the_vote_is_taken_back()
    {
        await VotingRoundAsync(new BallotRules { MaxChoices = 2 }, 50_000_00, ("Benches", 12_000), ("Trees", 18_400));
        var page = await VisitAsync(await VoterAsync(), withScript: false);
        await VoteAsync(page);

        await page.GotoAsync("/me/deletion");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Eastfield 2027" }).CheckAsync();
        await page.GetByLabel("Your password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete my account for good" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your account is deleted");
        Assert.Equal("1 ", await AskOwnerAsync<string>("select string_agg(content, ' ' order by version) from ballotbox.inbox"));
    }

    static async Task VoteAsync(IPage page)
    {
        await page.GotoAsync("/rounds/eastfield-2027/ballot");
        await page.GetByLabel("1. Benches").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Check my choices" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send my ballot" }).ClickAsync();
    }
}
