namespace PB.Tally;

/// <summary>A project during a count.</summary>
/// <param name="Groups">Positions of the exclusive groups that it is in.</param>
sealed record Candidate(Project Project, int Votes, int[] Groups)
{
    public int Number => Project.Number;

    public long Cost => Project.Cost.MinorUnits;
}
