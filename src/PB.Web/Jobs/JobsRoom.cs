using PB.Jobs;

namespace PB.Web.Jobs;

static class JobsRoom
{
    public static void AddJobs(this WebApplicationBuilder builder)
    {
        foreach (var job in Timetable.Lines)
            builder.Services.AddScoped(job.Job);
    }
}
