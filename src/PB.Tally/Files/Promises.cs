using System.Collections.Immutable;
using System.Globalization;

namespace PB.Tally.Files;

/// <summary>What META promises of every vote. Cities keep votes that break it, so that it is worth a warning and not an error; such votes count in full.</summary>
sealed class Promises
{
    readonly ImmutableArray<PabulibProject> projects;
    readonly MetaRows meta;
    readonly bool hasPoints;
    readonly decimal? minLength, maxLength, minCost, maxCost, minPoints, maxPoints, minSum, maxSum;
    readonly int[] lastSeen, counted;
    readonly List<(string What, int Line)> unreadable = [];
    readonly Dictionary<string, (int Votes, int Line)> broken = [];
    int votes;

    public Promises(MetaRows meta, ImmutableArray<PabulibProject> projects)
    {
        (this.meta, this.projects, hasPoints) = (meta, projects, VoteRows.HasPoints(meta.VoteType));
        (lastSeen, counted) = (new int[projects.Length], new int[projects.Length]);
        (minLength, maxLength) = (Number("min_length"), Number("max_length"));
        (minCost, maxCost) = (Number("min_sum_cost"), Number("max_sum_cost"));
        (minPoints, maxPoints, minSum, maxSum) = (Number("min_points"), Number("max_points"), Number("min_sum_points"), Number("max_sum_points"));
        if (Number("default_score") is { } score && score != 0 && meta.VoteType == VoteType.Scoring)
            unreadable.Add(($"default_score is {score}.", meta.LineOf("default_score")));
    }

    /// <summary>Looks at a vote.</summary>
    public void Look(int line, ReadOnlySpan<int> listed, ImmutableArray<decimal> points)
    {
        var (different, cost) = (0, 0L);
        votes++;
        foreach (var position in listed)
        {
            counted[position]++;
            if (lastSeen[position] == votes) continue;
            lastSeen[position] = votes;
            different++;
            cost = unchecked(cost + projects[position].Cost.MinorUnits);
        }
        if (different < listed.Length) Note("list a project more than once", line);
        if (different == 0) return;
        if (different < minLength) Note($"list fewer projects than min_length {minLength}", line);
        if (different > maxLength) Note($"list more projects than max_length {maxLength}", line);
        if (minCost is not null || maxCost is not null) LookAtCost(line, cost / (decimal)meta.Currency.MinorPerMajor);
        if (hasPoints) LookAtPoints(line, points);
    }

    /// <summary>Says which promises were broken how often.</summary>
    public void Conclude(Remarks remarks)
    {
        foreach (var (what, line) in unreadable) remarks.Warn(line, what, "Votes were read without regard to it.");
        foreach (var (what, (times, line)) in broken)
            remarks.Warn(line, $"{times} vote(s) {what}; the first is here.", "They count all the same, each project once.");
        for (var i = 0; i < projects.Length; i++) LookAtVotes(projects[i], counted[i], remarks);
    }

    void LookAtCost(int line, decimal cost)
    {
        if (cost < minCost) Note($"list projects for less than min_sum_cost {minCost}", line);
        if (cost > maxCost) Note($"list projects for more than max_sum_cost {maxCost}", line);
    }

    void LookAtPoints(int line, ImmutableArray<decimal> points)
    {
        var sum = 0m;
        foreach (var given in points)
        {
            sum += given;
            if (given < minPoints) Note($"give a project fewer points than min_points {minPoints}", line);
            if (given > maxPoints) Note($"give a project more points than max_points {maxPoints}", line);
        }
        if (sum < minSum) Note($"give fewer points in all than min_sum_points {minSum}", line);
        if (sum > maxSum) Note($"give more points in all than max_sum_points {maxSum}", line);
    }

    // Cities count a project as often as a vote lists it.
    static void LookAtVotes(PabulibProject project, int counted, Remarks remarks)
    {
        if (!project.Columns.TryGetValue("votes", out var text) || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var votes)) return;
        if (votes != counted) remarks.Warn(project.Line, $"Project {project.Id} has {votes} votes here, but VOTES lists it {counted} times.", "The votes in VOTES count.");
    }

    void Note(string what, int line) => broken[what] = broken.TryGetValue(what, out var before) ? (before.Votes + 1, before.Line) : (1, line);

    decimal? Number(string key)
    {
        if (!meta.Values.TryGetValue(key, out var text) || text.Length == 0 || text.Equals("none", StringComparison.OrdinalIgnoreCase)) return null;
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number;
        unreadable.Add(($"{key} is '{text}', which is not a number.", meta.LineOf(key)));
        return null;
    }
}
