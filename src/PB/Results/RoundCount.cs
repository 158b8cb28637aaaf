using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using PB.Ballots;
using PB.Data;
using PB.Rounds;
using PB.Tally;

namespace PB.Results;

/// <summary>The count of a round: its ballots, and the rule that its frozen paper names.</summary>
/// <remarks>The verifier of packs makes the same rule from the same text (<c>PackCount</c> of the tool); who changes one changes both.</remarks>
public static class RoundCount
{
    /// <summary>Counts ballots by the rules of a paper.</summary>
    public static Count Of(BallotPaper paper, ImmutableArray<Ballot> ballots, string lotSeed) =>
        RuleOf(paper, lotSeed).Count(ElectionOf(paper, ballots));

    public static Election ElectionOf(BallotPaper paper, ImmutableArray<Ballot> ballots) =>
        new(paper.Budget, [.. paper.Projects.Select(project => new Project(project.Number, project.Price))], ballots);

    /// <summary>The ballots of a closed round that count, equal ones together.</summary>
    public static Task<ImmutableArray<Ballot>> BallotsAsync(PbContext db, Guid round, CancellationToken cancel) =>
        ReadAsync(db, $"""select content as "Content", times as "Times" from ballotbox.counted({round})""", cancel);

    /// <summary>Those that were set aside.</summary>
    public static Task<ImmutableArray<Ballot>> AnnulledAsync(PbContext db, Guid round, CancellationToken cancel) =>
        ReadAsync(db, $"""select content as "Content", times as "Times" from ballotbox.annulled_contents({round})""", cancel);

    static async Task<ImmutableArray<Ballot>> ReadAsync(PbContext db, FormattableString sql, CancellationToken cancel) =>
        [.. from ballot in await db.Database.SqlQuery<Counted>(sql).ToListAsync(cancel)
            select new Ballot([.. BallotContent.Read(ballot.Content)], checked((int)ballot.Times))];

    static Rule RuleOf(BallotPaper paper, string lotSeed) => Named(paper) with
    {
        MinimumVotes = paper.Rules.MinimumVotes,
        RequireSupport = true,
        ExclusiveGroups = paper.Exclusive,
        Ties = paper.Rules.Ties switch
        {
            Rounds.TieOrder.CheaperFirst => TieRule.By(TieCriterion.Price, TieCriterion.Number),
            Rounds.TieOrder.LowerNumberFirst => TieRule.ByNumber,
            Rounds.TieOrder.Lot => TieRule.By(TieCriterion.Lot).WithSeed(lotSeed),
        },
    };

    static Rule Named(BallotPaper paper) => paper.Rules.Rule switch
    {
        CountingRule.MostVotes => new GreedyRule { WhenItDoesNotFit = paper.Rules.WhenItDoesNotFit },
        CountingRule.MostVotesPerCost => new GreedyRule { Satisfaction = Satisfaction.Cardinality, WhenItDoesNotFit = paper.Rules.WhenItDoesNotFit },
        var rule => Tally.Rules.Named(rule.Name(), new(Currency.Of(paper.Currency).MinorPerMajor))
            ?? throw new InvalidOperationException($"The library has no rule {rule.Name()}."),
    };

    sealed record Counted(string Content, long Times);
}
