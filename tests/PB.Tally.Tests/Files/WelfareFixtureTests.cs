using System.Numerics;

namespace PB.Tally.Tests.Files;

public sealed class WelfareFixtureTests
{
    public static TheoryData<string> Names => RealElections.Names;

    [Theory, MemberData(nameof(Names))]
    public void The_welfare_is_the_references_maximum(string name)
    {
        var (file, expected) = (RealElections.Read(name), RealElections.Expected(name));
        var election = RealElections.ById(name);
        var rules = expected.GetProperty("results").EnumerateObject().Where(outcome => outcome.Name.StartsWith("maxwelfare_", StringComparison.Ordinal));
        Assert.All(rules, outcome =>
        {
            var count = Rules.Named(outcome.Name, new(file.Currency.MinorPerMajor))!.Count(election);
            var unit = outcome.Name == "maxwelfare_cost" ? file.Currency.MinorPerMajor : 1;
            var welfare = count.Steps.Where(step => step.IsFunded).Aggregate((Fraction)0, (sum, step) => sum + step.Why!.Score!.Value);
            Assert.Equal(Fraction.Parse(outcome.Value.GetProperty("welfare").GetString()!), welfare / unit);
            Assert.True(count.Spent <= election.Budget);
        });
    }

    [Theory, MemberData(nameof(Names))]
    public void The_satisfaction_on_the_lines_is_that_of_the_ballots(string name)
    {
        var election = RealElections.Read(name).ToElection();
        var satisfaction = election.Kind switch
        {
            BallotKind.Points => Satisfaction.Points,
            BallotKind.Ranking => Satisfaction.Borda,
            BallotKind.Approval => Satisfaction.Cardinality,
        };
        var count = new WelfareRule { Satisfaction = satisfaction }.Count(election);
        Assert.All(count.Steps.Where(step => step.IsFunded), step => Assert.Equal((Fraction)(BigInteger)Sum(election, step.Number), step.Why!.Score));
    }

    static long Sum(Election election, int number) => election.Ballots.Sum(ballot => ballot.Numbers.IndexOf(number) is var place && place < 0 ? 0 : election.Kind switch
    {
        BallotKind.Points => ballot.Points[place],
        BallotKind.Ranking => ballot.Numbers.Length - place - 1,
        BallotKind.Approval => 1,
    });
}
