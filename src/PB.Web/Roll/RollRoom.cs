using PB.Roll;

namespace PB.Web.Roll;

static class RollRoom
{
    public static void AddRoll(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Sightings>();
        builder.Services.AddHostedService<WriteSightings>();
    }
}
