using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Web.Proposals;

namespace PB.Web.Grants.Applications;

/// <summary>The coordinators' desk for what panel and groups want to know of each other: they read it before the other side does.</summary>
[Route("funds/{fund}/calls/{call}/questions")]
public sealed class PanelQuestionController(GrantTools tools, QuestionDesk desk) : GrantController(tools)
{
    const int LongestReason = 500;

    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, string call, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { } found) return NotFound();
        if (await RefuseAsync(found, GrantThing.Moderation, GrantVerb.Approve) is { } refusal) return refusal;
        return View(new PanelQuestionsPage(fund, found, await OwnLinesAsync(found, cancel)));
    }

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Update(string fund, string call, Guid id, QuestionStep? step, string? because, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { } found) return NotFound();
        if (await RefuseAsync(found, GrantThing.Moderation, GrantVerb.Approve) is { } refusal) return refusal;
        if ((await OwnLinesAsync(found, cancel)).All(line => line.Question.Id != id)) return NotFound();
        var words = Typed.Lines(because);
        if (step is QuestionStep.Stop && words.Length is 0 or > LongestReason)
        {
            ModelState.AddModelError($"because-{id}", words.Length == 0 ? Text["Say why you stop it: whoever asked reads that."] : Text["Say why in {0} characters or fewer.", LongestReason]);
            return View("Index", new PanelQuestionsPage(fund, found, await OwnLinesAsync(found, cancel)) { Stopping = (id, because ?? "") });
        }

        if (step is not { } chosen) return Done(GrantPaths.Questions(fund, call), Text["Press one of the buttons: nothing was chosen."]);
        return Done(GrantPaths.Questions(fund, call), await desk.DealAsync(id, chosen, words, Me, cancel) is { } why ? Text.Of(why) : Text["Done."]);
    }

    // Whoever has a conflict of interest finds no trace of it here either.
    async Task<IReadOnlyList<PanelQuestionsPage.Line>> OwnLinesAsync(Call call, CancellationToken cancel)
    {
        var hidden = await Db.InConflictOf(Me).ToListAsync(cancel);
        return await (from question in Db.Set<PanelQuestion>().AsNoTracking()
                      join application in Db.Applications on question.ApplicationId equals application.Id
                      where application.CallId == call.Id && !hidden.Contains(application.Id) && application.LeadId != Me && application.AdultId != Me
                      orderby question.AskedAt
                      select new PanelQuestionsPage.Line(question, application.Title)).ToListAsync(cancel);
    }
}

public sealed record PanelQuestionsPage(string Fund, Call Call, IReadOnlyList<PanelQuestionsPage.Line> Lines)
{
    /// <summary>Which question somebody wanted to stop, and what they had typed when that was not taken.</summary>
    public (Guid Question, string Because) Stopping { get; init; }

    public sealed record Line(PanelQuestion Question, string Title);
}
