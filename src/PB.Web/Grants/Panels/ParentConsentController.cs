using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.Proposals;

namespace PB.Web.Grants.Panels;

/// <summary>Where a parent says yes, and takes it back at any time, by the link in their mail.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Route("panel-consents/{key}")]
public sealed class ParentConsentController(GrantTools tools, MemberDesk desk) : GrantController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(string key, CancellationToken cancel) => await FindAsync(key, cancel) is { } page ? View(page) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Update(string key, bool? yes, CancellationToken cancel)
    {
        if (await FindAsync(key, cancel) is not { } page) return NotFound();
        if (yes is not { } answer)
        {
            ModelState.AddModelError("", Text["Press the button: nothing was chosen."]);
            return View("Edit", page);
        }

        await desk.HearParentAsync(page.Member.Id, answer, cancel);
        return Done($"/panel-consents/{key}", answer ? Text["Thank you. Your yes is written down."] : Text["Your yes is taken back. From now on {0} decides on nothing, and the name stands nowhere.", page.Member.DisplayName]);
    }

    async Task<ParentConsentPage?> FindAsync(string key, CancellationToken cancel)
    {
        var hash = DraftKey.HashOf(key);
        return await (from member in Db.PanelMembers.AsNoTracking().Include(m => m.Consents)
                      where member.ParentKeyHash == hash && member.LeftAt == null
                      join panel in Db.Panels on member.PanelId equals panel.Id
                      join fund in Db.Funds on panel.FundId equals fund.Id
                      select new ParentConsentPage(key, fund, member, Now)).SingleOrDefaultAsync(cancel);
    }
}

public sealed record ParentConsentPage(string Key, Fund Fund, PanelMember Member, DateTimeOffset Now)
{
    public bool HasSaidYes => Member.Has(ConsentKind.Join, ConsentBy.Parent, Now);

    /// <summary>Whether their yes runs out within thirty days, and they can say it again.</summary>
    public bool EndsSoon => Member.Consents.All(consent => consent is not { Kind: ConsentKind.Join, By: ConsentBy.Parent } || !consent.HoldsAt(Now + RemindOfConsents.Before) || !consent.HoldsAt(Now));
}
