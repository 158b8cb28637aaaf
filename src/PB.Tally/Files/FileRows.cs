using System.Globalization;

namespace PB.Tally.Files;

/// <summary>A file as rows of text, the same for every form in which it is written.</summary>
sealed class FileRows
{
    readonly PabulibFile file;
    readonly bool keepsCells;

    public FileRows(PabulibFile file)
    {
        this.file = file;
        FileChecks.Check(file);
        keepsCells = file.Votes.Any(vote => !vote.Cells.IsDefaultOrEmpty);
        var hasPoints = VoteRows.HasPoints(file.VoteType) || file.Votes.Any(vote => !vote.Points.IsDefaultOrEmpty);
        var hasSelected = file.Projects.Any(project => project.Selected is not null);
        ProjectHeader = [.. file.ProjectHeader.Union(["project_id", "cost"]).Union(hasSelected ? ["selected"] : []).Union(file.Projects.SelectMany(project => project.Columns.Keys))];
        VoteHeader = [.. file.VoteHeader.Where(name => keepsCells || name is "voter_id" or "vote" or "points").Union(["voter_id", "vote"]).Union(hasPoints ? ["points"] : [])];
    }

    public string[] ProjectHeader { get; }

    public string[] VoteHeader { get; }

    /// <summary>META, with the numbers, the budget and the kinds as the file has them: they win over the texts.</summary>
    public IEnumerable<(string Key, string Value)> Meta()
    {
        var exact = new Dictionary<string, string>
        {
            ["num_projects"] = Whole(file.Projects.Length),
            ["num_votes"] = Whole(file.Votes.Length),
            ["budget"] = Same(file.Meta.GetValueOrDefault("budget"), file.Budget),
            ["vote_type"] = MetaRows.VoteTypeNames[(int)file.VoteType],
        };
        if (file.Currency.Code != "XXX") exact["currency"] = file.Currency.Code;
        var isNamed = !file.Meta.TryGetValue("currency", out var currency) || currency.Length == 0 || file.Currency.Code != "XXX";
        foreach (var (key, value) in file.Meta)
            if (key != "currency" || isNamed) yield return (key, exact.GetValueOrDefault(key, value));
        foreach (var key in MetaRows.Obligatory.Append("currency").Where(key => !file.Meta.ContainsKey(key)))
            if (key != "currency" || exact.ContainsKey(key)) yield return (key, exact.GetValueOrDefault(key, ""));
    }

    public IEnumerable<string[]> Projects() => file.Projects.Select(project => Array.ConvertAll(ProjectHeader, column => Cell(project, column)));

    /// <summary>The votes; lists are in the cells, with commas.</summary>
    public IEnumerable<string[]> Votes()
    {
        foreach (var vote in file.Votes)
        {
            var next = 0;
            yield return Array.ConvertAll(VoteHeader, column => column switch
            {
                "voter_id" => vote.VoterId,
                "vote" => string.Join(',', Ids(vote)),
                "points" => string.Join(',', Points(vote)),
                _ => next < (vote.Cells.IsDefault ? 0 : vote.Cells.Length) ? vote.Cells[next++] : "",
            });
        }
    }

    public IEnumerable<string> Ids(PabulibVote vote) => vote.Projects.IsDefault ? [] : vote.Projects.Select(position => file.Projects[position].Id);

    public static IEnumerable<string> Points(PabulibVote vote) =>
        vote.Points.IsDefault ? [] : vote.Points.Select(points => points.ToString(CultureInfo.InvariantCulture));

    string Cell(PabulibProject project, string column) => column switch
    {
        "project_id" => project.Id,
        "cost" => Same(project.Columns.GetValueOrDefault("cost"), project.Cost),
        "selected" => project.Selected is { } selected ? Whole(selected) : "",
        _ => project.Columns.GetValueOrDefault(column, ""),
    };

    // The text as it was, if it still says the same.
    string Same(string? text, Money money) =>
        text is not null && Amount.Read(text, file.Currency, out var said) is null && said == money ? text : Amount.Text(money, file.Currency);

    static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
