using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace PB.Browser.Tests.Journeys;

public sealed partial class ProposerJourney : JourneyTest
{
    const string List = "/rounds/eastfield-2027/proposals";

    /// <summary>A grey picture of 24 by 16 dots.</summary>
    static readonly byte[] Jpeg = Convert.FromBase64String(
        "/9j/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/wAALCAAQABgBAREA/8QAHwAAAQUBAQEBAQEA"
        + "AAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RF"
        + "RkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3"
        + "+Pn6/9oACAEBAAA/AKFFFFFFf//Z");

    IPage page = null!;

    protected override async Task SettleAsync()
    {
        await base.SettleAsync();
        await AnnouncedRoundAsync();
        await MoveToAsync(Dates.IdeasFrom!.Value);
        page = await VisitAsync();
    }

    [Fact]
    public async Task Somebody_without_an_account_sends_in_an_idea()
    {
        await AskForALinkAsync();
        await page.GotoAsync(await LinkAsync());
        await WriteAsync();
        if (File.Exists("/usr/bin/vips"))
            await AddAPhotoAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Go on", Exact = true }).ClickAsync();
        await DetailAsync();
        await LookAtAsync(page, "idea-check");
        await PressAsync("Send my idea");
        await Assertions.Expect(Heading).ToHaveTextAsync("Your idea is sent in");
        await LookAtAsync(page, "idea-sent");

        await page.GetByRole(AriaRole.Link, new() { Name = "See its page" }).ClickAsync();
        await Assertions.Expect(Heading).ToHaveTextAsync("Benches along the river");
        await LookAtAsync(page, "idea");
        await page.GotoAsync(List);
        await LookAtAsync(page, "ideas");
    }

    [Fact]
    public async Task A_draft_is_kept_and_taken_up_again_by_its_link()
    {
        await AskForALinkAsync();
        var link = await LinkAsync();
        await page.GotoAsync(link);
        await page.GetByLabel("What is your idea called?").FillAsync("A pond");
        await PressAsync("Save and come back later");
        await LookAtAsync(page, "idea-kept");

        var elsewhere = await VisitAsync();
        await elsewhere.GotoAsync(link);
        await Assertions.Expect(elsewhere.GetByLabel("What is your idea called?")).ToHaveValueAsync("A pond");
        await elsewhere.GotoAsync($"{link}/check");
        await LookAtAsync(elsewhere, "idea-check-incomplete");

        await MoveToAsync(Dates.ScreeningFrom!.Value);
        await elsewhere.GotoAsync(link);
        await LookAtAsync(elsewhere, "idea-late");
        await page.GotoAsync($"{List}/new");
        await LookAtAsync(page, "idea-new-late");
    }

    async Task AskForALinkAsync()
    {
        await page.GotoAsync($"{List}/new");
        await LookAtAsync(page, "idea-new");
        await PressAsync("Send me the link");
        await LookAtAsync(page, "idea-new-error");
        await page.GetByLabel("Your name").FillAsync("Bryn Parry");
        await page.GetByLabel("Your e-mail address").FillAsync("bryn@example.org");
        await PressAsync("Send me the link");
        await Assertions.Expect(Heading).ToHaveTextAsync("Look into your e-mail");
        await LookAtAsync(page, "idea-link-sent");
    }

    async Task WriteAsync()
    {
        await LookAtAsync(page, "idea-write");
        await page.GetByLabel("What is your idea called?").FillAsync("Benches along the river");
        await page.GetByLabel("What is your idea?", new() { Exact = true }).FillAsync("Places to rest.\n\nMy grandmother needs them.");
        await page.GetByLabel("Where would it be?").FillAsync("River Walk");
        await page.GetByLabel("Mine").CheckAsync();
        await page.GetByLabel("Which name do we show with it?").FillAsync("Bryn");
        await page.GetByLabel("What do you think it costs?").FillAsync("-1");
        await PressAsync("Save and go on");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "The cost cannot be less than nothing." })).ToBeVisibleAsync();
        await LookAtAsync(page, "idea-write-error");
        await page.GetByLabel("What do you think it costs?").FillAsync("1,500.50");
        await PressAsync("Save and go on");
        await Assertions.Expect(Heading).ToHaveTextAsync("Add photos");
        await LookAtAsync(page, "idea-photos");
    }

    async Task DetailAsync()
    {
        await Assertions.Expect(Heading).ToHaveTextAsync("Costs, places and later");
        await LookAtAsync(page, "idea-details");
        await page.GetByLabel("What does it cost, piece by piece?").FillAsync("Benches 900");
        await PressAsync("Save and check");
        await LookAtAsync(page, "idea-details-error");
        await page.GetByLabel("What does it cost, piece by piece?").FillAsync("Benches: 900\nA path: 600.50");
        await PressAsync("Save and check");
    }

    async Task AddAPhotoAsync()
    {
        await page.GetByLabel("Choose a photo").SetInputFilesAsync(new FilePayload { Name = "corner.jpg", MimeType = "image/jpeg", Buffer = Jpeg });
        await PressAsync("Add this photo");
        await LookAtAsync(page, "idea-photos-error");
        await page.GetByLabel("Choose a photo").SetInputFilesAsync(new FilePayload { Name = "corner.jpg", MimeType = "image/jpeg", Buffer = Jpeg });
        await page.GetByLabel("What does the photo show?").FillAsync("The empty corner by the bus stop");
        await PressAsync("Add this photo");
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "The empty corner by the bus stop" })).ToBeVisibleAsync();
        await LookAtAsync(page, "idea-photos-one");
    }

    ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

    /// <summary>The path of the link in the mail that was sent last.</summary>
    async Task<string> LinkAsync() => DraftLink().Match(
        await WithDbAsync(db => db.Messages.OrderByDescending(message => message.Id).Select(message => message.Body).FirstAsync())).Value;

    [GeneratedRegex("/proposals/drafts/[A-Za-z0-9_-]+")]
    private static partial Regex DraftLink();
}
