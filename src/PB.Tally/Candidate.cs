namespace PB.Tally;

/// <summary>A project during a count.</summary>
sealed record Candidate(Project Project, int Votes, int[] Groups)
{
    // Groups are positions in Rule.ExclusiveGroups.
    public int Number => Project.Number;

    public long Cost => Project.Cost.MinorUnits;
}
