using System.Globalization;
using System.Text;
using PB.Tally.Files;

namespace PB.Cli.Verify;

/// <summary>Compares the Pabulib file of a pack with its ballots, its rules and its count.</summary>
static class PabulibComparison
{
    public static string? Difference(PabulibFile file, Pack pack, byte[] trace)
    {
        if (file.Budget != pack.Rules.Budget) return "the budget is another";
        var funded = Encoding.UTF8.GetString(trace).Split('\n').Select(line => line.Split('\t')).Where(row => row[^1] is "Funded" or "ToppedUp").Select(row => row[0]).ToHashSet();
        var ids = file.Projects.Select(project => project.Id).ToList();
        foreach (var (line, project) in pack.Rules.Projects.Zip(file.Projects))
            if (project.Id != Id(line.Number) || project.Cost != line.Price || project.Selected == 1 != funded.Contains(project.Id))
                return $"project {project.Id} has another number, cost or outcome";
        if (file.Projects.Length != pack.Rules.Projects.Length) return $"it has {file.Projects.Length} projects, not {pack.Rules.Projects.Length}";
        return file.Votes.Length != pack.Ballots.Length ? $"it has {file.Votes.Length} votes, not {pack.Ballots.Length}" : Votes(file, pack, ids);
    }

    static string? Votes(PabulibFile file, Pack pack, List<string> ids)
    {
        for (var i = 0; i < pack.Ballots.Length; i++)
            if (string.Join(',', file.Votes[i].Projects.Select(position => ids[position])) is var choices && choices != pack.Ballots[i].Choices)
                return FormattableString.Invariant($"line {file.Votes[i].Line} has the choices “{choices}”, and leaf {pack.Ballots[i].Index} has “{pack.Ballots[i].Choices}”");
        return null;
    }

    static string Id(int number) => number.ToString(CultureInfo.InvariantCulture);
}
