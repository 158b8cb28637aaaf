using System.Security.Cryptography;
using System.Text;
using Npgsql;
using PB.Ballots;
using PB.Data;
using PB.Rounds;
using PB.Tally.Log;

namespace PB.Web.Demonstration;

/// <summary>Fills ballot boxes with the votes of people who are nobody, all at once, in the shape in which real ballots lie there.</summary>
sealed class DemonstrateBallots(NpgsqlDataSource owner, RoundKeys keys, DateTimeOffset now)
{
    const int InTown = 420;

    readonly DemonstrateChance chance = new(2027);
    readonly List<Guid> voters = [.. Enumerable.Range(0, InTown).Select(_ => Ids.New(now))];

    public async Task PutOnTheRollAsync() => await CopyAsync("register.voters (id)", voters, voter => [voter]);

    /// <param name="count">How many vote.</param>
    /// <param name="known">People with a name who are among them.</param>
    public IReadOnlyCollection<Guid> Voters(int count, params Guid[] known)
    {
        var first = chance.Below(InTown);
        return [.. known, .. Enumerable.Range(first, count - known.Length).Select(i => voters[i % InTown])];
    }

    public async Task FillAsync(BallotPaper paper, IReadOnlyCollection<Guid> who, IReadOnlyDictionary<int, int> liking)
    {
        var until = now < paper.ClosesAt ? now : paper.ClosesAt;
        await CopyAsync("register.mark (round_id, voter_id, channel, version, final, assurance, last_at)",
            who.Order(), voter => [paper.Round, voter, "web", 1, false, "declared", MomentIn(paper.OpensAt, until)]);

        var key = keys.Open(paper.Round);
        var ballots = who.Select(voter => Cast(paper, key, voter, BallotContent.Write(Choose(paper, liking)))).ToList();
        await CopyAsync("ballotbox.inbox (round_id, tag, version, content, area, class, nonce, leaf_hash)",
            ballots.OrderBy(b => Convert.ToHexString(b.LeafHash)), b => [paper.Round, b.Tag, 1, b.Content, "", BallotFields.Declared, b.Nonce, b.LeafHash]);
        await CopyAsync("ballotbox.submission (key, request_mac, round_id, leaf_hash, version)",
            ballots.OrderBy(b => Convert.ToHexString(b.Submission)), b => [b.Submission, b.Mac, paper.Round, b.LeafHash, 1]);
    }

    List<int> Choose(BallotPaper paper, IReadOnlyDictionary<int, int> liking)
    {
        var chosen = new List<int>();
        var most = 1 + chance.Below(paper.Rules.MaxChoices ?? 6);
        while (chosen.Count == 0)
            foreach (var project in paper.Projects.OrderBy(_ => chance.Below(1000)))
                if (chosen.Count < most && chance.Below(100) < liking[project.Number] && IsWithinThePot(paper, [.. chosen, project.Number]))
                    chosen.Add(project.Number);
        return chosen;
    }

    static bool IsWithinThePot(BallotPaper paper, List<int> numbers) =>
        paper.Rules.Type is not BallotType.Knapsack || paper.CostOf(numbers) <= paper.Budget;

    DateTimeOffset MomentIn(DateTimeOffset from, DateTimeOffset until) => from + (until - from) * (chance.Below(10_000) / 10_000.0);

    static Ballot Cast(BallotPaper paper, byte[] key, Guid voter, string content)
    {
        var leaf = BallotContent.Leaf(paper.Round, VoterTag.Compute(key, paper.Round, voter), 1, new(content, "", BallotFields.Declared));
        return new(content, [.. leaf.Tag], [.. leaf.Nonce], leaf.Hash(),
            HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(content)), RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes));
    }

    async Task CopyAsync<T>(string table, IEnumerable<T> items, Func<T, object[]> row)
    {
        await using var connection = await owner.OpenConnectionAsync();
        await using var writer = await connection.BeginBinaryImportAsync($"copy {table} from stdin (format binary)");
        foreach (var item in items)
            await writer.WriteRowAsync(CancellationToken.None, row(item));
        await writer.CompleteAsync();
    }

    sealed record Ballot(string Content, byte[] Tag, byte[] Nonce, byte[] LeafHash, byte[] Mac, byte[] Submission);
}
