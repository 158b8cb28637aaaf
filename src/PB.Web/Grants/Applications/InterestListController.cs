using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Marking;
using PB.Web.Proposals;

namespace PB.Web.Grants.Applications;

/// <summary>Who has a conflict of interest in what. A coordinator proposes that one is none any more, the chair agrees, and the minutes say so.</summary>
[Route("funds/{fund}/calls/{call}/interests")]
public sealed class InterestListController(GrantTools tools, LoweringDesk desk) : GrantController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, string call, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(fund, call, cancel);
        return refusal ?? View(page);
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string call, LoweringForm form, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(fund, call, cancel);
        if (refusal is not null || !page!.MayPropose) return refusal ?? Forbid();
        if (page.Lines.FirstOrDefault(line => line.ApplicationId == form.Application && line.PersonId == form.Person) is not { } line) return NotFound();
        if (form.Because is not { Length: > 0 })
            ModelState.AddModelError(nameof(form.Because), Text["Say why it is none any more"]);
        else if (form.Knows is not { } knows)
            ModelState.AddModelError("", Text["Press one of the two: nothing was chosen."]);
        else if (await desk.ProposeAsync((line.ApplicationId, line.PersonId), (knows ? ConflictLevel.Know : ConflictLevel.None, form.Because), Me, cancel) is { } why)
            ModelState.AddModelError("", Text.Of(why));
        return ModelState.IsValid ? Done(GrantPaths.Interests(fund, call), Text["Saved. It counts once the chair agrees."]) : View("Index", page);
    }

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Update(string fund, string call, Guid id, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(fund, call, cancel);
        if (refusal is not null || !page!.MayAgree) return refusal ?? Forbid();
        if (page.Lines.FirstOrDefault(line => line.Proposed?.Id == id) is not { Proposed: { } proposed }) return NotFound();
        if (await desk.AgreeAsync(proposed, Me, cancel) is not { } why)
            return Done(GrantPaths.Interests(fund, call), Text["Agreed. The minutes say so, and not why."]);
        ModelState.AddModelError("", Text.Of(why));
        return View("Index", page);
    }

    async Task<(InterestsPage? Page, IActionResult? Refusal)> OpenAsync(string fund, string call, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { } found) return (null, NotFound());
        var (proposes, agrees) = (await MayAsync(found, GrantThing.Decision, GrantVerb.Write, GrantCondition.Record), await MayAsync(found, GrantThing.Decision, GrantVerb.Approve, GrantCondition.DeclareResult));
        if (!proposes && !agrees) return (null, await MayAsync(found, GrantThing.OwnInterest, GrantVerb.Read) ? Forbid() : NotFound());
        return (new InterestsPage(fund, found, await LinesAsync(found.Id, cancel)) { MayPropose = proposes, MayAgree = agrees }, null);
    }

    // Whoever has a conflict in an application themselves finds nothing of it here.
    async Task<List<InterestsPage.Line>> LinesAsync(Guid callId, CancellationToken cancel)
    {
        var own = Db.InConflictOf(Me);
        return await (
            from declared in Db.LiveConflicts()
            join application in Db.Applications on declared.ApplicationId equals application.Id
            where application.CallId == callId && application.EnteredAt != null && !own.Contains(application.Id)
            join person in Db.Users on declared.PersonId equals person.Id
            orderby application.Ref, person.Name
            select new InterestsPage.Line(application.Id, application.Ref!, application.Title, person.Id, person.Name, declared.Reason,
                Db.ConflictLowerings.FirstOrDefault(one => one.ApplicationId == application.Id && one.PersonId == person.Id && one.AgreedAt == null))).ToListAsync(cancel);
    }
}

public sealed record InterestsPage(string Fund, Call Call, IReadOnlyList<InterestsPage.Line> Lines)
{
    public bool MayPropose { get; init; }
    public bool MayAgree { get; init; }

    public sealed record Line(Guid ApplicationId, string Ref, string Title, Guid PersonId, string Name, ConflictReason? Reason, ConflictLowering? Proposed);
}

public sealed class LoweringForm
{
    public Guid Application { get; set; }
    public Guid Person { get; set; }
    public bool? Knows { get; set; }

    [StringLength(500, ErrorMessage = "Say it in 500 characters or fewer")]
    public string? Because { get; set => field = Typed.Lines(value); }
}
