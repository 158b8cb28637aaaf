using System.Collections.Immutable;
using PB.Ballots;
using PB.Results;
using PB.Roll;
using PB.Rounds;
using PB.Tally;
using PB.Web.Look;
using PB.Web.Proposals;

namespace PB.Web.Results;

/// <summary>A published result: the count as it is stored, and the rules that it was made by.</summary>
public sealed record ResultPage(Round Round, Result Result, ResultDocument Document, BallotPaper Paper)
{
    /// <summary>The newest signed head of the ballot log; null for rounds from before there was one.</summary>
    public PublishedHead? Head { get; init; }

    /// <summary>How much of the ballots the pack holds; null while it is not made.</summary>
    public int? PackLevel { get; init; }

    /// <summary>How many proved who they are in which way, rounded, and not told where it would show a small group.</summary>
    public IReadOnlyList<ToldCount> Proofs { get; init; } = [];

    /// <summary>The ballots on whose voters two people decided.</summary>
    public ProvisionalFigures Provisionals { get; init; } = new(0, 0);

    // A longer chart would be a wall; the table has them all.
    const int MostBars = 30;

    public required ResultStanding Standing { get; init; }

    /// <summary>Whose ideas the projects were, by their numbers.</summary>
    public IReadOnlyDictionary<int, ProjectOrigin> Origins { get; init; } = ImmutableDictionary<int, ProjectOrigin>.Empty;

    /// <summary>Whether whoever reads it may answer challenges.</summary>
    public required bool MayAnswer { get; init; }

    public bool SameWithAnnulled => Result.FundedWithAnnulled?.SequenceEqual(Count.Funded.Order()) is not false;

    public Count Count => Document.Count;
    public IReadOnlyList<Step> Steps => Count.Steps;
    public int Funded => Count.Funded.Count();
    public Money Left => Count.Steps.Aggregate(Count.Budget, (left, step) => left - (step.MoneyBefore - step.MoneyAfter));
    public IReadOnlyList<Step> Bars => [.. Count.Steps.OrderByDescending(step => step.Votes).Take(MostBars)];
    public int MostVotes => Count.Steps.Max(step => step.Votes);

    public string Title(int number) => Document.TitleOf(number);

    public string Sum(Money money) => money.Written(Document.Currency);

    /// <summary>An amount in minor units that need not be whole, rounded to them.</summary>
    public string Sum(Fraction minorUnits) => Sum(new Money((long)decimal.Round(minorUnits.ToDecimal(18), MidpointRounding.AwayFromZero)));

    public ResultMoney Money => new(this);

    /// <summary>Whether a project that was still to come had as many votes.</summary>
    public bool SharedItsPlace(Step step) => Count.Steps.SkipWhile(other => other.Number != step.Number).Count(other => other.Votes == step.Votes) > 1;
}
