using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PB.People;
using PB.Tests.Town;

namespace PB.Browser.Tests;

/// <summary>A journey through the site in a real browser, at both widths, looked at by axe in every state.</summary>
public abstract class JourneyTest : TownTest
{
    static readonly int[] Widths = [360, 1280];

    // What depends on the width. All else is looked at once: the page is the same.
    static readonly AxeRunOptions Layout = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block", "label", "heading-order", "region"] } };

    string address = "";

    protected override bool IsAtAPort => true;

    protected override Task SettleAsync()
    {
        address = Hall.Open().ToString();
        return Task.CompletedTask;
    }

    protected async Task<IPage> VisitAsync(Person? person = null, bool withScript = true)
    {
        var context = await Window.OpenAsync(address, withScript);
        var page = await context.NewPageAsync();
        if (person is not null)
            await page.GotoAsync($"{DoorKeeper.Path}?email={person.Email}");
        return page;
    }

    /// <summary>Nothing for axe to find and nothing to scroll sideways, at either width. Keeps a picture where PB_PICTURES names a folder.</summary>
    internal static async Task LookAtAsync(IPage page, string state)
    {
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 760);
            await PictureAsync(page, $"{state}-{width}");
            await JudgeAsync(page, $"{state} at {width} px", width == Widths[0] ? new AxeRunOptions() : Layout);
        }
    }

    static async Task JudgeAsync(IPage page, string state, AxeRunOptions rules)
    {
#pragma warning disable CS0618 // The newer way opens another page for each look, to see into frames; our pages have none, and there are many looks.
        var found = await page.Locator(":root").RunAxeLegacy(rules);
#pragma warning restore CS0618
        Assert.True(found.Violations.Length == 0, $"{state}, {page.Url}:\n" + string.Join('\n',
            found.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Select(node => node.Html))}")));
        var tooWide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(tooWide <= 0, $"{state} scrolls sideways by {tooWide} px");
    }

    static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PB_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }
}
