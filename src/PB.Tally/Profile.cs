// Longer than the house allows: the one compact form of an election on which every rule works; checking and grouping it is one pass.
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
    // The position of each number less 1 for numbers up to four times as many as the projects, which nearly all elections number so; 0 is no project.
    readonly int[] dense;
    readonly int[] lastSeen;
    readonly BallotKind kind;
    readonly GroupTable groups;
    int[] places = new int[16];
    long[] worths = new long[16];

    Profile(Election election)
    {
        ArgumentNullException.ThrowIfNull(election);
        if (election.Budget.IsNegative) throw new ArgumentException("The budget is below zero.", nameof(election));
        (Budget, kind, groups) = (election.Budget.MinorUnits, election.Kind, new());
        Projects = [.. election.Projects];
        Array.Sort(Projects, (left, right) => left.Number.CompareTo(right.Number));
        dense = new int[4 * Projects.Length + 1];
        foreach (var project in Projects) Add(project);
        (Votes, lastSeen) = (new int[Projects.Length], new int[Projects.Length]);
        // Asking an array through its interface, ballot by ballot, takes longer than grouping a ballot.
        var ballots = election.Ballots as Ballot[] ?? [.. election.Ballots];
        for (var ballot = 0; ballot < ballots.Length; ballot++) Add(ballots[ballot], ballot + 1);
        groups.PutSimilarSideBySide(Votes);
        SupporterStart = SupporterStarts();
        (SupporterGroup, SupporterValue) = Supporters();
    }

    Profile(Profile other, Project[] projects, int[] votes, GroupTable groups)
    {
        (Budget, kind, positions, dense, lastSeen) = (other.Budget, other.kind, other.positions, other.dense, other.lastSeen);
        (Projects, Votes, this.groups, Ballots) = (projects, votes, groups, other.Ballots);
        (SupporterStart, SupporterGroup, SupporterValue) = (other.SupporterStart, other.SupporterGroup, other.SupporterValue);
        if (ReferenceEquals(groups, other.groups)) return;
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
    public int Groups => groups.Count;

    /// <summary>How many voters are in each group.</summary>
    public ReadOnlySpan<int> Times => groups.Times;

    /// <summary>For each position where its supporters begin in <see cref="SupporterGroup"/>; one more entry than projects.</summary>
    public int[] SupporterStart { get; }

    /// <summary>The groups that list each project, project after project.</summary>
    public int[] SupporterGroup { get; }

    /// <summary>Beside <see cref="SupporterGroup"/> the points, or the Borda value of the place in a ranking; 1 for approvals.</summary>
    public long[] SupporterValue { get; }

    public static Profile Of(Election election) => new(election);

    /// <summary>The same election with another cost of a project.</summary>
    public Profile Costing(int position, long cost)
    {
        Project[] projects = [.. Projects];
        projects[position] = projects[position] with { Cost = new(cost) };
        return new(this, projects, Votes, groups);
    }

    /// <summary>The same election by approval with so many more voters, who list only this project.</summary>
    public Profile With(int position, int votes)
    {
        var (more, table) = ((int[])[.. Votes], groups.Copy());
        more[position] = checked(more[position] + votes);
        table.Add([position], [1], votes);
        return new(this, Projects, more, table) { Ballots = checked(Ballots + votes) };
    }

    public int PositionOf(int number) => (uint)number < (uint)dense.Length ? dense[number] - 1 : positions.GetValueOrDefault(number, -1);

    public int Number(int position) => Projects[position].Number;

    public long Cost(int position) => Projects[position].Cost.MinorUnits;

    /// <summary>The groups that list a project, rising.</summary>
    public ArraySegment<int> SupportersOf(int position) => new(SupporterGroup, SupporterStart[position], SupporterStart[position + 1] - SupporterStart[position]);

    /// <summary>The positions that a group lists, rising.</summary>
    public ReadOnlySpan<int> Listed(int group) => groups.Listed(group);

    /// <summary>The points or Borda values beside <see cref="Listed"/>.</summary>
    public ReadOnlySpan<long> Values(int group) => groups.Values(group);

    /// <summary>True if ballots are neither points nor rankings.</summary>
    public bool IsByApproval => kind == BallotKind.Approval;

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
        if (number < dense.Length) dense[number] = positions.Count;
    }

    void Add(in Ballot ballot, int stamp)
    {
        if (ballot.Times < 1) throw new ArgumentException($"Ballot {stamp} is cast {ballot.Times} times; it has to be 1 or more.");
        Ballots = checked(Ballots + ballot.Times);
        if (ballot.Numbers.IsDefaultOrEmpty) return;
        var numbers = ballot.Numbers.AsSpan();
        if (kind == BallotKind.Points && (ballot.Points.IsDefault || ballot.Points.Length != numbers.Length))
            throw new ArgumentException($"Ballot {stamp} gives {(ballot.Points.IsDefault ? 0 : ballot.Points.Length)} points to {numbers.Length} projects.");
        if (places.Length < numbers.Length) (places, worths) = (new int[2 * numbers.Length], new long[2 * numbers.Length]);
        var count = List(ballot, numbers, stamp);
        if (kind == BallotKind.Ranking)
            for (var place = 0; place < count; place++) worths[place] = count - place - 1;
        Sort(count);
        groups.Add(places.AsSpan(0, count), worths.AsSpan(0, count), ballot.Times);
    }

    int List(in Ballot ballot, ReadOnlySpan<int> numbers, int stamp)
    {
        var count = 0;
        for (var place = 0; place < numbers.Length; place++)
        {
            var position = PositionOf(numbers[place]);
            if (position < 0) throw new ArgumentException($"Ballot {stamp} chooses project {numbers[place]}, which is not in the election.");
            var value = kind == BallotKind.Points ? ballot.Points[place] : 1;
            if (value is > MostPoints or < -MostPoints) throw new ArgumentException($"Ballot {stamp} gives project {numbers[place]} more than {MostPoints} points.");
            if (lastSeen[position] == stamp) continue;
            lastSeen[position] = stamp;
            Votes[position] += ballot.Times;
            (places[count], worths[count++]) = (position, value);
        }
        return count;
    }

    // Ballots are short; a long one is left to the library.
    void Sort(int count)
    {
        if (count > 32)
        {
            Array.Sort(places, worths, 0, count);
            return;
        }
        for (var end = 1; end < count; end++)
        {
            var (position, value, at) = (places[end], worths[end], end);
            for (; at > 0 && places[at - 1] > position; at--) (places[at], worths[at]) = (places[at - 1], worths[at - 1]);
            (places[at], worths[at]) = (position, value);
        }
    }

    int[] SupporterStarts()
    {
        var ends = new int[Projects.Length + 1];
        foreach (var position in groups.AllListed) ends[position + 1]++;
        for (var position = 0; position < Projects.Length; position++) ends[position + 1] += ends[position];
        return ends;
    }

    (int[] Groups, long[] Values) Supporters()
    {
        var (supporters, worth) = (new int[SupporterStart[^1]], new long[SupporterStart[^1]]);
        var next = SupporterStart[..^1].ToArray();
        for (var group = 0; group < Groups; group++)
        {
            var listed = Listed(group);
            var values = Values(group);
            for (var i = 0; i < listed.Length; i++)
            {
                var at = next[listed[i]]++;
                (supporters[at], worth[at]) = (group, values[i]);
            }
        }
        return (supporters, worth);
    }
}
