using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Outbox;
using PB.Web.People;

namespace PB.Web.Outbox;

[Authorize(Staffed.Anybody), Route("desk/messages")]
public sealed class MessageController(PbContext db, IMailCarrier carrier) : Controller
{
    const int Shown = 100;

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancel)
    {
        var sent = await db.Messages.CountAsync(m => m.SentAt != null, cancel);
        var waiting = await db.Messages.CountAsync(m => m.NextTryAt != null, cancel);
        var givenUp = await db.Messages.CountAsync(m => m.SentAt == null && m.NextTryAt == null, cancel);
        var failed = await db.Messages.Where(m => m.SentAt == null && m.LastError != null)
            .OrderByDescending(m => m.CreatedAt).Take(Shown)
            .Select(m => new MessagesPage.Failure(m.To, m.CreatedAt, m.Tries, m.NextTryAt, m.LastError!)).ToListAsync(cancel);
        return View("Message/Index", new MessagesPage(carrier.IsReady, sent, waiting, givenUp, [.. failed.Select(failure => failure.Masked())]));
    }
}
