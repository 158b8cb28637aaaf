using System.Globalization;
using System.Text;

namespace PB.Bench;

/// <summary>A Pabulib file of a large city, the same at each run.</summary>
static class GeneratedElection
{
    public const int Voters = 60_000, Projects = 80, Choices = 5;

    public static byte[] File()
    {
        var text = new StringBuilder("META\nkey;value\ndescription;Generated\ncountry;Nowhere\nunit;City\ninstance;2026\n");
        Line(text, $"num_projects;{Projects}\nnum_votes;{Voters}\nbudget;{Projects * 20_000}\nvote_type;approval\nrule;greedy");
        Line(text, $"date_begin;2026\ndate_end;2026\ncurrency;EUR\nPROJECTS\nproject_id;cost;name");
        var dice = 1u;
        for (var project = 0; project < Projects; project++) Line(text, $"P{project:000};{5_000 + Roll(ref dice, 90_000)};Project number {project}");
        Line(text, $"VOTES\nvoter_id;vote;age;sex;voting_method");
        for (var voter = 0; voter < Voters; voter++) Line(text, $"{100_000 + voter};{Chosen(ref dice)};{16 + Roll(ref dice, 80)};F;internet");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // The smaller of two rolls: some projects are far more popular than others, as in life.
    static string Chosen(ref uint dice)
    {
        var chosen = new SortedSet<uint>();
        while (chosen.Count < Choices) chosen.Add(Math.Min(Roll(ref dice, Projects), Roll(ref dice, Projects)));
        return string.Join(',', chosen.Select(project => string.Create(CultureInfo.InvariantCulture, $"P{project:000}")));
    }

    static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    static uint Roll(ref uint dice, uint sides)
    {
        dice ^= dice << 13;
        dice ^= dice >> 17;
        dice ^= dice << 5;
        return dice % sides;
    }
}
