namespace PB.Tests.Elections;

/// <summary>Real elections, where there are any: the folder PB_ELECTIONS, or shared/tally/pb in some folder above.</summary>
static class ElectionFolder
{
    static readonly string? Folder = Environment.GetEnvironmentVariable("PB_ELECTIONS") ?? Above(AppContext.BaseDirectory);

    public static IEnumerable<string> Names => Folder is null ? []
        : Directory.EnumerateFiles(Folder, "*.pb").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public static string PathOf(string name)
    {
        Assert.SkipWhen(Folder is null, "No real elections here: set PB_ELECTIONS to a folder of .pb files with their .expected.json.");
        return Path.Combine(Folder, name + ".pb");
    }

    static string? Above(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
            if (Path.Combine(folder, "shared", "tally", "pb") is var elections && Directory.Exists(elections))
                return elections;
        return null;
    }
}
