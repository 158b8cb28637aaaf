using Npgsql;
using PB.Web.Look;

namespace PB.Web.Demonstration;

static class DemonstrationRoom
{
    public static void AddDemonstration(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Demonstration>();
        // The banner says what the switch says, and nothing else can.
        builder.Services.AddOptions<SiteOptions>().PostConfigure<Demonstration>((site, demonstration) => site.Demonstration = demonstration.IsOn);
    }

    /// <returns>Whether the site must not start; why has been said.</returns>
    public static async Task<bool> RefusesDemonstrationAsync(this WebApplication app)
    {
        var demonstration = app.Services.GetRequiredService<Demonstration>();
        if (await demonstration.WhyNotStartAsync(app.Services.GetRequiredService<NpgsqlDataSource>()) is not { } reason)
            return false;
        await Console.Error.WriteLineAsync(reason);
        return true;
    }
}
