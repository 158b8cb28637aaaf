using PB.Screening;

namespace PB.Web.Screening;

static class ScreeningRoom
{
    public static void AddScreening(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ScreeningLetters>();
        builder.Services.AddScoped<ScreeningDesk>();
        builder.Services.AddScoped<ScreeningTable>();
    }
}
