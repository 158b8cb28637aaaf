using System.Security.Cryptography;
using PB.Ballots;
using PB.Tally;

namespace PB.Web.Ballots;

/// <summary>A ballot as it would be sent.</summary>
public sealed record CheckPage(Standing Standing, IReadOnlyList<int> Numbers, string Kept)
{
    public BallotPaper Paper => Standing.Paper!;
    public string Slug => Standing.Round.Slug;
    public IReadOnlyList<BallotPaper.Line> Lines => LinesOf(Paper, Numbers);
    public Money Cost => Paper.CostOf(Numbers);
    public int Seen => Standing.Mark?.Version ?? 0;
    public string Submission { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>What is in the box, where another device put something else there.</summary>
    public IReadOnlyList<int>? InTheBox { get; init; }

    public static IReadOnlyList<BallotPaper.Line> LinesOf(BallotPaper paper, IEnumerable<int> numbers) =>
        [.. paper.Projects.Where(project => numbers.Contains(project.Number))];
}
