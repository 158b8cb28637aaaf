using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Jobs;
using PB.Web.People;

namespace PB.Web.Jobs;

[Authorize(Staffed.Anybody), Route("desk/jobs")]
public sealed class JobController(JobBook book, IClockwork clockwork, TimeProvider clock) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancel)
    {
        var latest = await book.LatestAsync(cancel);
        var now = clock.GetUtcNow();
        var lines = new List<JobsPage.Line>();
        foreach (var line in Timetable.Lines)
            lines.Add(new(line, await clockwork.NextRunAsync(line, cancel), latest.GetValueOrDefault(line.Name), now));
        return View(new JobsPage(lines));
    }
}
