namespace PB.Tally;

/// <summary>Checks the options that all rules have against an election.</summary>
static class ContestChecks
{
    public static void Check(Rule rule, Profile profile)
    {
        if (rule.MinimumVotes < 0) throw new ArgumentException($"The minimum of votes is {rule.MinimumVotes}; it has to be 0 or more.");
        foreach (var number in rule.ExclusiveGroups.SelectMany(group => group)) Find(profile, number, "An exclusive group");
        foreach (var area in rule.Areas) Check(area, profile);
        foreach (var number in rule.Beforehand.Select(beforehand => beforehand.Number)) Find(profile, number, "A decision beforehand");
        var twice = rule.Beforehand.CountBy(beforehand => beforehand.Number).FirstOrDefault(pair => pair.Value > 1);
        if (twice.Value > 1) throw new ArgumentException($"There are two decisions beforehand about project {twice.Key}.");
        var promised = rule.Beforehand.Where(beforehand => beforehand.IsFunded).Sum(beforehand => profile.Cost(profile.PositionOf(beforehand.Number)));
        if (promised > profile.Budget) throw new ArgumentException($"The projects funded beforehand cost {promised}, more than the budget of {profile.Budget}.");
    }

    static void Check(Area area, Profile profile)
    {
        foreach (var number in area.Numbers) Find(profile, number, $"The area {area.Name}");
        if (area.MinimumVotes < 0) throw new ArgumentException($"The minimum of votes in {area.Name} is {area.MinimumVotes}; it has to be 0 or more.");
        if (area.AtLeast.IsNegative || area.AtMost is { IsNegative: true }) throw new ArgumentException($"A limit of {area.Name} is below zero.");
        if (area.AtMost < area.AtLeast) throw new ArgumentException($"More is set aside for {area.Name} than it may get.");
    }

    static void Find(Profile profile, int number, string who)
    {
        if (profile.PositionOf(number) < 0) throw new ArgumentException($"{who} names project {number}, which is not in the election.");
    }
}
