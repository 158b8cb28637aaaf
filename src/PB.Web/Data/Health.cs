namespace PB.Web.Data;

/// <summary>The address at which machines ask whether the site is well.</summary>
static class Health
{
    public const string Path = "/health";

    public static void MapHealth(this WebApplication app) => app.MapHealthChecks(Path).AllowAnonymous();

    /// <summary>Asks a running site, for Docker: 0 when it is well.</summary>
    public static async Task<int> AskAsync(WebApplication app)
    {
        var address = app.Configuration["urls"]?.Split(';')[0].Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("[::]", "127.0.0.1", StringComparison.Ordinal)
            .Replace("*", "127.0.0.1", StringComparison.Ordinal).Replace("+", "127.0.0.1", StringComparison.Ordinal) ?? "http://127.0.0.1:8080";
        using var browser = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var answer = await browser.GetAsync(new Uri(new Uri(address), Path));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"The site does not answer: {failure.Message}");
            return 1;
        }
    }
}
