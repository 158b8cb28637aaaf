namespace PB.Tally.Files;

/// <summary>What voters were asked for, as a Pabulib file's <c>vote_type</c> says.</summary>
public enum VoteType
{
    /// <summary><c>approval</c>: any number of projects, all alike.</summary>
    Approval,

    /// <summary><c>choose-1</c>: one project.</summary>
    ChooseOne,

    /// <summary><c>ordinal</c>: projects in order, the best first.</summary>
    Ordinal,

    /// <summary><c>cumulative</c>: points from a purse that is the same for each voter.</summary>
    Cumulative,

    /// <summary><c>scoring</c>: points for each project on its own.</summary>
    Scoring,
}
