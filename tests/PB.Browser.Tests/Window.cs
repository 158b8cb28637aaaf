using Microsoft.Playwright;

namespace PB.Browser.Tests;

/// <summary>The one Chromium of a test run.</summary>
static class Window
{
    // Not a promise about speed: when to give up on a page that will never come, on a machine that has much else to do.
    const float Patience = 120_000;

    static readonly Lazy<Task<IBrowser>> Chromium = new(LaunchAsync);

    public static async Task<IBrowserContext> OpenAsync(string address, bool withScript)
    {
        var context = await (await Chromium.Value).NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            JavaScriptEnabled = withScript,
            Locale = "en-GB",
            ViewportSize = new ViewportSize { Width = 360, Height = 760 },
        });
        context.SetDefaultTimeout(Patience);
        return context;
    }

    static async Task<IBrowser> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }
}
