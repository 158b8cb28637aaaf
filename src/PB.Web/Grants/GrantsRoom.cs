using PB.Grants;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.Web.Grants.Awards;
using PB.Web.Grants.Care;

namespace PB.Web.Grants;

static class GrantsRoom
{
    public static void AddGrants(this WebApplicationBuilder builder)
    {
        var folder = builder.Configuration["PB:KeyFolder"] ?? Path.Combine(builder.Environment.ContentRootPath, "keys");
        builder.Services.AddSingleton(new GrantKeys(folder));
        builder.Services.AddSingleton<PanelAges>();
        builder.Services.AddScoped<Roster>();
        builder.Services.AddScoped<PotBook>();
        builder.AddAwards();
        builder.AddCare();
    }
}
