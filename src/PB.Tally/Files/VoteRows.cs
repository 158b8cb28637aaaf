// Longer than the house allows: each way in which a vote can be wrong is said where the vote is read.
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace PB.Tally.Files;

/// <summary>Reads VOTES.</summary>
sealed class VoteRows
{
    readonly Section section;
    readonly VoteType type;
    readonly Remarks remarks;
    readonly IdTable projects;
    readonly Promises promises;
    readonly int voter, vote, points;
    readonly int[] others;
    readonly string[] lastCells;
    readonly VoterIds voters = new();
    readonly PointsScale scale = new();
    // What the present vote lists, and at which places of its list stands what could not be read.
    int[] listed = new int[16];
    int[][] alone = [];
    readonly List<int> lost = [];
    PabulibVote[] votes;
    int count;

    VoteRows(Section section, ProjectRows projects, Promises promises, VoteContext context)
    {
        (this.section, this.promises, this.projects, type, remarks) = (section, promises, projects.Ids, context.Meta.VoteType, context.Remarks);
        (voter, vote, points) = (section.Find("voter_id"), section.Find("vote"), section.Find("points"));
        others = context.KeepsCells ? [.. Enumerable.Range(0, section.Names.Count).Where(column => column != voter && column != vote && column != points)] : [];
        lastCells = new string[others.Length];
        Array.Fill(lastCells, "");
        votes = new PabulibVote[1 << 10];
        while (section.Next()) Add(Vote());
        context.Meta.CheckCount("num_votes", "VOTES", count, section.Line);
        if (HasPoints(type)) scale.Check();
        promises.Conclude(remarks);
        Array.Resize(ref votes, count);
    }

    public ImmutableArray<PabulibVote> Votes => ImmutableCollectionsMarshal.AsImmutableArray(votes);

    public ImmutableArray<string> Header => [.. section.Names];

    /// <summary>Reads the section behind its title, up to the end of the file.</summary>
    public static VoteRows Read(Rows rows, ProjectRows projects, VoteContext context)
    {
        var section = HasPoints(context.Meta.VoteType)
            ? Section.Open(rows, context.Remarks, "VOTES", null, "voter_id", "vote", "points")
            : Section.Open(rows, context.Remarks, "VOTES", null, "voter_id", "vote");
        return new(section, projects, new(context.Meta, projects.Projects), context);
    }

    public static bool HasPoints(VoteType type) => type is VoteType.Cumulative or VoteType.Scoring;

    void Add(in PabulibVote row)
    {
        if (count == votes.Length) Array.Resize(ref votes, 2 * count);
        votes[count++] = row;
    }

    PabulibVote Vote()
    {
        var id = ReadVoter();
        lost.Clear();
        var chosen = ReadListed();
        var given = points < 0 ? [] : ReadPoints(chosen.Length);
        promises.Look(section.Line, chosen, given);
        return new(id, ImmutableCollectionsMarshal.AsImmutableArray(chosen), given) { Line = section.Line, Cells = ReadCells() };
    }

    string ReadVoter()
    {
        var bytes = section[voter];
        var id = Encoding.UTF8.GetString(bytes);
        if (id.Length > 0 && voters.Add(bytes, id)) return id;
        var (what, advice) = id.Length == 0
            ? ("This vote has no voter_id.", "Give it one.")
            : ($"Two votes have the voter_id {id}.", "Remove one, or give it its own.");
        var better = id.Length == 0 ? $"line {section.Line}" : id;
        var kept = better;
        for (var number = 2; kept == id || !voters.Add(Encoding.UTF8.GetBytes(kept), kept); number++) kept = $"{better} ({number})";
        remarks.Repair(section.Line, what, advice, $"Both were kept; this voter is called '{kept}' here.");
        return kept;
    }

    int[] ReadListed()
    {
        var list = section[vote];
        if (list.IsEmpty || section.Cell(vote).IsEmpty && projects.Find(list) < 0) return [];
        var places = 0;
        for (var place = 0; ; place++)
        {
            var comma = list.IndexOf((byte)',');
            var position = Find(comma < 0 ? list : list[..comma]);
            if (places == listed.Length) Array.Resize(ref listed, 2 * places);
            if (position >= 0) listed[places++] = position;
            else lost.Add(place);
            if (comma < 0) break;
            list = list[(comma + 1)..];
        }
        if (type == VoteType.ChooseOne && listed.AsSpan(0, places) is { Length: > 1 } several && several.ContainsAnyExcept(several[0])) places = OnlyOne(places);
        return places == 1 ? Alone(listed[0]) : listed.AsSpan(0, places).ToArray();
    }

    // Many votes list one project: they share one list for each.
    int[] Alone(int position)
    {
        if (alone.Length <= position) Array.Resize(ref alone, 2 * position + 16);
        return alone[position] ??= [position];
    }

    int Find(ReadOnlySpan<byte> id)
    {
        var position = projects.Find(id);
        if (position < 0) position = projects.Find(id = Rows.Trim(id));
        if (position >= 0) return position;
        var (what, advice, how) = id.IsEmpty
            ? ("The list of projects in this vote has an empty place.", "Remove the extra comma.", "The empty place was left out.")
            : ($"This vote chooses project '{Encoding.UTF8.GetString(id)}', which PROJECTS does not have.", "Correct the vote, or add the project.", "The vote counts without it.");
        remarks.Repair(section.Line, what, advice, how);
        return -1;
    }

    int OnlyOne(int places)
    {
        var what = $"This vote chooses {places} projects, but vote_type choose-1 allows one.";
        remarks.Repair(section.Line, what, "Correct the vote, or the vote_type.", "The first counts.");
        return 1;
    }

    ImmutableArray<decimal> ReadPoints(int expected)
    {
        var list = section.Cell(points);
        if (list.IsEmpty && (expected + lost.Count == 0 || !HasPoints(type))) return [];
        var numbers = list.IsEmpty ? 0 : list.Count((byte)',') + 1;
        if (numbers != expected + lost.Count && !Misfit(numbers, expected)) return [];
        var given = new decimal[expected];
        var places = 0;
        for (var place = 0; places < expected; place++)
        {
            var comma = list.IndexOf((byte)',');
            var number = comma < 0 ? list : list[..comma];
            if (!lost.Contains(place)) given[places++] = place < numbers ? ReadNumber(number) : 0;
            list = comma < 0 ? [] : list[(comma + 1)..];
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(given);
    }

    // In files where points decide nothing, a list that does not fit is only worth a remark; says whether to read it.
    bool Misfit(int numbers, int expected)
    {
        var what = $"This vote gives {numbers} points to {expected + lost.Count} projects.";
        if (HasPoints(type)) remarks.Repair(section.Line, what, "Give each project its points.", "Points too many were left out; projects without points got 0.");
        else remarks.Warn(section.Line, what, "In a file of this vote_type points do not count; those of this vote were left out.");
        return HasPoints(type);
    }

    decimal ReadNumber(ReadOnlySpan<byte> text)
    {
        text = Rows.Trim(text);
        if (Amount.TryReadPoints(text, out var number))
        {
            scale.Look(number, section.Line);
            return number;
        }
        var what = $"The points '{Encoding.UTF8.GetString(text)}' are not a number of at most 10^12 with at most 12 decimals.";
        if (HasPoints(type)) remarks.Repair(section.Line, what, "Write digits, with a point before decimals.", "They were read as 0.");
        else remarks.Warn(section.Line, what, "In a file of this vote_type points do not count; they were read as 0.");
        return 0;
    }

    // The same few answers come again and again: one text for each is enough.
    ImmutableArray<string> ReadCells()
    {
        if (others.Length == 0) return [];
        var cells = new string[others.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = section.Cell(others[i]);
            if (cell.Length > 0 && !Ascii.Equals(cell, lastCells[i])) lastCells[i] = Shared(section.Text(others[i]));
            cells[i] = cell.IsEmpty ? "" : lastCells[i];
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(cells);
    }

    readonly HashSet<string> shared = [];

    string Shared(string text)
    {
        if (shared.TryGetValue(text, out var known)) return known;
        if (shared.Count < 4096) shared.Add(text);
        return text;
    }
}
