using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Proposals;
using PB.Web.People;

namespace PB.Web.Grants.Applications;

/// <summary>Where somebody comes into a team, by the link in their invitation and with an account of their own.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Route("team-invitations/{key}")]
public sealed class TeamInvitationController(GrantTools tools, TeamDesk desk) : GrantController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> New(string key, CancellationToken cancel) => await FindAsync(key, cancel) is { } page ? View(page) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(string key, CancellationToken cancel)
    {
        if (await FindAsync(key, cancel) is not { } page) return NotFound();
        if (User.Id() is not { } me) return Challenge();
        var (isThere, refusal) = await desk.JoinAsync(page.Member.Id, me, cancel);
        if (!isThere) return NotFound();
        if (refusal is not { } why) return Done(GrantPaths.Application(page.Member.ApplicationId), Text["You are in the team."]);
        ModelState.AddModelError("", Text.Of(why));
        return View("New", page);
    }

    async Task<TeamInvitationPage?> FindAsync(string key, CancellationToken cancel)
    {
        var hash = DraftKey.HashOf(key);
        return await (from member in Db.Set<TeamMember>().AsNoTracking()
                      where member.KeyHash == hash && member.LeftAt == null
                      join application in Db.Applications on member.ApplicationId equals application.Id
                      join call in Db.Calls on application.CallId equals call.Id
                      select new TeamInvitationPage(key, member, application.Title, call.Title)).SingleOrDefaultAsync(cancel);
    }
}

public sealed record TeamInvitationPage(string Key, TeamMember Member, string Title, string Call);
