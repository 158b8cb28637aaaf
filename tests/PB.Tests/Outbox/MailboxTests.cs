using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Npgsql;
using PB.Outbox;
using PB.Tests.Town;
using Switch = PB.Web.Demonstration.Demonstration;

namespace PB.Tests.Outbox;

public sealed class MailboxTests : TownTest
{
    [Fact]
    public async Task There_is_no_mailbox_on_a_real_site()
    {
        await WriteAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().OpenAsync("/mailbox")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().OpenAsync("/mailbox/1")).Status);
    }

    [Fact]
    public async Task A_demonstration_shows_its_letters_and_links_only_to_itself()
    {
        await MarkAsync();
        await WriteAsync();
        await using var site = Hall.WithWebHostBuilder(builder => builder.UseSetting("PB:Demonstration", "true"));
        var visitor = new Browser(site.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost") }));

        var inbox = await visitor.OpenAsync("/mailbox");
        Assert.Equal(["Second", "First"], inbox.Document.QuerySelectorAll("main th[scope=row]").Select(head => head.TextContent.Trim()));

        var letter = await visitor.OpenAsync(inbox.Document.QuerySelector("main tbody a")!.GetAttribute("href")!);
        Assert.Equal("Second", letter.Heading);
        Assert.Equal(["/rounds/eastfield-2027/result?from=mail"], letter.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")));
        Assert.Contains("not https://elsewhere.example/rounds, and", letter.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync("/mailbox/3")).Status);
    }

    [Fact]
    public async Task A_site_does_not_start_as_a_demonstration_on_a_database_that_was_not_made_for_one()
    {
        var (exitCode, _, errors) = await SiteProcess.RunAsync(Database, "unused", [("PB__Demonstration", "true")], "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, exitCode);
        Assert.Contains("Set PB:Demonstration to false.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_in_which_people_have_accounts_cannot_become_a_demonstration()
    {
        await ResidentAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(MarkAsync);
    }

    [Fact]
    public async Task The_sites_own_login_cannot_mark_its_database()
    {
        await using var web = NpgsqlDataSource.Create(Database.Web);

        await Assert.ThrowsAsync<PostgresException>(() => Switch.MarkAsync(web));
    }

    async Task MarkAsync()
    {
        await using var owner = NpgsqlDataSource.Create(Database.Owner);
        await Switch.MarkAsync(owner);
    }

    Task WriteAsync() => ChangeAsync(db =>
    {
        db.Messages.Add(new Message("first", "amina@example.org", "First", "Hello.", Clock.GetUtcNow()));
        db.Messages.Add(new Message("second", "amina@example.org", "Second",
            "See http://localhost:8080/rounds/eastfield-2027/result?from=mail, not https://elsewhere.example/rounds, and javascript:alert(1).",
            Clock.GetUtcNow().AddSeconds(1)));
        return Task.CompletedTask;
    });
}
