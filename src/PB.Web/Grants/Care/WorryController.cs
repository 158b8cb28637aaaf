using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants;
using PB.Grants.Care;
using PB.Web.Look;
using PB.Web.Proposals;

namespace PB.Web.Grants.Care;

/// <summary>Anybody tells that they are worried, signed in or not; a safeguarding lead reads it.</summary>
[Route("funds/{fund}/worries")]
public sealed class WorryController(PbContext db, CareDoor door, WorryDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, CancellationToken cancel)
    {
        var (page, refusal) = await door.OpenAsync(this, fund, (GrantThing.SafeguardingLog, GrantVerb.Read), cancel);
        if (refusal is not null) return refusal;
        var worries = await db.Worries.AsNoTracking().Where(worry => worry.FundId == page!.Fund.Id).OrderByDescending(worry => worry.FiledAt).Take(200).ToListAsync(cancel);
        return View(new WorriesPage(page!.Fund, worries));
    }

    [HttpGet("new"), AllowAnonymous]
    public async Task<IActionResult> New(string fund, CancellationToken cancel) =>
        await door.FundAsync(fund, cancel) is { } found ? View(new WorryForm { Fund = found }) : NotFound();

    [HttpPost("new"), AllowAnonymous, EnableRateLimiting(RateLimits.Codes)]
    public async Task<IActionResult> Create(string fund, WorryForm form, CancellationToken cancel)
    {
        if (await door.FundAsync(fund, cancel) is not { } found) return NotFound();
        form.Fund = found;
        if (Typed.Lines(form.Text).Length == 0)
            ModelState.AddModelError(nameof(form.Text), text["Write what worries you. A few words are enough."]);
        if (!ModelState.IsValid) return View("New", form);
        await desk.FileAsync(found, new WorryWords(Typed.Lines(form.Text), Typed.Line(form.Contact)), cancel);
        return View("Filed", form);
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(string fund, Guid id, CancellationToken cancel)
    {
        var (worry, refusal) = await FindAsync(fund, id, cancel);
        return refusal ?? View(worry!.Worry.SeenAt is null ? worry : worry with { Words = desk.Read(worry.Worry) });
    }

    /// <summary>A lead opens a worry, or closes one that is dealt with.</summary>
    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Update(string fund, Guid id, bool? isDealtWith, CancellationToken cancel)
    {
        var (worry, refusal) = await FindAsync(fund, id, cancel);
        if (refusal is not null) return refusal;
        if (isDealtWith is not { } closes)
        {
            ModelState.AddModelError("", text["Press the button: nothing was chosen."]);
            return View("Show", worry!.Worry.SeenAt is null ? worry : worry with { Words = desk.Read(worry.Worry) });
        }

        if (closes)
            await desk.CloseAsync(worry!.Worry, door.Me, cancel);
        else
            await desk.OpenAsync(worry!.Worry, door.Me, cancel);
        return Redirect(CarePaths.Worry(fund, id));
    }

    async Task<(WorryPage? Worry, IActionResult? Refusal)> FindAsync(string fund, Guid id, CancellationToken cancel)
    {
        var (page, refusal) = await door.OpenAsync(this, fund, (GrantThing.SafeguardingLog, GrantVerb.Read), cancel);
        if (refusal is not null) return (null, refusal);
        return await db.Worries.SingleOrDefaultAsync(worry => worry.Id == id && worry.FundId == page!.Fund.Id, cancel) is { } found
            ? (new WorryPage(page!.Fund, found), null)
            : (null, NotFound());
    }
}
