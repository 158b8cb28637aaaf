using PB.Jobs;
using Quartz;

namespace PB.Web.Jobs;

/// <summary>Puts every line of the timetable on Quartz. The only place, with its neighbours of the same name, that knows Quartz.</summary>
static class QuartzEngine
{
    public static void AddQuartzEngine(this IServiceCollection services)
    {
        services.AddSingleton<IClockwork, QuartzClockwork>();
        services.AddSingleton<QuartzAlarms>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options =>
            {
                options.InstanceName = "PB";
                options.InstanceId = JobBook.Machine;
                // How soon a process notices what another one has put into the database.
                options.IdleWaitTime = TimeSpan.FromSeconds(1);
            });
            quartz.UsePersistentStore(Keep);
            foreach (var line in Timetable.Lines)
                Put(quartz, line);
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    static void Keep(IPersistentStoreBuilder store)
    {
        store.UsePostgres(postgres => postgres.UseRegisteredDataSource = true);
        store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)));
        store.ConfigureStore(options =>
        {
            options.TablePrefix = "quartz.qrtz_";
            options.StoreJobDataAsStrings = true;
        });
    }

    static void Put(IQuartzBuilder quartz, TimetableLine line)
    {
        var key = QuartzClockwork.KeyOf(line);
        quartz.AddJob<QuartzJob>(job => job.WithIdentity(key).StoreDurably().RequestRecovery());
        quartz.AddTrigger(sweep => sweep.ForJob(key).WithIdentity($"{line.Name}.sweep").StartNow()
            .WithSimpleSchedule(schedule => schedule.WithInterval(line.Every).RepeatForever()
                .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount)));
    }
}
