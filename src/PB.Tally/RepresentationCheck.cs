using System.Numerics;

namespace PB.Tally;

/// <summary>EJR+ up to one project, project after project.</summary>
sealed class RepresentationCheck
{
    readonly Profile profile;
    readonly bool[] funded;
    readonly Satisfaction satisfaction;
    readonly Int128[] has;

    public RepresentationCheck(Profile profile, bool[] funded, Satisfaction satisfaction)
    {
        (this.profile, this.funded, this.satisfaction) = (profile, funded, satisfaction);
        has = new Int128[profile.Groups];
        for (var group = 0; group < has.Length; group++)
        {
            var listed = profile.Listed(group);
            var values = profile.Values(group);
            for (var i = 0; i < listed.Length; i++)
                if (funded[listed[i]]) has[group] += Worth(listed[i], values[i]);
        }
    }

    public IEnumerable<Unrepresented> Run() =>
        Enumerable.Range(0, funded.Length).Where(position => !funded[position] && profile.Cost(position) > 0).Select(Worst).OfType<Unrepresented>();

    long Worth(int position, long value) => satisfaction switch
    {
        Satisfaction.Cost => profile.Cost(position),
        Satisfaction.Cardinality => 1,
        Satisfaction.Points or Satisfaction.Borda => Math.Max(0, value),
    };

    // Of a given size the least satisfied are hardest to satisfy, so only groups up to some satisfaction have to be looked at.
    Unrepresented? Worst(int position)
    {
        var (start, end) = (profile.SupporterStart[position], profile.SupporterStart[position + 1]);
        var supporters = Enumerable.Range(start, end - start)
            .Select(i => (Group: profile.SupporterGroup[i], Worth: Worth(position, profile.SupporterValue[i])))
            .OrderBy(supporter => has[supporter.Group]).ToArray();
        Unrepresented? worst = null;
        foreach (var worth in supporters.Select(supporter => supporter.Worth).Where(worth => worth > 0).Distinct())
        {
            var size = 0;
            for (var i = 0; i < supporters.Length; i++)
            {
                if (supporters[i].Worth < worth) continue;
                size += profile.Times[supporters[i].Group];
                if (IsShort(position, size, worth, has[supporters[i].Group])) worst = Worse(worst, Found(position, size, worth, has[supporters[i].Group]));
            }
        }
        return worst;
    }

    bool IsShort(int position, int size, long worth, Int128 most)
    {
        var (share, price) = ((BigInteger)size * profile.Budget, (BigInteger)profile.Ballots * profile.Cost(position));
        return share >= price && (most + worth) * price <= share * worth;
    }

    Unrepresented Found(int position, int size, long worth, Int128 most) => new(
        profile.Number(position), size, worth, (BigInteger)most, new((BigInteger)size * profile.Budget * worth, (BigInteger)profile.Ballots * profile.Cost(position)));

    static Unrepresented Worse(Unrepresented? one, Unrepresented other) =>
        one is not { } first || (other.Due - other.Satisfaction) / other.Worth > (first.Due - first.Satisfaction) / first.Worth ? other : first;
}
