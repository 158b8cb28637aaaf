using PB.Web.Data;
using PB.Web.Demonstration;
using PB.Web.Neighbourhoods;
using PB.Web.People;
using PB.Web.Proposals;
using PB.Web.Roll;
using PB.Web.Rounds;

namespace PB.Web;

/// <summary>What the program can be asked to do instead of serving the site.</summary>
static class Subcommands
{
    static readonly Dictionary<string, Func<WebApplication, string[], Task<int>>> All = new()
    {
        ["import"] = ElectionImportCommand.RunAsync,
        ["register"] = RegisterCommand.RunAsync,
        ["postcodes"] = PostcodesCommand.RunAsync,
        ["proposals"] = ProposalsCommand.RunAsync,
        ["check"] = CheckCommand.RunAsync,
        ["migrate"] = (app, _) => Migration.RunAsync(app),
        ["create-administrator"] = CreateAdministrator.RunAsync,
        ["demonstrate"] = (app, _) => Demonstrate.RunAsync(app),
        ["sign-ins"] = (_, _) => SignIns.PrintAsync(),
        ["healthcheck"] = (app, _) => Health.AskAsync(app),
    };

    /// <returns>The exit code of the subcommand; null when the site is to be served.</returns>
    public static async Task<int?> RunAsync(WebApplication app, string[] args)
    {
        if (args is not [var name, ..] || name.StartsWith('-') || name == "serve")
            return null;
        if (All.TryGetValue(name, out var subcommand))
            return await subcommand(app, args[1..]);

        await Console.Error.WriteLineAsync($"There is no '{name}'. There are: serve, {string.Join(", ", All.Keys)}.");
        return 2;
    }
}
