using System.Text.Json;
using PB.Tests.Town;

namespace PB.Tests.Grants;

/// <summary>The worked numbers of the youth council's grants, where there are any: the folder PB_GRANTS, or shared/grants beside the checkout.</summary>
static class WorkedNumbers
{
    public static JsonElement Of(string name)
    {
        var file = Path.Combine(Environment.GetEnvironmentVariable("PB_GRANTS") ?? Path.Combine(Server.Root, "..", "shared", "grants"), "marking.json");
        Assert.SkipUnless(File.Exists(file), "No worked numbers here: set PB_GRANTS to the folder of marking.json.");
        return JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty(name);
    }
}
