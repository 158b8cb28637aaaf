using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants;
using PB.Grants.Applications;
using PB.Web.Proposals;

namespace PB.Web.Grants.Applications;

/// <summary>A member asks a group something, through a coordinator.</summary>
[Route("funds/{fund}/calls/{call}/reading/{reference}/questions")]
public sealed class QuestionController(GrantTools tools, QuestionDesk desk) : GrantController(tools)
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string call, string reference, string? question, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { MarkingOpenedAt: not null } found || !await MayAsync(found, GrantThing.OwnCard, GrantVerb.Write)) return NotFound();
        if (await Db.VisibleTo(found.Id, Me).Where(a => a.Ref == reference).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancel) is not { } application) return NotFound();
        var (words, back) = (Typed.Lines(question), GrantPaths.Reading(fund, call, reference));
        if (words.Length is 0 or > 500)
            return Done(back, Text["Write your question in 500 characters or fewer."]);
        return Done(back, await desk.AskAsync(found, application, Me, words, cancel) is { } why ? Text.Of(why) : Text["A coordinator reads your question and sends it to the group."]);
    }
}
