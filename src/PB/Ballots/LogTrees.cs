using System.Collections.Concurrent;
using PB.Tally.Log;

namespace PB.Ballots;

/// <summary>The trees of the logs that people check receipts against, kept so that not each check hashes a whole city's ballots.</summary>
public sealed class LogTrees
{
    // Rounds end one after another: a handful at a time is looked at.
    const int Most = 4;

    readonly ConcurrentDictionary<(Guid Round, long Size), LogTree> trees = new();

    public async Task<LogTree> OfAsync(Guid round, long size, Func<Task<List<byte[]>>> leaves)
    {
        if (trees.TryGetValue((round, size), out var known))
            return known;
        if (trees.Count >= Most)
            trees.Clear();
        var tree = await MakeAsync(size, leaves);
        trees[(round, size)] = tree;
        return tree;
    }

    static async Task<LogTree> MakeAsync(long size, Func<Task<List<byte[]>>> leaves) => new((await leaves()).Take(checked((int)size)));
}
