using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PB.Ballots;
using PB.Data;
using PB.Results;
using PB.Rounds;
using PB.Tally.Files;
using PB.Tests.Elections;
using PB.Tests.Town;

namespace PB.Tests.Results;

public sealed class PublishingAPackTests : TownTest
{
    [Fact]
    public async Task A_stranger_downloads_a_pack_that_both_verifiers_pass()
    {
        var made = await PublishedAsync(SmallElection.Read(SmallElection.Text(votes: 150)));

        var page = await Visitor().OpenAsync($"/rounds/{made.Slug}/result");
        Assert.Contains("The choices on every counted ballot are in it", page.Text, StringComparison.Ordinal);
        Assert.Equal(15, page.Document.QuerySelectorAll("details a[href*='/result/pack/']").Length);
        foreach (var link in page.Document.QuerySelectorAll("details a[href*='/result/pack/']").Select(a => a.GetAttribute("href")!))
            Assert.Equal(HttpStatusCode.OK, (await Visitor().Client.GetAsync(new Uri(link, UriKind.Relative))).StatusCode);
        await Verifiers.AssertPassAsync(Visitor(), made.Slug, "PASS 14.1");
    }

    [Theory]
    [InlineData(60, 3, "fewer than 100 people voted")]
    [InlineData(150, 1, "every counted ballot")]
    public async Task What_is_held_back_is_said_and_the_rest_verifies(int votes, int level, string words)
    {
        var made = await PublishedAsync(SmallElection.Read(SmallElection.Text(votes)));

        Assert.Equal(level, await AskOwnerAsync<int>("select level from packs"));
        Assert.Contains(words, (await Visitor().OpenAsync($"/rounds/{made.Slug}/result")).Text, StringComparison.Ordinal);
        await Verifiers.AssertPassAsync(Visitor(), made.Slug, "PASS 13.1");
    }

    [Fact]
    public async Task Before_the_result_is_published_there_is_no_pack_to_be_had()
    {
        var made = await ImportAsync(SmallElection.Read(SmallElection.Text(150)));
        await MoveToAsync(made.ClosesAt);
        await RunAsync<CountClosedRounds>();
        await RunAsync<PackCountedRounds>();

        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().OpenAsync($"/rounds/{made.Slug}/result/pack.zip")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().OpenAsync($"/rounds/{made.Slug}/result/pack/ballots.csv")).Status);
    }

    async Task<ImportedElection> PublishedAsync(PabulibFile file)
    {
        var made = await ImportAsync(file);
        await MoveToAsync(made.ClosesAt);
        await RunAsync<CountClosedRounds>();
        await RunAsync<PublishCountedRounds>();
        await RunAsync<PackCountedRounds>();
        return made;
    }

    async Task<ImportedElection> ImportAsync(PabulibFile file)
    {
        await using var owner = NpgsqlDataSource.Create(Database.Owner);
        await using var db = PbContext.On(owner);
        return await new ElectionImport(db, Hall.Services.GetRequiredService<RoundKeys>(), Clock).ImportAsync(
            file, new ElectionImportOptions { Source = "made-up.pb" }, TestContext.Current.CancellationToken);
    }
}
