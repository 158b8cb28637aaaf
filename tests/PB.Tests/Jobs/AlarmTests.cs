using PB.Jobs;

namespace PB.Tests.Jobs;

public sealed class AlarmTests
{
    static readonly DateTimeOffset Noon = new(2027, 3, 6, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_job_is_woken_at_the_instant_at_which_it_is_due() =>
        Assert.Equal(Noon, Alarm.At(Noon, Noon.AddMinutes(-1), Noon.AddSeconds(-5)));

    [Fact]
    public void Work_that_became_due_since_the_last_run_is_done_now() =>
        Assert.Equal(Noon.AddSeconds(1), Alarm.At(Noon, Noon.AddMinutes(-1), Noon.AddSeconds(1)));

    [Fact]
    public void A_job_that_never_ran_is_woken() =>
        Assert.Equal(Noon, Alarm.At(Noon.AddDays(-3), null, Noon));

    [Fact]
    public void A_run_that_came_a_moment_too_early_is_repeated_after_a_pause() =>
        Assert.Equal(Noon.AddMilliseconds(251), Alarm.At(Noon, Noon.AddMilliseconds(1), Noon.AddMilliseconds(20)));

    [Fact]
    public void A_job_that_ran_and_could_not_do_its_work_waits_for_its_sweep() =>
        Assert.Null(Alarm.At(Noon, Noon.AddSeconds(2), Noon.AddSeconds(2)));
}
