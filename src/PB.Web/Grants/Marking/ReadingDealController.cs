using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants.Marking;
using PB.Grants.Panels;
using PB.Journal;
using PB.Web.Look;

namespace PB.Web.Grants.Marking;

/// <summary>Shares out the reading where it is too much for everybody to read everything.</summary>
[Authorize, Route("funds/{fund}/calls/{call}/sharing-out")]
public sealed class ReadingDealController(PbContext db, CallDoor door, Roster roster, IAuthorizationService doors, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(string fund, string call, CancellationToken cancel)
    {
        var visit = await door.OpenAsync(User, fund, call, cancel);
        return await this.RefuseAsync(doors, MarkingAct.ShareOut, visit) ?? View(new ReadingDealForm { Visit = visit!, Readers = visit!.Call.Rules.MinCards });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string call, ReadingDealForm form, CancellationToken cancel)
    {
        var visit = await door.OpenAsync(User, fund, call, cancel);
        if (await this.RefuseAsync(doors, MarkingAct.ShareOut, visit) is { } refusal) return refusal;
        form.Visit = visit!;
        if (form.Readers < visit!.Call.Rules.MinCards)
            ModelState.AddModelError(nameof(form.Readers), text["The call promises {0} cards for each application at the least", visit.Call.Rules.MinCards]);
        if (await db.Set<ReadingDeal>().AnyAsync(deal => deal.CallId == visit.Call.Id, cancel) || await db.Set<Card>().AnyAsync(card => db.OnTheTable(visit.Call.Id).Any(a => a.Id == card.ApplicationId), cancel))
            ModelState.AddModelError("", text["It is too late: the reading is shared out, or somebody has begun to mark."]);
        if (!ModelState.IsValid) return View("New", form);
        await DealAsync(visit, form.Readers, cancel);
        TempData["Notice"] = text["Everybody has their pile."].Value;
        return Redirect(MarkingPaths.Progress(visit));
    }

    async Task DealAsync(CallVisit visit, int readers, CancellationToken cancel)
    {
        var members = (await roster.ActiveAsync(visit.Call.PanelId, cancel)).Select(seat => seat.Member.PersonId!.Value).ToList();
        var applications = await db.OnTheTable(visit.Call.Id).Select(a => a.Id).ToListAsync(cancel);
        var conflicts = (await db.LiveConflicts().Where(d => applications.Contains(d.ApplicationId)).Select(d => new { d.PersonId, d.ApplicationId }).ToListAsync(cancel)).ConvertAll(d => (d.PersonId, d.ApplicationId)).ToHashSet();
        var plan = new ReadingPlan(members, applications, readers, RandomNumberGenerator.GetHexString(32, lowercase: true)) { MayRead = (member, application) => !conflicts.Contains((member, application)) };
        db.Add(new ReadingDeal(visit.Call.Id, plan, visit.PersonId, visit.Now));
        db.Journal.Add(new JournalEntry(visit.PersonId, "Shared out who reads what", MarkingPaths.Call(visit)[1..], $"Seed {plan.Seed}", visit.Now));
        await db.SaveChangesAsync(cancel);
    }
}

public sealed class ReadingDealForm
{
    [Display(Name = "How many members read each application?")]
    [Range(1, 30, ErrorMessage = "Write a number from 1 to 30")]
    public int Readers { get; set; }

    internal CallVisit Visit { get; set; } = null!;
}
