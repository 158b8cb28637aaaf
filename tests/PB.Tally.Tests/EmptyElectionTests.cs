namespace PB.Tally.Tests;

/// <summary>Every rule on elections in which something that others have is missing.</summary>
public sealed class EmptyElectionTests
{
    public static TheoryData<string> Names => [.. Rules.Names];

    [Theory, MemberData(nameof(Names))]
    public void Without_projects_nothing_is_funded(string name)
    {
        Count[] counts = [Count(name, 100, [], 0), Count(name, 100, [], 3), Count(name, 0, [], 3)];
        Assert.All(counts, count => Assert.Equal((0, 0), (count.Steps.Length, count.Ties.Length)));
    }

    [Theory, MemberData(nameof(Names))]
    public void Without_a_vote_nothing_is_funded_that_needs_support(string name)
    {
        Project[] projects = [new(1, new(10)), new(2, Money.Zero)];
        Assert.All([Count(name, 100, projects, 0), Count(name, 100, projects, 3)], count => Assert.All(count.Steps, step => Assert.Equal(Outcome.NoSupport, step.Outcome)));
    }

    // All ballots are blank.
    static Count Count(string name, long budget, Project[] projects, int ballots) =>
        (Rules.Named(name, new(1))! with { RequireSupport = true })
            .Count(new Election(new(budget), projects, [.. Enumerable.Repeat(new Ballot([]), ballots)]) { Kind = Kind(name) }, Detail.WhatIf);

    static BallotKind Kind(string name) =>
        name.Contains("points", StringComparison.Ordinal) || name.Contains("cstv", StringComparison.Ordinal) ? BallotKind.Points
        : name.Contains("borda", StringComparison.Ordinal) || name.Contains("pb_ear", StringComparison.Ordinal) ? BallotKind.Ranking
        : BallotKind.Approval;
}
