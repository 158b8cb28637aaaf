using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.Proposals;
using PB.Web.People;

namespace PB.Web.Grants.Panels;

/// <summary>Where a young person says yes, by the link in their invitation and with an account of their own.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Route("panel-invitations/{key}")]
public sealed class InvitationController(GrantTools tools, MemberDesk desk) : GrantController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> New(string key, CancellationToken cancel) => await FindAsync(key, cancel) is { } page ? View(page) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(string key, CancellationToken cancel)
    {
        if (await FindAsync(key, cancel) is not { } page) return NotFound();
        if (User.Id() is not { } me) return Challenge();
        if (await desk.JoinAsync(page.Member.Id, me, cancel) is not { } refusal)
            return Done(GrantPaths.MyPlace(page.Fund.Slug, page.Panel.Slug), Text["Welcome, {0}!", page.Member.DisplayName]);
        ModelState.AddModelError("", Text.Of(refusal));
        return View("New", page);
    }

    async Task<InvitationPage?> FindAsync(string key, CancellationToken cancel)
    {
        var hash = DraftKey.HashOf(key);
        return await (from member in Db.PanelMembers.AsNoTracking()
                      where member.KeyHash == hash && member.LeftAt == null
                      join panel in Db.Panels on member.PanelId equals panel.Id
                      join fund in Db.Funds on panel.FundId equals fund.Id
                      select new InvitationPage(key, fund, panel, member)).SingleOrDefaultAsync(cancel);
    }
}

public sealed record InvitationPage(string Key, Fund Fund, Panel Panel, PanelMember Member);
