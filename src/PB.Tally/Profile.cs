// Longer than the house allows: the one compact form of an election on which every rule works; checking and grouping it is one pass.
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PB.Tally;

/// <summary>
/// An election checked, and laid out for counting: projects in the order of their numbers, called by position from 0; equal ballots grouped;
/// for each group what it lists, and for each project who lists it. Two elections that differ only in order or grouping may have their groups
/// in another order, so nothing may depend on it.
/// </summary>
sealed class Profile
{
    const long MostPoints = 1_000_000_000_000;

    readonly Dictionary<int, int> positions = [];
    readonly int[] lastSeen;
    readonly List<int> listed = [];
    readonly List<long> values = [];
    readonly List<int> starts = [0];
    readonly List<int> times = [];
    readonly Dictionary<int, int> firstWithHash = [];
    readonly List<int> nextWithHash = [];
    readonly BallotKind kind;

    Profile(Election election)
    {
        ArgumentNullException.ThrowIfNull(election);
        if (election.Budget.IsNegative) throw new ArgumentException("The budget is below zero.", nameof(election));
        (Budget, kind) = (election.Budget.MinorUnits, election.Kind);
        Projects = [.. election.Projects.OrderBy(project => project.Number)];
        foreach (var project in Projects) Add(project);
        (Votes, lastSeen) = (new int[Projects.Length], new int[Projects.Length]);
        var scratch = new List<(int Position, long Value)>();
        for (var ballot = 0; ballot < election.Ballots.Count; ballot++) Add(election.Ballots[ballot], ballot + 1, scratch);
        SupporterStart = SupporterStarts();
        (SupporterGroup, SupporterValue) = Supporters();
    }

    public long Budget { get; }

    /// <summary>The projects by position.</summary>
    public Project[] Projects { get; }

    /// <summary>How many voters listed the project at each position, with whatever points or place.</summary>
    public int[] Votes { get; }

    /// <summary>The number of ballots, blank ones included.</summary>
    public int Ballots { get; private set; }

    /// <summary>The number of groups of equal ballots; blank ballots are in no group.</summary>
    public int Groups => times.Count;

    /// <summary>How many voters are in each group.</summary>
    public ReadOnlySpan<int> Times => CollectionsMarshal.AsSpan(times);

    /// <summary>For each position where its supporters begin in <see cref="SupporterGroup"/>; one more entry than projects.</summary>
    public int[] SupporterStart { get; }

    /// <summary>The groups that list each project, project after project.</summary>
    public int[] SupporterGroup { get; }

    /// <summary>Beside <see cref="SupporterGroup"/> the points, or the Borda value of the place in a ranking; 1 for approvals.</summary>
    public long[] SupporterValue { get; }

    public static Profile Of(Election election) => new(election);

    public int PositionOf(int number) => positions.GetValueOrDefault(number, -1);

    public int Number(int position) => Projects[position].Number;

    public long Cost(int position) => Projects[position].Cost.MinorUnits;

    /// <summary>The groups that list a project, rising.</summary>
    public ArraySegment<int> SupportersOf(int position) => new(SupporterGroup, SupporterStart[position], SupporterStart[position + 1] - SupporterStart[position]);

    /// <summary>The positions that a group lists, rising.</summary>
    public ReadOnlySpan<int> Listed(int group) => CollectionsMarshal.AsSpan(listed)[starts[group]..starts[group + 1]];

    /// <summary>The points or Borda values beside <see cref="Listed"/>.</summary>
    public ReadOnlySpan<long> Values(int group) => CollectionsMarshal.AsSpan(values)[starts[group]..starts[group + 1]];

    /// <summary>True if the ballots can tell this satisfaction.</summary>
    public bool Knows(Satisfaction satisfaction) => satisfaction switch
    {
        Satisfaction.Points => kind == BallotKind.Points,
        Satisfaction.Borda => kind == BallotKind.Ranking,
        Satisfaction.Cost or Satisfaction.Cardinality => true,
    };

    void Add(Project project)
    {
        var (number, cost) = project;
        if (number < 1) throw new ArgumentException($"Project number {number} is below 1.");
        if (cost.IsNegative) throw new ArgumentException($"The cost of project {number} is below zero.");
        if (!positions.TryAdd(number, positions.Count)) throw new ArgumentException($"Two projects have the number {number}.");
    }

    void Add(Ballot ballot, int stamp, List<(int Position, long Value)> scratch)
    {
        if (ballot.Times < 1) throw new ArgumentException($"Ballot {stamp} is cast {ballot.Times} times; it has to be 1 or more.");
        Ballots = checked(Ballots + ballot.Times);
        if (ballot.Numbers.IsDefaultOrEmpty) return;
        if (kind == BallotKind.Points && (ballot.Points.IsDefault || ballot.Points.Length != ballot.Numbers.Length))
            throw new ArgumentException($"Ballot {stamp} gives {(ballot.Points.IsDefault ? 0 : ballot.Points.Length)} points to {ballot.Numbers.Length} projects.");
        scratch.Clear();
        for (var place = 0; place < ballot.Numbers.Length; place++) List(ballot, place, stamp, scratch);
        if (kind == BallotKind.Ranking)
            for (var place = 0; place < scratch.Count; place++) scratch[place] = (scratch[place].Position, scratch.Count - place - 1);
        scratch.Sort();
        Group(CollectionsMarshal.AsSpan(scratch), ballot.Times);
    }

    void List(Ballot ballot, int place, int stamp, List<(int Position, long Value)> scratch)
    {
        if (!positions.TryGetValue(ballot.Numbers[place], out var position))
            throw new ArgumentException($"Ballot {stamp} chooses project {ballot.Numbers[place]}, which is not in the election.");
        var value = kind == BallotKind.Points ? ballot.Points[place] : 1;
        if (Math.Abs(value) > MostPoints) throw new ArgumentException($"Ballot {stamp} gives project {ballot.Numbers[place]} more than {MostPoints} points.");
        if (lastSeen[position] == stamp) return;
        lastSeen[position] = stamp;
        Votes[position] += ballot.Times;
        scratch.Add((position, value));
    }

    void Group(ReadOnlySpan<(int Position, long Value)> ballot, int count)
    {
        var hash = new HashCode();
        foreach (var (position, value) in ballot) hash.Add(HashCode.Combine(position, value));
        var key = hash.ToHashCode();
        for (var group = firstWithHash.GetValueOrDefault(key, -1); group >= 0; group = nextWithHash[group])
            if (IsSame(group, ballot))
            {
                times[group] += count;
                return;
            }
        nextWithHash.Add(firstWithHash.GetValueOrDefault(key, -1));
        firstWithHash[key] = times.Count;
        times.Add(count);
        foreach (var (position, value) in ballot)
        {
            listed.Add(position);
            values.Add(value);
        }
        starts.Add(listed.Count);
    }

    bool IsSame(int group, ReadOnlySpan<(int Position, long Value)> ballot)
    {
        var (start, end) = (starts[group], starts[group + 1]);
        if (end - start != ballot.Length) return false;
        for (var i = 0; i < ballot.Length; i++)
            if (listed[start + i] != ballot[i].Position || values[start + i] != ballot[i].Value) return false;
        return true;
    }

    int[] SupporterStarts()
    {
        var ends = new int[Projects.Length + 1];
        foreach (var position in listed) ends[position + 1]++;
        for (var position = 0; position < Projects.Length; position++) ends[position + 1] += ends[position];
        return ends;
    }

    (int[] Groups, long[] Values) Supporters()
    {
        var (groups, worth) = (new int[listed.Count], new long[listed.Count]);
        var next = SupporterStart[..^1].ToArray();
        for (var group = 0; group < Groups; group++)
            for (var i = starts[group]; i < starts[group + 1]; i++)
            {
                var at = next[listed[i]]++;
                (groups[at], worth[at]) = (group, values[i]);
            }
        return (groups, worth);
    }
}
