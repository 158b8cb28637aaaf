using System.Globalization;

namespace PB.Web.Demonstration;

/// <summary>The invented projects of the demonstration council, from the text file beside this one.</summary>
static class DemonstrateProjects
{
    /// <param name="By">Who put it forward; a group's name begins with a star in the file.</param>
    /// <param name="Weight">How much people like it: the chance, of a hundred, that a voter would choose it.</param>
    public sealed record Project(string Title, string Description, long Pounds, string Place, string By, int Weight)
    {
        public bool ByGroup { get; init; }

        /// <summary>Not sent in yet (~ in the file).</summary>
        public bool IsDraft { get; init; }

        /// <summary>Refused by the officer (! in the file).</summary>
        public bool IsRefused { get; init; }
    }

    static readonly Lazy<ILookup<string, Project>> All = new(() => Read().ToLookup(line => line.Round, line => line.Project));

    public static IEnumerable<Project> Of(string round) => All.Value[round];

    static IEnumerable<(string Round, Project Project)> Read()
    {
        using var text = new StreamReader(typeof(DemonstrateProjects).Assembly.GetManifestResourceStream("PB.Web.Demonstration.demonstrate-projects.txt")!);
        var round = "";
        while (text.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                round = line[2..];
            else if (line.Length > 0)
                yield return (round, Parse(line.Split(" | "), text.ReadLine()!));
        }
    }

    static Project Parse(string[] parts, string description) =>
        new(parts[0].TrimStart('~', '!', ' '), description, long.Parse(parts[1], CultureInfo.InvariantCulture), parts[2], parts[3].TrimStart('*'),
            int.Parse(parts[4], CultureInfo.InvariantCulture))
        {
            ByGroup = parts[3].StartsWith('*'),
            IsDraft = parts[0].StartsWith('~'),
            IsRefused = parts[0].StartsWith('!'),
        };
}
