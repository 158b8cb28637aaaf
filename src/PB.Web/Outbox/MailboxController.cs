using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Ballots;
using PB.Data;
using PB.Outbox;

namespace PB.Web.Outbox;

/// <summary>The demonstration's mailbox: everybody's letters, open to everybody. Elsewhere it does not exist.</summary>
[AllowAnonymous, Route("mailbox")]
public sealed class MailboxController(PbContext db, BallotNotices notices, SiteAddress site, IServiceProvider services) : Controller
{
    const int Shown = 100;

    bool IsOpen => services.GetRequiredService<Demonstration.Demonstration>().IsOn;

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancel)
    {
        if (!IsOpen)
            return NotFound();
        var count = await db.Messages.CountAsync(cancel);
        var mails = await db.Messages.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Take(Shown)
            .Select(m => new { m.To, m.Subject, m.CreatedAt }).ToListAsync(cancel);
        return View("Mailbox/Index", new MailboxPage(count,
            [.. mails.Select((mail, index) => new MailboxPage.Line(count - index, mail.To, mail.Subject, mail.CreatedAt))]));
    }

    [HttpGet("{number:int:min(1)}")]
    public async Task<IActionResult> Show(int number, CancellationToken cancel)
    {
        if (!IsOpen)
            return NotFound();
        var mail = await db.Messages.AsNoTracking().OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).Skip(number - 1).FirstOrDefaultAsync(cancel);
        return mail is null ? NotFound() : View("Mailbox/Show", new MailPage(number, await notices.CompleteAsync(mail, cancel), site.Root));
    }
}
