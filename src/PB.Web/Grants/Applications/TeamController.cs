using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants;
using PB.Grants.Applications;
using PB.Web.Proposals;

namespace PB.Web.Grants.Applications;

/// <summary>The lead invites others to write with them; each can leave again.</summary>
[Route("applications/{id:guid}/team")]
public sealed class TeamController(GrantTools tools, TeamDesk desk) : OwnApplicationController(tools)
{
    const string Email = "team-email";

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, string? email, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(id, GrantThing.Draft, GrantVerb.Write, cancel);
        if (refusal is not null) return refusal;
        if (!page!.IsLead) return Forbid();
        var address = Typed.Line(email);
        if (address.Length > 254 || !Typed.IsAddress(address))
            return Again(page, (Email, email), Text["That is not an e-mail address. Nobody was invited."]);
        return await desk.InviteAsync(page.Application, page.Call, address, cancel) is { } why
            ? Again(page, (Email, email), Text.Of(why))
            : Done(GrantPaths.Application(id), Text["The invitation is on its way."]);
    }

    /// <summary>Somebody goes; the lead can also take somebody out.</summary>
    [HttpPost("{member:guid}/end")]
    public async Task<IActionResult> Destroy(Guid id, Guid member, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(id, GrantThing.Application, GrantVerb.Read, cancel);
        if (refusal is not null) return refusal;
        if (await Db.Set<TeamMember>().SingleOrDefaultAsync(m => m.Id == member && m.ApplicationId == id && m.LeftAt == null, cancel) is not { } leaving) return NotFound();
        if (!page!.IsLead && leaving.PersonId != Me) return Forbid();
        await desk.LeaveAsync(member, cancel);
        return page.IsLead ? Done(GrantPaths.Application(id), Text["They are out of the team."]) : Done("/me", Text["You have left the team."]);
    }
}
