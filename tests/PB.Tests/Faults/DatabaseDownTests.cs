using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;
using PB.Tests.Town;

namespace PB.Tests.Faults;

public sealed class DatabaseDownTests : IAsyncLifetime
{
    readonly string keyFolder = Directory.CreateTempSubdirectory("pb-keys-").FullName;
    readonly WebApplicationFactory<Program> site;

    public DatabaseDownTests() => site = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder
        .UseSetting("ConnectionStrings:PB", $"Host=127.0.0.1;Port={SiteProcess.FreePort()};Database=pb;Username=pb_web;Password=none")
        .UseSetting("PB:KeyFolder", keyFolder)
        .UseSetting("Jobs:Engine", "none")
        .ConfigureLogging(logging => logging.ClearProviders()));

    [Theory]
    [InlineData("/")]
    [InlineData("/rounds/eastfield-2027")]
    [InlineData("/sign-in")]
    public async Task A_page_that_needs_the_database_says_when_to_come_back(string path)
    {
        using var response = await AskAsync(path);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(60), response.Headers.RetryAfter!.Delta);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var page = await Browser.ReadAsync(response);
        Assert.Equal("We will be back soon", page.Heading);
        Assert.DoesNotContain("Npgsql", page.Document.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_site_says_to_machines_that_it_is_not_well()
    {
        using var response = await AskAsync("/health");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [Fact]
    public async Task What_needs_no_database_is_there()
    {
        using var response = await AskAsync("/pb.css");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        Directory.Delete(keyFolder, recursive: true);
    }

    Task<HttpResponseMessage> AskAsync(string path) =>
        site.CreateClient().GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}
