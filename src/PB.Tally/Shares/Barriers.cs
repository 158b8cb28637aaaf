namespace PB.Tally.Shares;

/// <summary>Which projects a run may still buy, whatever it costs: undecided, with support and votes, no rival bought, no area full.</summary>
sealed class Barriers
{
    readonly Rule rule;
    readonly Profile profile;
    readonly bool[] isClosed;
    readonly long[] roomOf;

    public Barriers(Contest contest, Electorate electorate)
    {
        (rule, profile) = (contest.Rule, contest.Profile);
        isClosed = [.. Enumerable.Range(0, profile.Projects.Length).Select(position => electorate.Supporters[position] == 0 || !IsEligible(contest, position))];
        roomOf = [.. Enumerable.Range(0, rule.Areas.Length).Select(contest.RoomIn)];
    }

    Barriers(Barriers other) => (rule, profile, isClosed, roomOf) = (other.rule, other.profile, [.. other.isClosed], [.. other.roomOf]);

    public bool IsOpen(int position) => !isClosed[position];

    public Barriers Copy() => new(this);

    /// <summary>Takes a project out of the race.</summary>
    public void Close(int position) => isClosed[position] = true;

    /// <summary>Takes a bought project out, and all that cannot be bought beside it.</summary>
    public void Buy(int position)
    {
        Close(position);
        var number = profile.Number(position);
        foreach (var group in rule.ExclusiveGroups)
            if (group.Contains(number))
                foreach (var rival in group) Close(profile.PositionOf(rival));
        for (var area = 0; area < roomOf.Length; area++)
            if (rule.Areas[area].Numbers.Contains(number)) Fill(area, profile.Cost(position));
    }

    static bool IsEligible(Contest contest, int position) =>
        contest.IsUndecided(position) && contest.WantOfVotes(position) is null && contest.Barrier(position) is null;

    void Fill(int area, long cost)
    {
        if (roomOf[area] == long.MaxValue) return;
        roomOf[area] -= cost;
        foreach (var number in rule.Areas[area].Numbers)
            if (profile.Cost(profile.PositionOf(number)) > roomOf[area]) Close(profile.PositionOf(number));
    }
}
