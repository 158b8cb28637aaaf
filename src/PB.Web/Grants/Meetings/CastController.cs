using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Grants.Meetings;
using PB.Web.Proposals;

namespace PB.Web.Grants.Meetings;

/// <summary>A member's own vote, from their own phone.</summary>
[Authorize, Route("meetings/{id:guid}/votes/{vote:guid}/casts")]
public sealed class CastController(MeetingTools tools, VoteDesk desk) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, Guid vote, string? choice, string? amount, CancellationToken cancel)
    {
        var (visit, refusal) = await tools.OpenAsync(this, id, MeetingAct.Vote, cancel);
        if (refusal is not null) return refusal;
        if (ChoiceOf(choice, amount) is not { } made)
        {
            TempData["Problem"] = tools.Text["Choose an answer. Write an amount in figures, such as 1,500."].Value;
            TempData["Kept"] = choice ?? amount;
            return tools.Back(this, visit!, null);
        }

        return await desk.CastAsync(vote, visit!.PersonId, made, cancel) switch
        {
            null => Thank(visit),
            MeetingRefusal.PageIsOld => Keep(visit, choice ?? amount),
            var why => tools.Back(this, visit, why),
        };
    }

    IActionResult Thank(MeetingVisit visit)
    {
        TempData["Notice"] = tools.Text["Your vote is in."].Value;
        return tools.Back(this, visit, null);
    }

    // The vote that the page showed is over. What was chosen is not lost: it stands there to be sent again, if there is a vote to send it to.
    IActionResult Keep(MeetingVisit visit, string? chosen)
    {
        (TempData["Kept"], TempData["Problem"]) = (chosen, visit.OpenVote is null
            ? tools.Text["Your page was old: that vote is over, and your answer came too late for it."].Value
            : tools.Text["Your page was old: now something else is asked. Your answer is kept below. Read the question, and send it."].Value);
        return tools.Back(this, visit, null);
    }

    /// <summary>Yes, No, Abstain or None; or an amount in pence.</summary>
    string? ChoiceOf(string? choice, string? amount) =>
        choice is "Yes" or "No" or "Abstain" or "None" ? choice
        : tools.Text.WhyNoSum(Typed.Line(amount), "GBP", out var named) is null && named.MinorUnits is >= 0 and < 10_000_000_000 ? named.MinorUnits.ToString(CultureInfo.InvariantCulture) : null;
}
