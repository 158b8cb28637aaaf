using PB.Jobs;

namespace PB.Web.Jobs;

static class JobsRoom
{
    public static void AddJobs(this WebApplicationBuilder builder)
    {
        foreach (var line in Timetable.Lines)
            builder.Services.AddScoped(line.Job);
        builder.Services.AddScoped<JobBook>();
        builder.Services.AddSingleton<JobRunner>();

        switch (builder.Configuration["Jobs:Engine"] ?? "quartz")
        {
            case "quartz":
                builder.Services.AddQuartzEngine();
                break;
            case "none":
                builder.Services.AddSingleton<IClockwork, HandClockwork>();
                break;
            case var other:
                throw new InvalidOperationException($"Jobs:Engine is '{other}'. It has to be quartz or none.");
        }
    }
}
