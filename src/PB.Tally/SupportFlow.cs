// Longer than the house allows: a maximum flow is one piece; its parts share the residual network.
namespace PB.Tally;

/// <summary>
/// How the costs of projects can be spread over their supporters so that nobody carries more than a limit: a flow from projects to groups of voters,
/// kept and added to as projects and limits are added.
/// </summary>
/// <remarks>
/// Money is counted in parts of 1/M of a minor unit, M being the square of the number of ballots, plus one; the limit of a load is rounded
/// up to the next part. That decides exactly: the best load is a cost divided by a number of voters; two different such numbers differ by at least
/// 1 / ballots², which is more than one part, so none lies between a load of this form and its limit.
/// </remarks>
sealed class SupportFlow
{
    readonly Profile profile;
    readonly Int128 parts;
    readonly Int128 ceiling;
    readonly bool isSmall;
    readonly int[] times;
    readonly int[] startOf;
    readonly int[] entryOf;
    readonly int[] projectOf;
    readonly Int128[] carried;
    readonly Int128[] together;
    readonly int[] levelOfProject;
    readonly int[] levelOfGroup;
    readonly int[] nextArc;
    readonly int[] nextEntry;
    readonly Queue<int> queue = new();
    readonly Stack<(int Entry, Int128 Before)> changes = new();
    readonly Stack<(int Group, Int128 Before)> loadings = new();
    Int128 limit;
    int tried = -1;

    public SupportFlow(Profile profile)
    {
        this.profile = profile;
        parts = (Int128)profile.Ballots * profile.Ballots + 1;
        ceiling = profile.Budget * parts;
        times = profile.Times.ToArray();
        isSmall = ceiling < Int128.MaxValue / 2 / Math.Max(1, profile.Ballots);
        (startOf, projectOf) = (new int[profile.Groups + 1], new int[profile.SupporterGroup.Length]);
        entryOf = new int[projectOf.Length];
        LayOut();
        (carried, together) = (new Int128[projectOf.Length], new Int128[profile.Groups]);
        (levelOfProject, nextArc) = (new int[profile.Projects.Length], new int[profile.Projects.Length]);
        (levelOfGroup, nextEntry) = (new int[profile.Groups], new int[profile.Groups]);
    }

    /// <summary>For each project whether it was among those that set the load found last, if that was above the one given.</summary>
    public bool[] Heaviest => [.. levelOfProject.Select(level => level >= 0)];

    /// <summary>
    /// The lowest load, at least the given one, with which this project can be added to those kept before; it gives up at a load above the other, and then
    /// the result is a bound.
    /// </summary>
    public SupportLoad Try(int project, SupportLoad atLeast, SupportLoad enough)
    {
        Undo();
        tried = project;
        var (load, rest) = (atLeast, profile.Cost(project) * parts);
        while (load.CompareTo(enough) <= 0)
        {
            limit = Int128.Min(load.Cost * parts / load.Voters + 1, ceiling);
            while (rest > 0 && Reach(project)) rest -= Push(project, rest);
            if (rest == 0) break;
            load = Reached();
        }
        return load;
    }

    /// <summary>What the voters who listed any of these would each carry of their costs.</summary>
    public SupportLoad LoadOf(bool[] projects)
    {
        var (cost, voters) = (0L, 0);
        for (var project = 0; project < projects.Length; project++)
            if (projects[project]) cost += profile.Cost(project);
        for (var group = 0; group < times.Length; group++)
            for (var entry = startOf[group]; entry < startOf[group + 1]; entry++)
                if (projects[projectOf[entry]])
                {
                    voters += times[group];
                    break;
                }
        return new(cost, voters);
    }

    /// <summary>Adds a project, with the load that was found for it, for good.</summary>
    public void Keep(int project, SupportLoad load)
    {
        if (tried != project) Try(project, load, load);
        changes.Clear();
        loadings.Clear();
    }

    void Undo()
    {
        while (changes.TryPop(out var change)) carried[change.Entry] = change.Before;
        while (loadings.TryPop(out var loading)) together[loading.Group] = loading.Before;
    }

    void LayOut()
    {
        var next = profile.SupporterStart.AsSpan()[..^1].ToArray();
        for (var group = 0; group < profile.Groups; group++)
        {
            var entry = startOf[group];
            foreach (var project in profile.Listed(group))
            {
                projectOf[entry] = project;
                entryOf[next[project]++] = entry++;
            }
            startOf[group + 1] = entry;
        }
    }

    // Breadth first from the project: true if some voters that can be reached have room left; the levels lead to the nearest of them.
    bool Reach(int project)
    {
        Array.Fill(levelOfProject, -1);
        Array.Fill(levelOfGroup, -1);
        queue.Clear();
        queue.Enqueue(project);
        levelOfProject[project] = 0;
        var nearest = int.MaxValue;
        while (queue.TryDequeue(out var from) && levelOfProject[from] < nearest)
            for (var arc = profile.SupporterStart[from]; arc < profile.SupporterStart[from + 1]; arc++)
                if (Visit(profile.SupporterGroup[arc], levelOfProject[from] + 1)) nearest = levelOfProject[from] + 1;
        profile.SupporterStart.AsSpan()[..^1].CopyTo(nextArc);
        startOf.AsSpan()[..^1].CopyTo(nextEntry);
        return nearest < int.MaxValue;
    }

    bool Visit(int group, int level)
    {
        if (levelOfGroup[group] >= 0) return false;
        levelOfGroup[group] = level;
        if (Room(group) > 0) return true;
        for (var entry = startOf[group]; entry < startOf[group + 1]; entry++)
            if (carried[entry] > 0 && levelOfProject[projectOf[entry]] < 0)
            {
                levelOfProject[projectOf[entry]] = level + 1;
                queue.Enqueue(projectOf[entry]);
            }
        return false;
    }

    // Nobody can be given more than the whole budget. Only numbers beyond any real election need the division to stay in range.
    Int128 Room(int group) => (isSmall || limit <= ceiling / times[group] ? limit * times[group] : ceiling) - together[group];

    // Depth first along the levels: how much of the amount found voters.
    Int128 Push(int project, Int128 amount)
    {
        var rest = amount;
        for (ref var arc = ref nextArc[project]; arc < profile.SupporterStart[project + 1]; arc++)
        {
            var group = profile.SupporterGroup[arc];
            if (levelOfGroup[group] != levelOfProject[project] + 1) continue;
            var taken = Take(group, rest);
            if (taken > 0) Change(entryOf[arc], taken);
            rest -= taken;
            if (rest == 0) break;
        }
        return amount - rest;
    }

    // The group takes of the amount what it has room for, or else what it can hand back to other projects.
    Int128 Take(int group, Int128 amount)
    {
        var room = Int128.Min(amount, Room(group));
        if (room > 0) Load(group, room);
        var rest = amount - Int128.Max(room, 0);
        for (ref var entry = ref nextEntry[group]; rest > 0 && entry < startOf[group + 1]; entry++)
        {
            if (carried[entry] == 0 || levelOfProject[projectOf[entry]] != levelOfGroup[group] + 1) continue;
            var handed = Push(projectOf[entry], Int128.Min(rest, carried[entry]));
            if (handed > 0) Change(entry, -handed);
            rest -= handed;
            if (rest == 0) break;
        }
        return amount - rest;
    }

    void Change(int entry, Int128 by)
    {
        changes.Push((entry, carried[entry]));
        carried[entry] += by;
    }

    void Load(int group, Int128 by)
    {
        loadings.Push((group, together[group]));
        together[group] += by;
    }

    // Nobody that the project reaches has room left: the projects reached are too much for their supporters together.
    SupportLoad Reached()
    {
        var (cost, voters) = (0L, 0);
        for (var project = 0; project < levelOfProject.Length; project++)
            if (levelOfProject[project] >= 0) cost += profile.Cost(project);
        for (var group = 0; group < levelOfGroup.Length; group++)
            if (levelOfGroup[group] >= 0) voters += times[group];
        return new(cost, voters);
    }
}
