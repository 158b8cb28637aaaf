using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Grants.Meetings;
using PB.Web.Proposals;

namespace PB.Web.Grants.Meetings;

/// <summary>The chair says what came out. What the group gets follows from the votes; there is no box for it.</summary>
[Authorize, Route("meetings/{id:guid}/items/{item:guid}/decision")]
public sealed class DecisionController(MeetingTools tools, DecisionDesk desk, DeskBook book) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, Guid item, DecisionForm form, CancellationToken cancel)
    {
        var (visit, refusal) = await tools.OpenAsync(this, id, MeetingAct.Lead, cancel);
        if (refusal is not null) return refusal;
        var words = new DecisionWords(Typed.Lines(form.Reason), Typed.Lines(form.ReasonToGroup));
        if (words.Reason.Length is 0 or > 1000 || words.ReasonToGroup.Length > 1000)
            return await AgainAsync(visit!, form, tools.Text["Say why, in 1,000 characters or fewer: everybody will read it"], cancel);
        var why = await desk.DeclareAsync(id, item, visit!.PersonId, (words, form.ChairSays), cancel);
        return why is MeetingRefusal.ChairHasToSay ? await AgainAsync(visit, form, tools.Text.Of(why.Value), cancel) : tools.Back(this, visit, why);
    }

    async Task<ViewResult> AgainAsync(MeetingVisit visit, DecisionForm form, string problem, CancellationToken cancel) =>
        View("/Grants/Meetings/Meeting/Show.cshtml", await book.AgainAsync(this, visit, problem, cancel) with { Said = form });
}

public sealed class DecisionForm
{
    public string? Reason { get; set; }

    public string? ReasonToGroup { get; set; }

    /// <summary>How the chair breaks a second tie, where the call leaves that to the chair.</summary>
    public bool? ChairSays { get; set; }
}
