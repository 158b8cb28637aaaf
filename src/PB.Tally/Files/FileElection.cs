using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PB.Tally.Files;

/// <summary>Makes an election of a file.</summary>
sealed class FileElection
{
    readonly PabulibFile file;
    readonly int[] numbers;
    readonly ImmutableArray<int>[] alone;
    readonly decimal pointsFactor;

    public FileElection(PabulibFile file, ReadOnlySpan<int> positions)
    {
        (this.file, numbers, alone, Kind) = (file, new int[positions.Length], new ImmutableArray<int>[positions.Length], KindOf(file.VoteType));
        for (var i = 0; i < positions.Length; i++) numbers[positions[i]] = i + 1;
        pointsFactor = Kind == BallotKind.Points ? PointsScale.FactorOf(file.Votes) : 0;
    }

    public BallotKind Kind { get; }

    public Ballot[] Ballots()
    {
        var ballots = new Ballot[file.Votes.Length];
        for (var i = 0; i < ballots.Length; i++) ballots[i] = Ballot(file.Votes[i]);
        return ballots;
    }

    public static BallotKind KindOf(VoteType type) => type switch
    {
        VoteType.Approval or VoteType.ChooseOne => BallotKind.Approval,
        VoteType.Ordinal => BallotKind.Ranking,
        VoteType.Cumulative or VoteType.Scoring => BallotKind.Points,
    };

    Ballot Ballot(in PabulibVote vote)
    {
        if (vote.Projects.Length == 1 && Kind != BallotKind.Points) return new(Alone(vote.Projects[0]));
        var listed = new int[vote.Projects.Length];
        for (var i = 0; i < listed.Length; i++) listed[i] = numbers[vote.Projects[i]];
        var ballot = new Ballot(ImmutableCollectionsMarshal.AsImmutableArray(listed));
        return Kind == BallotKind.Points ? ballot with { Points = ImmutableArray.CreateRange(vote.Points, Whole) } : ballot;
    }

    // Many votes list one project: they share one list for each.
    ImmutableArray<int> Alone(int position) => alone[position].IsDefault ? alone[position] = [numbers[position]] : alone[position];

    long Whole(decimal points) => (long)(points * pointsFactor);
}
