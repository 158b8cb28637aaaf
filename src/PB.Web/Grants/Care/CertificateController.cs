using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants;
using PB.Grants.Care;
using PB.Grants.Funds;
using PB.Journal;
using PB.Web.Look;

namespace PB.Web.Grants.Care;

/// <summary>A coordinator gives young people a paper that says that they took part.</summary>
[Authorize]
[Route("funds/{fund}/certificates")]
public sealed class CertificateController(PbContext db, CareDoor door, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, CancellationToken cancel)
    {
        var (guest, refusal) = await OpenAsync(fund, cancel);
        return refusal ?? View(new CertificatesPage(guest!.Fund, await LinesAsync(guest.Fund.Id, cancel)));
    }

    [HttpPost("{member:guid}")]
    public async Task<IActionResult> Create(string fund, Guid member, CancellationToken cancel)
    {
        var (guest, refusal) = await OpenAsync(fund, cancel);
        if (refusal is not null) return refusal;
        if ((await LinesAsync(guest!.Fund.Id, cancel)).SingleOrDefault(line => line.MemberId == member) is not { Code: null } line) return NotFound();
        db.Certificates.Add(new Certificate(member, line.Name, line.Panel, door.Me, door.Now));
        db.Journal.Add(new JournalEntry(door.Me, "Issued a certificate", $"funds/{fund}/certificates", "", door.Now));
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = text["The certificate of {0} is there to print.", line.Name].Value;
        return Redirect(CarePaths.Certificates(fund));
    }

    Task<(FundGuest? Guest, IActionResult? Refusal)> OpenAsync(string fund, CancellationToken cancel) => door.OpenAsync(this, fund, (GrantThing.MemberData, GrantVerb.Write), cancel);

    Task<List<CertificateLine>> LinesAsync(Guid fundId, CancellationToken cancel) => (
        from member in db.PanelMembers
        where member.JoinedAt != null
        join panel in db.Panels on member.PanelId equals panel.Id
        where panel.FundId == fundId
        orderby member.DisplayName
        select new CertificateLine(member.Id, member.DisplayName, panel.Name, db.Certificates.Where(one => one.MemberId == member.Id).Select(one => one.Code).FirstOrDefault())).ToListAsync(cancel);
}

public sealed record CertificatesPage(Fund Fund, IReadOnlyList<CertificateLine> Lines);

/// <param name="Code">Null where there is no certificate yet.</param>
public sealed record CertificateLine(Guid MemberId, string Name, string Panel, string? Code);
