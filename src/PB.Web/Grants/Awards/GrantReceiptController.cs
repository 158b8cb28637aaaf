using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants;
using PB.Grants.Awards;
using PB.Proposals;
using PB.Web.Look;
using PB.Web.Proposals;

namespace PB.Web.Grants.Awards;

/// <summary>The receipts of a report.</summary>
[Authorize]
[Route("funds/{fund}/awards/{reference}/report/receipts")]
public sealed class GrantReceiptController(PbContext db, AwardFinder finder, ReportDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("{number:int}")]
    public async Task<IActionResult> Show(string fund, string reference, int number, CancellationToken cancel)
    {
        var (page, refusal) = await finder.AwardAsync(this, fund, reference, (GrantThing.Report, GrantVerb.Read), cancel);
        if (refusal is not null || !page!.IsInside || page.Report is null) return refusal ?? NotFound();
        return await db.Set<ReportLine>().Where(line => line.ReportId == page.Report.Id && line.Number == number).Select(line => line.Receipt).SingleOrDefaultAsync(cancel) is { Length: > 0 } jpeg
            ? File(jpeg, "image/jpeg") : NotFound();
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string reference, ReceiptForm form, [FromServices] Darkroom darkroom, CancellationToken cancel)
    {
        var (page, refusal) = await finder.AwardAsync(this, fund, reference, (GrantThing.Report, GrantVerb.Write), cancel);
        if (refusal is not null || page!.Report is null or { AcceptedAt: not null }) return refusal ?? Forbid();
        var what = Typed.Line(form.What);
        if (what.Length == 0)
            ModelState.AddModelError(nameof(form.What), text["Write what you bought"]);
        if (text.WhyNoSum(Typed.Line(form.Cost), "GBP", out var cost) is { } fault)
            ModelState.AddModelError(nameof(form.Cost), fault);
        var jpeg = ModelState.IsValid && form.Photo is { } photo ? await DevelopAsync(photo, darkroom, cancel) : [];
        if (!ModelState.IsValid)
        {
            var again = ReportForm.Of(page);
            again.Receipt = form;
            return View("/Grants/Awards/Report/Show.cshtml", again);
        }

        await desk.SpendAsync(page.Report.Id, what, cost, jpeg, cancel);
        return Redirect(AwardPaths.Report(fund, reference));
    }

    async Task<byte[]> DevelopAsync(IFormFile photo, Darkroom darkroom, CancellationToken cancel)
    {
        await using var stream = photo.OpenReadStream();
        var (jpeg, why) = await darkroom.DevelopAsync(stream, photo.Length, cancel);
        if (why is not null)
            ModelState.AddModelError(nameof(ReceiptForm.Photo), text["This file cannot be read as a photo. Choose a JPEG, PNG or WebP file of up to 8 MB."]);
        return jpeg ?? [];
    }
}
