using PB.Ballots;
using PB.Rounds;

namespace PB.Web.Ballots;

/// <summary>That somebody's ballot is in; what is on it only while voting is open.</summary>
public sealed record ReceiptPage(Standing Standing, IReadOnlyList<int>? Numbers, BallotReceipt? Receipt, bool Follows)
{
    /// <summary>Other rounds in which they can vote and have not.</summary>
    public IReadOnlyList<Round> StillOpen { get; init; } = [];

    public BallotPaper Paper => Standing.Paper!;
    public string Slug => Standing.Round.Slug;
    public Mark Mark => Standing.Mark!;
    public bool IsOver => Standing.Now >= Paper.ClosesAt;
    public IReadOnlyList<BallotPaper.Line> Lines => CheckPage.LinesOf(Paper, Numbers ?? []);
}
