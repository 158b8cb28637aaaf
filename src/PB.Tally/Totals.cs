namespace PB.Tally;

/// <summary>What all voters together find each project worth: s(p), exactly.</summary>
static class Totals
{
    /// <summary>By position in the profile; cost in minor units.</summary>
    public static Int128[] Of(Profile profile, Satisfaction satisfaction)
    {
        if (!profile.Knows(satisfaction)) throw new ArgumentException($"The ballots do not tell the satisfaction {satisfaction}.");
        var totals = new Int128[profile.Projects.Length];
        for (var position = 0; position < totals.Length; position++)
            totals[position] = satisfaction switch
            {
                Satisfaction.Cost => (Int128)profile.Votes[position] * profile.Cost(position),
                Satisfaction.Cardinality => profile.Votes[position],
                Satisfaction.Points or Satisfaction.Borda => Listed(profile, position),
            };
        return totals;
    }

    static Int128 Listed(Profile profile, int position)
    {
        var sum = (Int128)0;
        for (var i = profile.SupporterStart[position]; i < profile.SupporterStart[position + 1]; i++)
            sum += (Int128)profile.SupporterValue[i] * profile.Times[profile.SupporterGroup[i]];
        return sum;
    }
}
