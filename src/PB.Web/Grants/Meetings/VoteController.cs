using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Grants.Calls;
using PB.Grants.Meetings;

namespace PB.Web.Grants.Meetings;

/// <summary>The chair opens a vote, and closes it.</summary>
[Authorize, Route("meetings/{id:guid}/votes")]
public sealed class VoteController(MeetingTools tools, VoteDesk desk, DecisionDesk decisions, PotQuestionDesk pots) : Controller
{
    /// <param name="item">What is asked about: something on the agenda, or a question about a pot.</param>
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, Guid item, VoteStage? stage, CancellationToken cancel)
    {
        var (visit, refusal) = await tools.OpenAsync(this, id, MeetingAct.Lead, cancel);
        if (refusal is not null) return refusal;
        return tools.Back(this, visit!, await (stage switch
        {
            VoteStage.FundAll => desk.OpenForAllAsync(id, visit!.PersonId, cancel),
            VoteStage.KeepPot => pots.OpenAsync(id, item, visit!.PersonId, cancel),
            null => Task.FromResult<MeetingRefusal?>(MeetingRefusal.NotThatStep),
            { } asked => desk.OpenAsync(id, item, asked, visit!.PersonId, cancel),
        }));
    }

    [HttpPost("{vote:guid}")]
    public async Task<IActionResult> Update(Guid id, Guid vote, HandsForm hands, [FromServices] DeskBook book, CancellationToken cancel)
    {
        var (visit, refusal) = await tools.OpenAsync(this, id, MeetingAct.Lead, cancel);
        if (refusal is not null) return refusal;
        if (!ModelState.IsValid) return View("/Grants/Meetings/Meeting/Show.cshtml", await book.AgainAsync(this, visit!, tools.Text["Write how many hands went up in figures, and 0 for none."], cancel));
        var shown = visit!.OpenVote is { Secrecy: VoteSecrecy.Hands } ? hands.Read() : (YesNo?)null;
        return tools.Back(this, visit, await (visit.OpenVote?.Stage switch
        {
            VoteStage.FundAll => decisions.CloseForAllAsync(id, vote, visit.PersonId, shown, cancel),
            VoteStage.KeepPot => pots.CloseAsync(id, vote, visit.PersonId, shown, cancel),
            _ => desk.CloseAsync(id, vote, visit.PersonId, shown, cancel),
        }));
    }
}

/// <summary>How many hands went up.</summary>
public sealed class HandsForm
{
    public int Yes { get; set; }

    public int No { get; set; }

    public int Abstain { get; set; }

    internal YesNo Read() => new(Math.Clamp(Yes, 0, 100), Math.Clamp(No, 0, 100), Math.Clamp(Abstain, 0, 100));
}
