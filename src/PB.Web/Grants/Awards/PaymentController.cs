using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants;
using PB.Grants.Awards;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Grants.Awards;

/// <summary>A finance officer sends approved payments to the bank in one file, and enters what the bank did with them.</summary>
[Authorize]
[Route("funds/{fund}/payments")]
public sealed class PaymentController(PbContext db, AwardFinder finder, BatchDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, CancellationToken cancel)
    {
        var (found, refusal) = await finder.FundAsync(this, fund, (GrantThing.Payment, GrantVerb.Write), cancel);
        return refusal ?? View(await PageAsync(found!, cancel));
    }

    /// <summary>Makes the file. It is handed out now and not kept: it has the groups' accounts in it.</summary>
    [HttpPost("batches")]
    public async Task<IActionResult> Create(string fund, CancellationToken cancel)
    {
        var (found, refusal) = await finder.FundAsync(this, fund, (GrantThing.Payment, GrantVerb.Write), cancel);
        if (refusal is not null) return refusal;
        if (await desk.MakeAsync(found!.Fund, User.Id()!.Value, PaymentFile.Write, cancel) is not var (batch, file))
        {
            ModelState.AddModelError("", text["No payment is ready to go out."]);
            return View("Index", await PageAsync(found, cancel));
        }

        return File(file, CsvTable.ContentType, string.Create(CultureInfo.InvariantCulture, $"{fund}-payments-{batch.Number}.csv"));
    }

    [HttpPost("arrivals")]
    public async Task<IActionResult> Update(string fund, IFormFile? file, CancellationToken cancel)
    {
        var (found, refusal) = await finder.FundAsync(this, fund, (GrantThing.Payment, GrantVerb.Write), cancel);
        if (refusal is not null) return refusal;
        var taken = file is null ? 0 : await TakeInAsync(found!, file, cancel);
        if (file is null)
            ModelState.AddModelError("", text["Choose the file from the bank"]);
        if (taken > 0)
            ViewData["Taken"] = text["Entered: {0}", taken].Value;
        return View("Index", await PageAsync(found!, cancel));
    }

    async Task<int> TakeInAsync(FundCase found, IFormFile file, CancellationToken cancel)
    {
        using var reader = new StreamReader(file.OpenReadStream());
        if (PaidFile.Read(reader) is not { } lines)
        {
            ModelState.AddModelError("", text["The file needs the columns reference, amount and paid_on"]);
            return 0;
        }

        var taken = 0;
        foreach (var (number, line) in lines)
            if ((line is null ? PaidRefusal.Unreadable : await desk.TakeInAsync(found.Fund, line, User.Id()!.Value, cancel)) is { } why)
                ModelState.AddModelError("", text["Line {0}: {1}", number, text.Of(why)]);
            else
                taken++;
        return taken;
    }

    async Task<PaymentsPage> PageAsync(FundCase found, CancellationToken cancel)
    {
        var ready = await desk.ReadyIn(found.Fund.Id).AsNoTracking().ToListAsync(cancel);
        var refs = await db.Awards.Where(award => award.FundId == found.Fund.Id).ToDictionaryAsync(award => award.Id, award => award.Ref, cancel);
        var batches = await db.PaymentBatches.AsNoTracking().Where(batch => batch.FundId == found.Fund.Id).OrderByDescending(batch => batch.Number).Take(50).ToListAsync(cancel);
        var open = await db.Payments.AsNoTracking().Where(p => batches.Select(b => (Guid?)b.Id).Contains(p.BatchId) && p.PaidOn == null && p.FailedAt == null).ToListAsync(cancel);
        return new PaymentsPage(found.Fund, [.. ready.Select(payment => new ReadyLine(PaymentReference.Of(refs[payment.AwardId], payment.Number), payment.Amount))], batches,
            [.. open.Select(payment => PaymentReference.Of(refs[payment.AwardId], payment.Number)).Order(StringComparer.Ordinal)]);
    }
}
