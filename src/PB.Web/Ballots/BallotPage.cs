using PB.Ballots;
using PB.Rounds;
using PB.Tally;
using PB.Web.Proposals;
using Standing = PB.Ballots.Standing;

namespace PB.Web.Ballots;

/// <summary>The projects to choose from, and what is chosen so far.</summary>
public sealed record BallotPage(Standing Standing, IReadOnlyList<BallotPage.Row> Rows)
{
    public BallotPaper Paper => Standing.Paper!;
    public string Slug => Standing.Round.Slug;
    public long Turnout { get; init; }
    public bool SignedIn { get; init; }

    /// <summary>Why the choices cannot be sent, where somebody tried.</summary>
    public BallotRefusal? WhyNot { get; init; }

    public IReadOnlyList<Row> Chosen => [.. Rows.Where(row => row.Chosen).OrderBy(row => row.Number)];
    public Money Cost => Paper.CostOf(Chosen.Select(row => row.Number));
    /// <summary>The numbers of which at most one can be funded together with this one.</summary>
    public IReadOnlyList<int> RivalsOf(int number) =>
        [.. Paper.Exclusive.Where(group => group.Contains(number)).SelectMany(group => group).Where(other => other != number).Distinct().Order()];

    public bool IsKnapsack => Paper.Rules.Type is BallotType.Knapsack;

    public sealed record Row(int Number, string Title, Money Price, ProjectOrigin? Origin, bool Chosen);
}
