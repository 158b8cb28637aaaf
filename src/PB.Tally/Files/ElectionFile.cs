using System.Collections.Immutable;
using System.Globalization;

namespace PB.Tally.Files;

/// <summary>Makes a file of an election.</summary>
sealed class ElectionFile(Election election, IReadOnlyDictionary<string, string> meta, IReadOnlyDictionary<int, string> names)
{
    readonly Dictionary<int, int> positions = election.Projects.Index().ToDictionary(pair => pair.Item.Number, pair => pair.Index);

    public PabulibFile Make(Currency currency)
    {
        var hasPoints = election.Kind == BallotKind.Points;
        return new()
        {
            Meta = meta,
            VoteType = TypeOf(election.Kind, meta.GetValueOrDefault("vote_type", "")),
            Currency = currency,
            Budget = election.Budget,
            Projects = [.. election.Projects.Select(Project)],
            Votes = [.. election.Ballots.SelectMany(ballot => Enumerable.Repeat(ballot, ballot.Times)).Select(Vote)],
            ProjectHeader = names.Count > 0 ? ["project_id", "cost", "name"] : ["project_id", "cost"],
            VoteHeader = hasPoints ? ["voter_id", "vote", "points"] : ["voter_id", "vote"],
        };
    }

    static VoteType TypeOf(BallotKind kind, string said)
    {
        var type = (VoteType)Math.Max(0, Array.IndexOf(MetaRows.VoteTypeNames, said.ToLowerInvariant()));
        if (FileElection.KindOf(type) == kind) return type;
        return kind switch
        {
            BallotKind.Approval => VoteType.Approval,
            BallotKind.Points => VoteType.Scoring,
            BallotKind.Ranking => VoteType.Ordinal,
        };
    }

    PabulibProject Project(Project project) => new()
    {
        Id = project.Number.ToString(CultureInfo.InvariantCulture),
        Cost = project.Cost,
        Columns = names.TryGetValue(project.Number, out var name) ? new Dictionary<string, string> { ["name"] = name } : [],
    };

    PabulibVote Vote(Ballot ballot, int index)
    {
        var numbers = ballot.Numbers.IsDefault ? [] : ballot.Numbers;
        var points = election.Kind == BallotKind.Points && !ballot.Points.IsDefault ? ballot.Points : [];
        return new((index + 1).ToString(CultureInfo.InvariantCulture), [.. numbers.Select(PositionOf)], [.. points.Select(point => (decimal)point)]);
    }

    int PositionOf(int number) => positions.TryGetValue(number, out var position)
        ? position
        : throw new ArgumentException($"A ballot lists project {number}, which is not in the election.");
}
