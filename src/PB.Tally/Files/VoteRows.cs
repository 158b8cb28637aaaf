using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PB.Tally.Files;

/// <summary>Reads VOTES.</summary>
sealed class VoteRows
{
    readonly RecordReader rows;
    readonly VoteType type;
    readonly Header header;
    readonly int voter, vote, points;
    readonly HashSet<string> voters = [];
    readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> positions;

    VoteRows(RecordReader rows, VoteType type, ImmutableArray<PabulibProject> projects)
    {
        (this.rows, this.type) = (rows, type);
        header = HasPoints(type) ? Header.Read(rows, "VOTES", "voter_id", "vote", "points") : Header.Read(rows, "VOTES", "voter_id", "vote");
        (voter, vote, points) = (header.Find("voter_id"), header.Find("vote"), header.Find("points"));
        var byId = new Dictionary<string, int>();
        foreach (var project in projects) byId.Add(project.Id, byId.Count);
        positions = byId.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Reads the section behind its title, up to the end of the file.</summary>
    public static ImmutableArray<PabulibVote> Read(RecordReader rows, MetaRows meta, ImmutableArray<PabulibProject> projects)
    {
        var section = new VoteRows(rows, meta.VoteType, projects);
        var votes = ImmutableArray.CreateBuilder<PabulibVote>();
        while (rows.Read())
            votes.Add(section.header.IsRow() ? section.Vote() : throw rows.Error("VOTES has to be the last section. Remove what follows it."));
        if (votes.Count == meta.Votes) return votes.ToImmutable();
        var reason = $"num_votes is {meta.Votes}, but VOTES has {votes.Count} rows. ";
        throw votes.Count < meta.Votes
            ? rows.Error(reason + "The file may be cut here: get a whole copy, or correct the number.")
            : meta.Error("num_votes", reason + "Correct the number, or remove what does not belong there.");
    }

    static bool HasPoints(VoteType type) => type is VoteType.Cumulative or VoteType.Scoring;

    PabulibVote Vote()
    {
        var id = new string(rows[voter]);
        if (id.Length == 0) throw rows.Error("This vote has no voter_id. Give it one.");
        if (!voters.Add(id)) throw rows.Error($"Two votes have the voter_id {id}. Remove one, or give it its own.");
        var listed = Listed();
        return new(id, ImmutableCollectionsMarshal.AsImmutableArray(listed), points < 0 ? [] : Points(listed.Length)) { Line = rows.Line };
    }

    int[] Listed()
    {
        var list = rows[vote];
        if (list.IsEmpty) return [];
        var listed = new int[list.Count(',') + 1];
        var count = 0;
        foreach (var range in list.Split(','))
        {
            var id = list[range].Trim();
            if (!positions.TryGetValue(id, out listed[count++])) throw Unknown(id);
        }
        if (type == VoteType.ChooseOne && listed.AsSpan().ContainsAnyExcept(listed[0]))
            throw rows.Error($"This vote chooses {listed.Length} projects, but vote_type choose-1 allows one. Correct the vote, or the vote_type.");
        return listed;
    }

    PabulibException Unknown(ReadOnlySpan<char> id) => rows.Error(id.IsEmpty
        ? "The list of projects in this vote has an empty place. Remove the extra comma."
        : $"This vote chooses project '{id}', which PROJECTS does not have. Correct the vote, or add the project.");

    ImmutableArray<decimal> Points(int expected)
    {
        var list = rows[points];
        if (list.IsEmpty && (expected == 0 || !HasPoints(type))) return [];
        var given = new decimal[list.Count(',') + 1];
        if (given.Length != expected) throw rows.Error($"This vote gives {given.Length} points to {expected} projects. Give each project its points.");
        var count = 0;
        foreach (var range in list.Split(','))
            if (!Amount.TryReadPoints(list[range].Trim(), out given[count++]))
                throw rows.Error($"The points '{list[range]}' are not a number. Write digits, with a point before decimals.");
        return ImmutableCollectionsMarshal.AsImmutableArray(given);
    }
}
