using System.Collections.Concurrent;
using System.Data.Common;
using PB.Data;

namespace PB.Ballots;

/// <summary>Puts ballots that come in the same moment into the box in one transaction: in the last hour, many share what a commit costs.</summary>
/// <remarks>Each is judged for itself, and acknowledged when all of its handful are on disk. Rounds do not wait for each other.</remarks>
public sealed class BallotTray(DbDataSource database)
{
    const int Hands = 4, Most = 32;

    readonly ConcurrentDictionary<Guid, Handfuls<FoldedBallot, Dropped?>> rounds = new();

    /// <returns>What the box answers; null where a handful did not get in for what was wrong with one of it, so that each should try alone.</returns>
    internal Task<Dropped?> DropInAsync(FoldedBallot ballot) =>
        rounds.GetOrAdd(ballot.Round, round => new(Hands, Most, handful => DropInAsync(round, handful))).AskAsync(ballot);

    async Task<IReadOnlyList<Dropped?>> DropInAsync(Guid round, IReadOnlyList<FoldedBallot> handful)
    {
        var answers = new Dropped?[handful.Count];
        // By voter, so that two handfuls never wait for each other in a circle.
        var order = handful.Index().OrderBy(one => one.Item.Voter).Select(one => one.Index).ToArray();
        try
        {
            await using var db = PbContext.On(database);
            await db.AskAllAsync([All(round, [.. order.Select(place => handful[place])], row => answers[order[row.GetInt64(2) - 1]] = Dropped.Read(row))], CancellationToken.None);
        }
        catch (DbException)
        {
            // None of them is in. Alone, each is told what is wrong with it.
            return new Dropped?[handful.Count];
        }

        return answers;
    }

    static Question All(Guid round, FoldedBallot[] ballots, Action<DbDataReader> read)
    {
        return new($"""
            select answer.outcome, answer.leaf_hash, b.place
            from unnest({Each(b => b.Voter)}, {Each(b => b.Channel)}, {Each(b => b.Class)}, {Each(b => b.Tag)}, {Each(b => b.Version)}, {Each(b => b.Key)}, {Each(b => b.Mac)},
                    {Each(b => b.Content)}, {Each(b => b.Area)}, {Each(b => b.Nonce)}, {Each(b => b.Leaf)}, {Each(b => b.Notice.Id)}, {Each(b => b.Notice.Subject)}, {Each(b => b.Notice.Body)})
                    with ordinality as b (voter, channel, class, tag, version, key, mac, content, area, nonce, leaf, notice, subject, body, place),
                ballotbox.cast_ballot({round}, b.voter, b.channel, b.class, b.tag, b.version, b.key, b.mac, b.content, b.area, b.nonce, b.leaf, b.notice, b.subject, b.body) answer
            """, read);

        T[] Each<T>(Func<FoldedBallot, T> of) => Array.ConvertAll(ballots, ballot => of(ballot));
    }
}
