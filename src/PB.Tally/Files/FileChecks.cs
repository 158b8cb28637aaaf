namespace PB.Tally.Files;

/// <summary>Checks that what is about to be written can be read again.</summary>
static class FileChecks
{
    /// <exception cref="InvalidOperationException">It cannot; the message names what is wrong.</exception>
    public static void Check(PabulibFile file)
    {
        if (file.Budget.IsNegative) throw Wrong("The budget is below zero.");
        var ids = new HashSet<string>();
        foreach (var project in file.Projects) Check(project, ids);
        var voters = new HashSet<string>(file.Votes.Length);
        foreach (var vote in file.Votes) Check(vote, file, voters);
        _ = PointsScale.FactorOf(VoteRows.HasPoints(file.VoteType) ? file.Votes : []);
    }

    static void Check(PabulibProject project, HashSet<string> ids)
    {
        if (IsBad(project.Id) || project.Id.Contains(',', StringComparison.Ordinal)) throw Wrong($"A project has the id '{project.Id}'; it may not be empty, hold a comma or have blanks at its ends.");
        if (!ids.Add(project.Id)) throw Wrong($"Two projects have the id {project.Id}.");
        if (project.Cost.IsNegative) throw Wrong($"The cost of project {project.Id} is below zero.");
        if (project.Selected is < 0 or > 3) throw Wrong($"Selected is {project.Selected} for project {project.Id}; it has to be from 0 to 3.");
    }

    static void Check(in PabulibVote vote, PabulibFile file, HashSet<string> voters)
    {
        if (IsBad(vote.VoterId)) throw Wrong($"A voter has the id '{vote.VoterId}'; it may not be empty or have blanks at its ends.");
        if (!voters.Add(vote.VoterId)) throw Wrong($"Two votes have the voter id {vote.VoterId}.");
        var listed = vote.Projects.IsDefault ? [] : vote.Projects;
        foreach (var position in listed)
            if ((uint)position >= (uint)file.Projects.Length) throw Wrong($"The vote of {vote.VoterId} lists a project at position {position}, but there are {file.Projects.Length}.");
        var points = vote.Points.IsDefault ? 0 : vote.Points.Length;
        if (points != listed.Length && (points > 0 || VoteRows.HasPoints(file.VoteType)))
            throw Wrong($"The vote of {vote.VoterId} gives {points} points to {listed.Length} projects.");
    }

    static bool IsBad(string id) => string.IsNullOrWhiteSpace(id) || id.AsSpan().Trim().Length < id.Length;

    static InvalidOperationException Wrong(string reason) => new(reason);
}
