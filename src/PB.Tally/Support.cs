namespace PB.Tally;

/// <summary>How many voters chose each project, with everything about the election checked on the way.</summary>
sealed class Support
{
    const int Dense = 1 << 16;

    readonly int[] votes;
    readonly int[] lastBallot;
    readonly int[]? dense;
    readonly Dictionary<int, int> positions = [];

    Support(ApprovalElection election)
    {
        ArgumentNullException.ThrowIfNull(election);
        if (election.Budget.IsNegative) throw new ArgumentException("The budget is below zero.", nameof(election));
        votes = new int[election.Projects.Count];
        lastBallot = new int[votes.Length];
        foreach (var project in election.Projects) Add(project);
        dense = DensePositions();
        for (var ballot = 0; ballot < election.Ballots.Count; ballot++) Add(election.Ballots[ballot], ballot + 1);
    }

    public int Ballots { get; private set; }

    public static Support Of(ApprovalElection election) => new(election);

    public bool Has(int number) => positions.ContainsKey(number);

    public int Votes(int number) => votes[positions[number]];

    void Add(Project project)
    {
        var (number, cost) = project;
        if (number < 1) throw new ArgumentException($"Project number {number} is below 1.");
        if (cost.IsNegative) throw new ArgumentException($"The cost of project {number} is below zero.");
        if (!positions.TryAdd(number, positions.Count)) throw new ArgumentException($"Two projects have the number {number}.");
    }

    void Add(ApprovalBallot ballot, int stamp)
    {
        if (ballot.Times < 1) throw new ArgumentException($"Ballot {stamp} is cast {ballot.Times} times; it has to be 1 or more.");
        Ballots = checked(Ballots + ballot.Times);
        if (ballot.Numbers.IsDefault) return;
        foreach (var number in ballot.Numbers)
        {
            var position = PositionOf(number);
            if (position < 0) throw new ArgumentException($"Ballot {stamp} chooses project {number}, which is not in the election.");
            if (lastBallot[position] == stamp) continue;
            lastBallot[position] = stamp;
            votes[position] += ballot.Times;
        }
    }

    int PositionOf(int number)
    {
        if (dense is not null) return (uint)number < (uint)dense.Length ? dense[number] : -1;
        return positions.GetValueOrDefault(number, -1);
    }

    int[]? DensePositions()
    {
        var length = positions.Count == 0 ? 0 : positions.Keys.Max() + 1L;
        if (length > Dense) return null;
        var table = new int[length];
        Array.Fill(table, -1);
        foreach (var (number, position) in positions) table[number] = position;
        return table;
    }
}
