using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PB.Tally.Files;

/// <summary>Makes an election of a file.</summary>
sealed class FileElection
{
    static readonly decimal[] PowersOfTen = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000, 1_000_000_000_000];

    readonly PabulibFile file;
    readonly int[] numbers;
    readonly decimal pointsFactor;

    public FileElection(PabulibFile file, ReadOnlySpan<int> positions)
    {
        (this.file, numbers, Kind) = (file, new int[positions.Length], KindOf(file.VoteType));
        for (var i = 0; i < positions.Length; i++) numbers[positions[i]] = i + 1;
        pointsFactor = Kind == BallotKind.Points ? PowersOfTen[Decimals()] : 0;
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

    /// <summary>How many digits behind the point a number needs, without zeros at its end.</summary>
    public static int DecimalsOf(decimal number)
    {
        var decimals = number.Scale;
        while (decimals > 0 && number == decimal.Round(number, decimals - 1)) decimals--;
        return decimals;
    }

    Ballot Ballot(in PabulibVote vote)
    {
        var listed = new int[vote.Projects.Length];
        for (var i = 0; i < listed.Length; i++) listed[i] = numbers[vote.Projects[i]];
        var ballot = new Ballot(ImmutableCollectionsMarshal.AsImmutableArray(listed));
        return Kind == BallotKind.Points ? ballot with { Points = ImmutableArray.CreateRange(vote.Points, Whole) } : ballot;
    }

    long Whole(decimal points) => (long)(points * pointsFactor);

    int Decimals()
    {
        var most = 0;
        foreach (var vote in file.Votes)
            foreach (var points in vote.Points)
                if (points.Scale > most) most = Math.Max(most, DecimalsOf(points));
        return most < PowersOfTen.Length ? most : throw new InvalidOperationException($"Points have {most} decimals; at most 12 are possible.");
    }
}
