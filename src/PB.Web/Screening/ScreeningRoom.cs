using PB.Screening;

namespace PB.Web.Screening;

static class ScreeningRoom
{
    public static void AddScreening(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ScreeningLetters>();
        builder.Services.AddSingleton<MendingLetters>();
        builder.Services.AddSingleton<LateLetters>();
        builder.Services.AddSingleton<DecisionWords>();
        builder.Services.AddScoped<ScreeningDesk>();
        builder.Services.AddScoped<ScreeningTable>();
        builder.Services.AddScoped<ScreeningDoor>();
        builder.Services.AddScoped<Dispatch>();
        builder.Services.AddScoped<AssignmentDesk>();
        builder.Services.AddScoped<MendingDesk>();
        builder.Services.AddScoped<Recusal>();
        builder.Services.AddScoped<DecisionPublication>();
        builder.Services.AddScoped<AppealJudges>().AddScoped<AppealDesk>();
        builder.Services.AddSingleton<ShortlistLetters>().AddScoped<ShortlistDesk>().AddScoped<ShortlistTable>();
        builder.Services.AddScoped<AppealsTable>();
        builder.Services.AddScoped<ExclusionTools>();
    }
}
