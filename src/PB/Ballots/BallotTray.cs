using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.Logging;
using PB.Data;

namespace PB.Ballots;

/// <summary>Puts ballots that come in the same moment into the box in one transaction: in the last hour, many share what a commit costs.</summary>
/// <remarks>Only what is plainly a new ballot goes in here, acknowledged when all of its handful are on disk. Rounds do not wait for each other.</remarks>
public sealed partial class BallotTray(DbDataSource database, ILogger<BallotTray> log)
{
    const int Hands = 2, Most = 32;

    readonly ConcurrentDictionary<Guid, Handfuls<FoldedBallot, Dropped?>> rounds = new();

    /// <param name="ballot">The first of its voter in this round.</param>
    /// <returns>That it is in; null where it is not, and should try alone: it was sent before, or something is wrong with it or with another of its handful.</returns>
    internal Task<Dropped?> DropInAsync(FoldedBallot ballot) =>
        rounds.GetOrAdd(ballot.Round, round => new(Hands, Most, handful => DropInAsync(round, handful))).AskAsync(ballot);

    async Task<IReadOnlyList<Dropped?>> DropInAsync(Guid round, IReadOnlyList<FoldedBallot> handful)
    {
        var answers = new Dropped?[handful.Count];
        // By voter, so that two handfuls never wait for each other in a circle. Whoever sends twice at once goes alone the second time.
        var places = handful.Index().DistinctBy(one => one.Item.Voter).OrderBy(one => one.Item.Voter).Select(one => one.Index).ToArray();
        try
        {
            var taken = await database.AskAsync(Together(round, [.. places.Select(place => handful[place])]), row => row.GetFieldValue<int[]>(0), CancellationToken.None);
            foreach (var place in taken!.Select(number => places[number - 1]))
                answers[place] = new(Dropped.Accepted, handful[place].Leaf);
        }
        catch (DbException exception)
        {
            // None of them is in. Alone, each is told what is wrong with it.
            LogFailure(handful.Count, exception.Message);
            return new Dropped?[handful.Count];
        }

        return answers;
    }

    static FormattableString Together(Guid round, FoldedBallot[] ballots)
    {
        return $"""
            select ballotbox.cast_handful({round}, {Each(b => b.Voter)}, {Each(b => b.Channel)}, {Each(b => b.Class)}, {Each(b => b.Tag)}, {Each(b => b.Key)}, {Each(b => b.Mac)},
                {Each(b => b.Content)}, {Each(b => b.Area)}, {Each(b => b.Nonce)}, {Each(b => b.Leaf)}, {Each(b => b.Notice.Id)}, {Each(b => b.Notice.Subject)}, {Each(b => b.Notice.Body)})
            """;

        T[] Each<T>(Func<FoldedBallot, T> of) => Array.ConvertAll(ballots, ballot => of(ballot));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} ballots did not go in together ({Why}); each is tried alone.")]
    private partial void LogFailure(int count, string why);
}
