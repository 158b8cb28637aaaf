using System.Collections.Immutable;

namespace PB.Tally.Tests;

/// <summary>Small elections for examples worked by hand.</summary>
static class Elections
{
    /// <summary>An election in which each voter chose exactly one project.</summary>
    public static Election Of(long budget, params (int Number, long Cost, int Votes)[] projects) => new(
        new(budget),
        [.. projects.Select(project => new Project(project.Number, new(project.Cost)))],
        [.. projects.Where(project => project.Votes > 0).Select(project => Ballot(project.Votes, project.Number))]);

    public static Ballot Ballot(int times, params ImmutableArray<int> numbers) => new(numbers, times);

    public static Election With(this Election election, Ballot ballot) =>
        election with { Ballots = [.. election.Ballots, ballot] };

    /// <summary>The same with further voters who list this project only; where points are given, each gives it one.</summary>
    public static Election WithVotes(this Election election, int votes, int number) => election.With(Ballot(votes, number) with { Points = [1] });

    public static Election Costing(this Election election, int number, long cost) =>
        election with { Projects = [.. election.Projects.Select(project => project.Number == number ? project with { Cost = new(cost) } : project)] };

    public static Step Of(this Count count, int number) => count.Steps.Single(step => step.Number == number);

    public static Outcome[] Outcomes(this Count count) => [.. count.Steps.Select(step => step.Outcome)];
}
