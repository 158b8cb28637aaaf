using System.Collections.Concurrent;
using Npgsql;
using PB.Tally.Log;

namespace PB.Tests.Faults;

/// <summary>Writes down what was sent in one round and what was answered, and holds it against box, register, log and count afterwards.</summary>
sealed class BallotBook(Guid round, byte[] key)
{
    readonly ConcurrentBag<SentBallot> sent = [];

    public int Acknowledged => sent.Count(ballot => ballot.IsAcknowledged);

    public SentBallot Send(Guid voter, string content, int version, bool isLate = false)
    {
        var ballot = new SentBallot(voter, content, version) { IsLate = isLate };
        sent.Add(ballot);
        return ballot;
    }

    /// <summary>Reads the box behind the site's back. The round is counted, or at least closed.</summary>
    public async Task<Reckoning> ReckonAsync(NpgsqlDataSource owner)
    {
        var box = await InTheBoxAsync(owner);
        var (lost, doubled, wrong) = (0, 0, new List<string>());
        foreach (var mine in sent.GroupBy(ballot => ballot.Voter))
        {
            var rows = box.Remove(Convert.ToHexString(VoterTag.Compute(key, round, mine.Key)), out var found) ? found : [];
            foreach (var ballot in mine)
            {
                var copies = rows.RemoveAll(row => (row.Version, row.Content) == (ballot.Version, ballot.Content));
                lost += ballot.IsAcknowledged && copies == 0 ? 1 : 0;
                doubled += Math.Max(0, copies - 1);
                if (copies > 0 && ballot.IsRefused && !ballot.IsAcknowledged) wrong.Add($"A ballot that was refused is in: {ballot}");
                if (copies > 0 && ballot.IsLate) wrong.Add($"A ballot that was sent after the close is in: {ballot}");
            }

            // The same ballot under another version is in twice as well.
            doubled += rows.RemoveAll(row => mine.Any(ballot => ballot.Content == row.Content));
            wrong.AddRange(rows.Select(row => $"Nobody sent this ballot: {row.Content}, version {row.Version}"));
        }

        wrong.AddRange(box.Keys.Select(tag => $"Nobody has this tag: {tag}"));
        var (uncounted, tooMany) = await AgainstTheCountAsync(owner, wrong);
        await AgainstTheRegisterAsync(owner, wrong);
        return new(Acknowledged, lost + uncounted, doubled + tooMany, wrong);
    }

    async Task<Dictionary<string, List<(int Version, string Content)>>> InTheBoxAsync(NpgsqlDataSource owner)
    {
        var box = new Dictionary<string, List<(int, string)>>();
        await using var command = owner.CreateCommand($"""
            select tag, version, content from ballotbox.sealed where round_id = '{round}'
            union all select tag, version, content from ballotbox.inbox where round_id = '{round}'
            """);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var tag = Convert.ToHexString((byte[])reader[0]);
            box.TryAdd(tag, []);
            box[tag].Add((reader.GetInt32(1), reader.GetString(2)));
        }

        return box;
    }

    /// <summary>What is counted is the newest version of each tag, and nothing else.</summary>
    async Task<(int Uncounted, int TooMany)> AgainstTheCountAsync(NpgsqlDataSource owner, List<string> wrong)
    {
        var (uncounted, tooMany) = (0, 0);
        await using var command = owner.CreateCommand($"""
            with boxed as (
                select tag, version, content from ballotbox.sealed where round_id = '{round}'
                union all select tag, version, content from ballotbox.inbox where round_id = '{round}'),
            newest as (select content, count(*) as n from (select distinct on (tag) content from boxed order by tag, version desc) one_each group by content)
            select coalesce(n, 0)::int, coalesce(times, 0)::int from newest full join ballotbox.counted('{round}') as counted using (content)
            """);
        try
        {
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                uncounted += Math.Max(0, reader.GetInt32(0) - reader.GetInt32(1));
                tooMany += Math.Max(0, reader.GetInt32(1) - reader.GetInt32(0));
            }
        }
        catch (PostgresException refusal)
        {
            wrong.Add($"It cannot be counted: {refusal.MessageText}");
        }

        return (uncounted, tooMany);
    }

    async Task AgainstTheRegisterAsync(NpgsqlDataSource owner, List<string> wrong)
    {
        await using var command = owner.CreateCommand($"""
            with boxed as (
                select tag, version, leaf_hash from ballotbox.sealed where round_id = '{round}'
                union all select tag, version, leaf_hash from ballotbox.inbox where round_id = '{round}')
            select concat_ws(' | ',
                case when (select count(*) from boxed) <> (select coalesce(sum(version), 0) from register.mark where round_id = '{round}') then 'the register''s versions are not as many as the ballots' end,
                case when (select count(distinct tag) from boxed) <> (select count(*) from register.mark where round_id = '{round}') then 'the register''s marks are not as many as the voters in the box' end,
                case when exists (select from boxed group by tag having max(version) <> count(*)) then 'a version is missing, or there twice' end,
                case when (select count(*) from ballotbox.submission where round_id = '{round}') <> (select count(*) from boxed) then 'the submissions are not as many as the ballots' end)
            """);
        if (await command.ExecuteScalarAsync() is string { Length: > 0 } faults)
            wrong.Add(faults);
    }
}
