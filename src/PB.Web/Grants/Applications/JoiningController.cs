using Microsoft.AspNetCore.Mvc;
using PB.Grants;
using PB.Grants.Applications;

namespace PB.Web.Grants.Applications;

/// <summary>A lead would like to join the group with a plan for the same event, or lets it join theirs.</summary>
[Route("applications/{id:guid}/joining/{link:guid}")]
public sealed class JoiningController(GrantTools tools, LinkDesk desk) : OwnApplicationController(tools)
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, Guid link, CancellationToken cancel) =>
        await ActAsync(id, link, () => desk.AskToJoinAsync(link, id, cancel), "The other group is asked. Your plan stays as it is until they say yes.", cancel);

    [HttpPost("yes")]
    public async Task<IActionResult> Update(Guid id, Guid link, CancellationToken cancel) =>
        await ActAsync(id, link, () => desk.TakeInAsync(link, id, cancel), "The other group has joined you. Your plan stands for both.", cancel);

    async Task<IActionResult> ActAsync(Guid id, Guid link, Func<Task<LinkRefusal?>> act, string notice, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(id, GrantThing.Draft, GrantVerb.Write, cancel);
        if (refusal is not null) return refusal;
        if (!page!.IsLead) return Forbid();
        if (page.Links.All(one => one.LinkId != link)) return NotFound();
        return await act() is { } why ? Again(page, ("", null), Text.Of(why)) : Done(GrantPaths.Application(id), Text[notice]);
    }
}
