using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Grants.Marking;
using PB.Web.Look;

namespace PB.Web.Grants.Marking;

/// <summary>Shares out the reading where it is too much for everybody to read everything.</summary>
[Authorize, Route("funds/{fund}/calls/{call}/sharing-out")]
public sealed class ReadingDealController(ReadingDealer dealer, CallDoor door, IAuthorizationService doors, IStringLocalizer<Words> text) : Controller
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
        if (await dealer.IsTooLateAsync(visit.Call.Id, cancel))
            ModelState.AddModelError("", text["It is too late: the reading is shared out, or somebody has begun to mark."]);
        if (!ModelState.IsValid) return View("New", form);
        await dealer.DealAsync(visit.Call, form.Readers, (visit.PersonId, MarkingPaths.Call(visit)[1..], visit.Now), cancel);
        TempData["Notice"] = text["Everybody has their pile."].Value;
        return Redirect(MarkingPaths.Progress(visit));
    }
}

public sealed class ReadingDealForm
{
    [Display(Name = "How many members read each application?")]
    [Range(1, 30, ErrorMessage = "Write a number from 1 to 30")]
    public int Readers { get; set; }

    internal CallVisit Visit { get; set; } = null!;
}
