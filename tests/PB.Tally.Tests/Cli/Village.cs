namespace PB.Tally.Tests.Cli;

/// <summary>
/// A village in a file: 9 people share out 900. Five of them want the hall and the road, three the pool and the park, one the bus stop; the park is wanted
/// by everybody of the three, the pool by two.
/// </summary>
sealed class Village : IDisposable
{
    const string Head = "META\nkey;value\ndescription;x\ncountry;UK\nunit;Town\ninstance;2026\nnum_projects;5\nnum_votes;9\nbudget;900\nvote_type;approval\n"
        + "rule;greedy\ndate_begin;2026\ndate_end;2026\ncurrency;GBP\n";

    const string Projects = "PROJECTS\nproject_id;cost;name;category\nH;500;Village hall;culture\nR;400;New road;roads\nP;290;Park;green,sport\nL;200;Pool;sport\nB;120;Bus stop;roads\n";

    const string Votes = "VOTES\nvoter_id;vote\n1;H,R\n2;H,R\n3;H,R\n4;H,R\n5;H\n6;P,L\n7;P,L\n8;P\n9;B\n";

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());

    public Village(Func<string, string>? change = null) => File.WriteAllText(Path, (change ?? (text => text))(Head + Projects + Votes));

    public void Dispose() => File.Delete(Path);
}
