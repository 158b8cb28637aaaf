using System.Collections.Immutable;

namespace PB.Tally.Files;

/// <summary>An election in the Pabulib format (<c>.pb</c>), the field's exchange format; see pabulib.org/format.</summary>
/// <remarks>
/// One UTF-8 text of three sections, META, PROJECTS and VOTES, each a title, a header and rows with semicolons between fields. Reading is strict: what does not
/// fit the format is an error with its line, and nothing is dropped or repaired silently. Let pass, since common and harmless: a byte order mark, CRLF,
/// no newline at the end, empty lines, blanks around fields and list items, a decimal comma, titles and names of columns in any case, columns in any order,
/// cells <c>None</c> for empty ones in PROJECTS and VOTES, and a project listed twice in a vote. Columns and keys that the format does not name are kept.
/// </remarks>
public sealed record PabulibFile
{
    /// <summary>All of META by key, as text.</summary>
    public required IReadOnlyDictionary<string, string> Meta { get; init; }

    /// <summary>The line of the file, from 1, at which each key of META stands.</summary>
    public IReadOnlyDictionary<string, int> MetaLines { get; init; } = new Dictionary<string, int>();

    /// <summary>What voters were asked for.</summary>
    public required VoteType VoteType { get; init; }

    /// <summary>The currency named by META, or one of two digits called XXX if it names none.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The money to share out, exactly.</summary>
    public required Money Budget { get; init; }

    /// <summary>The projects in the order of the file.</summary>
    public required ImmutableArray<PabulibProject> Projects { get; init; }

    /// <summary>The votes in the order of the file.</summary>
    public required ImmutableArray<PabulibVote> Votes { get; init; }

    /// <summary>The columns of PROJECTS in the order of the file, in small letters.</summary>
    public ImmutableArray<string> ProjectHeader { get; init; } = ["project_id", "cost"];

    /// <summary>The columns of VOTES in the order of the file, in small letters.</summary>
    public ImmutableArray<string> VoteHeader { get; init; } = ["voter_id", "vote"];

    /// <summary>The columns of VOTES of which no count knows: those of <see cref="VoteHeader"/> but <c>voter_id</c>, <c>vote</c> and <c>points</c>.</summary>
    public IEnumerable<string> VoteColumns => VoteHeader.Where(name => name is not ("voter_id" or "vote" or "points"));

    /// <summary>What lenient reading repaired, in the order in which it was found; none after strict reading.</summary>
    public ImmutableArray<PabulibRemark> Repairs { get; init; } = [];

    /// <summary>
    /// What looks wrong and was read as it stands: votes that break what META promises of their length, cost or points, or that list a project twice; votes of a
    /// project in PROJECTS that are not those in VOTES; settings that a count does not know. Votes of one kind make one remark, at the first of them.
    /// </summary>
    public ImmutableArray<PabulibRemark> Warnings { get; init; } = [];

    /// <summary>Reads a file to its end.</summary>
    /// <param name="stream">The bytes of the file; read forward once, in blocks, and not closed.</param>
    /// <param name="reading">How to read it; by default strictly.</param>
    /// <exception cref="PabulibException">The file is not in the format; the error names the line, the reason and what to do.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static PabulibFile Read(Stream stream, PabulibReading? reading = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new FileReader(reading ?? new()).Read(stream);
    }

    /// <summary>Writes a file that reads again as this one does, but for blanks at the ends of texts.</summary>
    /// <param name="stream">Gets the bytes; not closed.</param>
    /// <remarks>Columns of votes are written only if they were kept in reading: see <see cref="PabulibReading.KeepsCells"/>.</remarks>
    /// <exception cref="InvalidOperationException">It cannot be read again, for example because two projects have one id; the message names what is wrong.</exception>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var rows = new FileRows(this);
        using var writer = new RecordWriter(stream, ';', "\n");
        writer.Write("META");
        writer.Write("key", "value");
        foreach (var (key, value) in rows.Meta()) writer.Write(key, value);
        writer.Write("PROJECTS");
        writer.Write(rows.ProjectHeader);
        foreach (var row in rows.Projects()) writer.Write(row);
        writer.Write("VOTES");
        writer.Write(rows.VoteHeader);
        foreach (var row in rows.Votes()) writer.Write(row);
    }

    /// <summary>
    /// A file of an election. Projects are called by their numbers, voters by theirs from 1 on; a ballot cast several times is written so many times.
    /// </summary>
    /// <param name="election">The election.</param>
    /// <param name="currency">The currency of its money.</param>
    /// <param name="meta">What META is to say besides; a <c>vote_type</c> that suits the ballots is kept.</param>
    /// <param name="names">The projects' names by number; a project without one is written without.</param>
    /// <exception cref="ArgumentException">A ballot lists a number that no project has.</exception>
    public static PabulibFile Of(Election election, Currency currency, IReadOnlyDictionary<string, string> meta, IReadOnlyDictionary<int, string> names)
    {
        ArgumentNullException.ThrowIfNull(election);
        return new ElectionFile(election, meta, names).Make(currency);
    }

    /// <summary>
    /// The file as an election: approvals for <c>approval</c> and <c>choose-1</c>, points for <c>cumulative</c> and <c>scoring</c>, rankings for <c>ordinal</c>.
    /// Points with decimals are all multiplied by the same power of ten, the least that makes them whole; no count changes by that.
    /// </summary>
    /// <param name="order">Which projects get the low numbers: the numbers run from 1 without gaps.</param>
    /// <remarks>A project that a vote leaves out gets nothing, whatever <c>default_score</c> says: that is how the field's reference counts.</remarks>
    public Election ToElection(ProjectOrder order = ProjectOrder.File)
    {
        var positions = PositionsIn(order);
        var election = new FileElection(this, positions);
        return new(Budget, [.. positions.Select((position, i) => new Project(i + 1, Projects[position].Cost))], election.Ballots()) { Kind = election.Kind };
    }

    /// <summary>The projects in the order of their numbers in <see cref="ToElection"/>: number 1 first.</summary>
    /// <param name="order">The order that was asked for.</param>
    public ImmutableArray<PabulibProject> InOrder(ProjectOrder order) => [.. PositionsIn(order).Select(position => Projects[position])];

    int[] PositionsIn(ProjectOrder order)
    {
        var positions = new int[Projects.Length];
        for (var i = 0; i < positions.Length; i++) positions[i] = i;
        if (order == ProjectOrder.Id) Array.Sort(Projects.Select(project => project.Id).ToArray(), positions, CodePointOrder.Instance);
        return positions;
    }
}
