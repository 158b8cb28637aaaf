using System.Numerics;

namespace PB.Tally.Shares;

/// <summary>What each group has paid for in full, and with what weight: a tree, in which groups that paid for the same stand at the same node.</summary>
/// <remarks>Sums over groups first count the voters at each node, and so need not look at what each group lists.</remarks>
sealed class Purchases(int groups)
{
    // Node 0 has paid for nothing.
    readonly int[] nodes = new int[groups];
    readonly Dictionary<(int Node, long Weight), int> children = [];
    readonly List<int> counted = [];
    Purchase[] tree = new Purchase[64];
    int count = 1;
    int turn;

    /// <summary>Begins a purchase: <see cref="Add"/> is about it until the next begins.</summary>
    public void Begin(int number)
    {
        turn = number;
        children.Clear();
    }

    /// <summary>A group pays for the present purchase in full.</summary>
    public void Add(int group, long weight)
    {
        ref var node = ref nodes[group];
        var child = tree[node].Latest;
        node = child > 0 && tree[child].Turn == turn && tree[child].Weight == weight ? child : Child(node, weight);
    }

    /// <summary>Adds voters of a group to those of whom <see cref="Gather"/> will tell.</summary>
    public void Count(int group, int times)
    {
        var node = nodes[group];
        if (node == 0) return;
        ref var voters = ref tree[node].Voters;
        if (voters == 0) counted.Add(node);
        voters += times;
    }

    /// <summary>Tells with what weight those who were counted paid for each purchase, and forgets the count.</summary>
    /// <param name="paid">By the number of the purchase.</param>
    public void Gather<T>(T[] paid) where T : struct, IBinaryInteger<T>
    {
        foreach (var node in counted)
        {
            var voters = T.CreateTruncating(tree[node].Voters);
            tree[node].Voters = 0;
            for (var at = node; at > 0; at = tree[at].Parent) paid[tree[at].Turn] += voters * T.CreateTruncating(tree[at].Weight);
        }
        counted.Clear();
    }

    /// <summary>The purchases of one group, each with the weight.</summary>
    public IEnumerable<(int Turn, long Weight)> Of(int group)
    {
        for (var at = nodes[group]; at > 0; at = tree[at].Parent) yield return (tree[at].Turn, tree[at].Weight);
    }

    int Child(int node, long weight)
    {
        if (!children.TryGetValue((node, weight), out var child))
        {
            if (count == tree.Length) Array.Resize(ref tree, 2 * count);
            children.Add((node, weight), child = count++);
            tree[child] = new() { Parent = node, Turn = turn, Weight = weight };
        }
        tree[node].Latest = child;
        return child;
    }

    struct Purchase
    {
        public int Parent, Turn, Latest;

        // A group's weight is a whole number up to 10^12.
        public long Weight, Voters;
    }
}
