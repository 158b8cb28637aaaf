using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Jobs;
using PB.Tests.Town;

namespace PB.Tests.Jobs;

public sealed class JobPageTests : TownTest
{
    const string Counting = "/desk/jobs/count-closed-rounds/runs";

    [Fact]
    public async Task Staff_see_each_job_and_that_none_has_run()
    {
        var desk = await SignedInAsync(await OfficerAsync());

        var page = await desk.OpenAsync("/desk/jobs");

        Assert.Equal("Timed work", page.Heading);
        Assert.All(Timetable.Lines, line => Assert.Contains(line.Purpose, page.Text, StringComparison.Ordinal));
        Assert.Contains("It has not run yet", page.Text, StringComparison.Ordinal);
        Assert.Contains("Late", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Run now", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_runs_a_job_and_it_is_written_down()
    {
        var desk = await SignedInAsync(await AdministratorAsync());

        var page = await desk.PressAsync(await desk.OpenAsync("/desk/jobs"), "Run now");

        Assert.Contains("Went well", page.Text, StringComparison.Ordinal);
        Assert.Contains("Just now", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await WithDbAsync(db => db.JobRuns.CountAsync()));
        Assert.Equal("Asked for a job to run now", await WithDbAsync(db => db.Journal.Select(entry => entry.Act).SingleAsync()));
    }

    [Fact]
    public async Task A_job_that_fails_is_shown_with_its_error_until_it_goes_well()
    {
        await VotingRoundAsync(null, 100_00, ("Benches", 60));
        await MoveToAsync(Closing);
        var desk = await SignedInAsync(await AdministratorAsync());
        await AskOwnerAsync<int>("revoke execute on function rnd.close_round(uuid) from pb_app; select 1");

        var failed = await RunAsync(desk);
        Assert.Contains("Failed", failed.Text, StringComparison.Ordinal);
        Assert.Contains("permission denied for function close_round", failed.Text, StringComparison.Ordinal);

        await MoveToAsync(Closing.AddSeconds(10));
        await AskOwnerAsync<int>("grant execute on function rnd.close_round(uuid) to pb_app; select 1");
        Assert.DoesNotContain("Failed", (await RunAsync(desk)).Text, StringComparison.Ordinal);
        Assert.Equal(1, await WithDbAsync(db => db.Results.CountAsync()));
    }

    [Fact]
    public async Task A_job_that_has_not_run_for_five_of_its_periods_is_late()
    {
        var desk = await SignedInAsync(await AdministratorAsync());
        await RunAsync(desk);

        await MoveToAsync(Start.AddSeconds(50));
        Assert.DoesNotContain("Late", LineOf(await desk.OpenAsync("/desk/jobs")), StringComparison.Ordinal);
        await MoveToAsync(Start.AddSeconds(51));
        Assert.Contains("Late", LineOf(await desk.OpenAsync("/desk/jobs")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_book_keeps_the_last_good_run_and_the_failures()
    {
        for (var i = 0; i < 4; i++)
        {
            await MoveToAsync(Start.AddMinutes(i));
            await WithDbAsync(async db =>
            {
                var book = new JobBook(db, Clock);
                await book.EndAsync(await book.BeginAsync("count-closed-rounds", default), i == 1 ? "It rained." : null, default);
                return 0;
            });
        }

        Assert.Equal([null, "It rained."], await WithDbAsync(db => db.JobRuns.OrderByDescending(run => run.StartedAt).Select(run => run.Error).ToListAsync()));
    }

    [Fact]
    public async Task Nobody_else_runs_jobs()
    {
        var resident = await SignedInAsync(await ResidentAsync());
        var officer = await SignedInAsync(await OfficerAsync());

        Assert.Equal(HttpStatusCode.Forbidden, (await resident.OpenAsync("/desk/jobs")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostAsync(Counting)).Status);
        Assert.Equal(0, await WithDbAsync(db => db.JobRuns.CountAsync()));
    }

    static async Task<Page> RunAsync(Browser desk)
    {
        var page = await desk.OpenAsync("/desk/jobs");
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value");
        return await desk.PostAsync(Counting, ("__RequestVerificationToken", token));
    }

    static string LineOf(Page page) => page.Document.QuerySelector("#count-closed-rounds")!.ParentElement!.TextContent;
}
