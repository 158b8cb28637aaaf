using PB.Tally;
using PB.Tally.Files;

namespace PB.Bench;

/// <summary>Writes a generated election as a Pabulib file, so that it can be tried through <c>ops/pb</c>.</summary>
/// <remarks><c>write budapest|million FILE.pb</c></remarks>
static class GeneratedFile
{
    public static void Write(string name, string path)
    {
        var election = name == "budapest" ? GeneratedTown.LikeBudapest() : GeneratedTown.Million();
        var meta = new Dictionary<string, string>
        {
            ["description"] = $"Generated: {name}",
            ["country"] = "Worldwide",
            ["unit"] = "Nowhere",
            ["instance"] = "2026",
            ["rule"] = "unknown",
            ["date_begin"] = "2026",
            ["date_end"] = "2026",
        };
        using var stream = File.Create(path);
        PabulibFile.Of(election, Currency.Of("EUR"), meta, new Dictionary<int, string>()).Write(stream);
    }
}
