using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Jobs;
using PB.Journal;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Jobs;

[Authorize(Staffed.Administrator), Route("desk/jobs/{job}/runs")]
public sealed class JobRunController(PbContext db, IClockwork clockwork, TimeProvider clock, IStringLocalizer<Words> text) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Create(string job, CancellationToken cancel)
    {
        if (Timetable.Find(job) is not { } line)
            return NotFound();

        db.Journal.Add(new JournalEntry(User.Id(), "Asked for a job to run now", $"desk/jobs/{line.Name}", line.Purpose, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        await clockwork.RunNowAsync(line, cancel);
        TempData["Notice"] = text["The job was asked to run. Open this page again to see how it went."].Value;
        return Redirect("/desk/jobs");
    }
}
