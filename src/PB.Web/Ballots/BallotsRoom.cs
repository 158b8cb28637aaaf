using PB.Ballots;

namespace PB.Web.Ballots;

static class BallotsRoom
{
    public static void AddBallots(this WebApplicationBuilder builder)
    {
        var folder = builder.Configuration["PB:KeyFolder"] ?? Path.Combine(builder.Environment.ContentRootPath, "keys");
        builder.Services.AddSingleton(new RoundKeys(folder));
        builder.Services.AddSingleton<KeptChoices>();
        builder.Services.AddMemoryCache();
        builder.Services.AddScoped<BusyRounds>();
        builder.Services.AddScoped<BallotGate>();
        builder.Services.AddScoped<BallotLog>();
        builder.Services.AddSingleton<LogTrees>();
        builder.Services.AddScoped<ReceiptCheck>();
        builder.Services.AddScoped<BallotNotices>();
        builder.Services.AddSingleton<BallotTray>();
        builder.Services.AddScoped<BallotSlot>();
        builder.Services.AddScoped<BallotBox>();
        builder.Services.AddScoped<PollingStation>().AddScoped<TakingBack>().AddScoped<BallotOwners>();
        builder.Services.AddSingleton<NumberLetters>().AddScoped<NumberDraw>();
        builder.Services.AddScoped<Rehearsal>().AddScoped<RehearsalCrew>();
    }
}
