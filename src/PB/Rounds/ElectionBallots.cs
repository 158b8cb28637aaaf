using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using PB.Ballots;
using PB.Data;
using PB.Tally.Files;
using PB.Tally.Log;

namespace PB.Rounds;

/// <summary>Puts a whole election's ballots into the box at once, each as if it had been cast: its own voter, tag, nonce and leaf.</summary>
/// <remarks>Voters, marks and ballots are each written in an order of chance, so that no place in one table tells a place in another.</remarks>
sealed class ElectionBallots(Guid round, byte[] key, DateTimeOffset now)
{
    const int MostLinesNamed = 10;

    /// <exception cref="PabulibException">Some ballots break the limits that the file itself gives; the error lists their lines.</exception>
    public static void Check(PabulibFile file, BallotPaper paper)
    {
        var broken = file.Votes.AsParallel().AsOrdered()
            .Select(vote => (vote.Line, Why: paper.WhyRefused(NumbersOf(vote))))
            .Where(vote => vote.Why is not null).ToList();
        if (broken is not [var first, ..])
            return;
        var lines = string.Join(", ", broken.Take(MostLinesNamed).Select(vote => vote.Line)) + (broken.Count > MostLinesNamed ? " …" : "");
        throw new PabulibException(first.Line,
            $"{Said(first.Why!.Value)} Ballots that break the file's own limits: {broken.Count}, at lines {lines}. Correct them, or the limits in META.");
    }

    public async Task CopyAsync(NpgsqlConnection connection, ImmutableArray<PabulibVote> votes, CancellationToken cancel)
    {
        var voters = new Guid[votes.Length];
        for (var i = 0; i < voters.Length; i++)
            voters[i] = Ids.New(now);
        // The hashes are made while the database takes in the voters.
        var casting = Task.Run(() => CastAll(votes, voters), cancel);
        var onRoll = voters.Order().ToList();
        await CopyAsync(connection, "register.voters (id)", onRoll, (row, voter) => row.Write(voter), cancel);
        await CopyAsync(connection, "register.mark (round_id, voter_id, channel, version, final, assurance, last_at)", onRoll, Mark, cancel);

        var cast = await casting;
        await CopyAsync(connection, "ballotbox.inbox (round_id, tag, version, content, area, class, nonce, leaf_hash)", cast.OrderBy(c => c.LeafHash, Bytes), Drop, cancel);
        await CopyAsync(connection, "ballotbox.submission (key, request_mac, round_id, leaf_hash, version)", cast.OrderBy(c => c.Submission, Bytes), Note, cancel);
    }

    static async Task CopyAsync<T>(
        NpgsqlConnection connection, string table, IEnumerable<T> items, Action<NpgsqlBinaryImporter, T> write, CancellationToken cancel)
    {
        await using var rows = await connection.BeginBinaryImportAsync($"copy {table} from stdin (format binary)", cancel);
        foreach (var item in items)
        {
            await rows.StartRowAsync(cancel);
            write(rows, item);
        }

        await rows.CompleteAsync(cancel);
    }

    void Mark(NpgsqlBinaryImporter row, Guid voter)
    {
        row.Write(round);
        row.Write(voter);
        row.Write("imported");
        row.Write(1);
        row.Write(true);
        row.Write(BallotFields.Imported);
        row.Write(new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero));
    }

    void Drop(NpgsqlBinaryImporter row, Cast ballot)
    {
        row.Write(round);
        row.Write(ballot.Tag);
        row.Write(1);
        row.Write(ballot.Content);
        row.Write("");
        row.Write(BallotFields.Imported);
        row.Write(ballot.Nonce);
        row.Write(ballot.LeafHash);
    }

    void Note(NpgsqlBinaryImporter row, Cast ballot)
    {
        row.Write(ballot.Submission);
        row.Write(ballot.Mac);
        row.Write(round);
        row.Write(ballot.LeafHash);
        row.Write(1);
    }

    Cast[] CastAll(ImmutableArray<PabulibVote> votes, Guid[] voters)
    {
        var cast = new Cast[votes.Length];
        Parallel.For(0, votes.Length, i => cast[i] = CastOne(votes[i], voters[i]));
        return cast;
    }

    Cast CastOne(PabulibVote vote, Guid voter)
    {
        var content = BallotContent.Write(NumbersOf(vote));
        var leaf = BallotContent.Leaf(round, VoterTag.Compute(key, round, voter), 1, new(content, "", BallotFields.Imported));
        var mac = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(content));
        // By chance: a key made from the voter's id would lead from the register to the ballot.
        var submission = RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes);
        return new(content, [.. leaf.Tag], [.. leaf.Nonce], leaf.Hash(), mac, submission);
    }

    static List<int> NumbersOf(PabulibVote vote) => [.. vote.Projects.Select(position => position + 1)];

    static string Said(BallotRefusal why) => why switch
    {
        BallotRefusal.TooFewChosen => "This ballot chooses fewer projects than min_length, or none.",
        BallotRefusal.TooManyChosen => "This ballot chooses more projects than max_length.",
        BallotRefusal.OverThePot => "The projects on this ballot cost more than max_sum_cost.",
        _ => throw new InvalidOperationException($"A ballot of a file cannot be refused as {why}."),
    };

    static Comparer<byte[]> Bytes { get; } = Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b));

    sealed record Cast(string Content, byte[] Tag, byte[] Nonce, byte[] LeafHash, byte[] Mac, byte[] Submission);
}
