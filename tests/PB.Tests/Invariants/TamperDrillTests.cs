using System.IO.Compression;
using PB.Journal;
using PB.Results;

namespace PB.Tests.Invariants;

/// <summary>The tamper drill: a ballot, a leaf, a journal row, a price, a result line changed, deleted, added or swapped in the database.</summary>
/// <remarks>The same in the files of a pack is in <c>VerifyTests</c> of PB.Tally.Tests, for both verifiers.</remarks>
public sealed class TamperDrillTests : MeddledTest
{
    [Fact]
    public async Task Whatever_is_done_behind_the_sites_back_while_voting_is_open_is_named()
    {
        await VotingAsync();
        await AssertNamedAsync(Meddlings.WhileOpen);
    }

    [Fact]
    public async Task Whatever_is_done_after_the_count_is_named()
    {
        await CountedAsync();
        await AssertNamedAsync(Meddlings.WhenCounted);
        var zip = Convert.ToHexString(ZipWith("ballots.csv"));
        Assert.Equal("I42", await FailingAsync($"update public.packs set zip = '\\x{zip}'"));
    }

    [Fact]
    public async Task Whatever_is_done_after_the_certification_is_named()
    {
        await CountedAsync();
        await CertifyAsync();
        await AssertNamedAsync(Meddlings.WhenCertified);
    }

    // Sixty have voted, one of them twice, and they are sealed; five more wait.
    async Task VotingAsync()
    {
        var round = await OpenRoundAsync();
        foreach (var act in (string[])["Set up the round", "Announced the round", "Looked at the turnout"])
            await ChangeAsync(async db => await db.AddAsync(new JournalEntry(null, act, $"rounds/{round.Slug}", "", Clock.GetUtcNow())));
        var crowd = await CrowdAsync(66);
        await CastAllAsync(round, crowd.Take(60));
        await CastAsync(round, crowd[0], 1, 2, 3);
        await SealAsync();
        await CastAllAsync(round, crowd.Skip(60).Take(5));
    }

    async Task CountedAsync()
    {
        await VotingAsync();
        await MoveToAsync(Closing);
        await RunAsync<CountClosedRounds>();
        await RunAsync<PublishCountedRounds>();
        await RunAsync<PackCountedRounds>();
    }

    static byte[] ZipWith(string name)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
            zip.CreateEntry(name);
        return bytes.ToArray();
    }
}
