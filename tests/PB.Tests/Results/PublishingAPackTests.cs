using System.Diagnostics;
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
    static readonly string Tool = Path.Combine(
        Server.Root, "src", "PB.Cli", "bin", Path.GetRelativePath(Path.Combine(Server.Root, "tests", "PB.Tests", "bin"), AppContext.BaseDirectory), "PB.Cli.dll");

    [Fact]
    public async Task A_stranger_downloads_a_pack_that_both_verifiers_pass()
    {
        var made = await PublishedAsync(SmallElection.Read(SmallElection.Text(votes: 150)));

        var page = await Visitor().OpenAsync($"/rounds/{made.Slug}/result");
        Assert.Contains("The choices on every counted ballot are in it", page.Text, StringComparison.Ordinal);
        Assert.Equal(15, page.Document.QuerySelectorAll("details a[href*='/result/pack/']").Length);
        foreach (var link in page.Document.QuerySelectorAll("details a[href*='/result/pack/']").Select(a => a.GetAttribute("href")!))
            Assert.Equal(HttpStatusCode.OK, (await Visitor().Client.GetAsync(new Uri(link, UriKind.Relative))).StatusCode);
        await AssertVerifiesAsync(made, "PASS 14.1");
    }

    [Theory]
    [InlineData(60, 3, "fewer than 100 people voted")]
    [InlineData(150, 1, "every counted ballot")]
    public async Task What_is_held_back_is_said_and_the_rest_verifies(int votes, int level, string words)
    {
        var made = await PublishedAsync(SmallElection.Read(SmallElection.Text(votes)));

        Assert.Equal(level, await AskOwnerAsync<int>("select level from packs"));
        Assert.Contains(words, (await Visitor().OpenAsync($"/rounds/{made.Slug}/result")).Text, StringComparison.Ordinal);
        await AssertVerifiesAsync(made, "PASS 13.1");
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

    [Theory]
    [InlineData("Poland_Wroclaw_2015_from_500")]
    [InlineData("Poland_Warszawa_2026")]
    public async Task A_citys_pack_verifies(string name)
    {
        using var stream = File.OpenRead(ElectionFolder.PathOf(name));
        var made = await PublishedAsync(PabulibFile.Read(stream));
        await AssertVerifiesAsync(made, "PASS 13.1");
    }

    async Task AssertVerifiesAsync(ImportedElection made, string line)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("pb-pack-").FullName, "pack.zip");
        await File.WriteAllBytesAsync(path, await Visitor().Client.GetByteArrayAsync(new Uri($"/rounds/{made.Slug}/result/pack.zip", UriKind.Relative)));
        var watch = Stopwatch.StartNew();
        Assert.Contains(line, await SaidAsync("dotnet", Tool, "verify", path), StringComparison.Ordinal);
        TestContext.Current.TestOutputHelper?.WriteLine($"{new FileInfo(path).Length} bytes verified in {watch.ElapsedMilliseconds} ms, start of the program included");
        Assert.Contains(line, await SaidAsync("python3", Path.Combine(Server.Root, "ops", "verify.py"), path), StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    static async Task<string> SaidAsync(string program, params string[] arguments)
    {
        using var run = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var said = await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync();
        return run.ExitCode == 0 ? said : throw new InvalidOperationException(said);
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
