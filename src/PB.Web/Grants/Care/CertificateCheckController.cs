using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Care;

namespace PB.Web.Grants.Care;

/// <summary>Tells anybody who has a certificate's code whether it is real.</summary>
[AllowAnonymous]
[Route("certificates")]
public sealed class CertificateCheckController(PbContext db) : Controller
{
    [HttpGet("{code}")]
    public async Task<IActionResult> Show(string code, CancellationToken cancel) =>
        await db.Certificates.AsNoTracking().SingleOrDefaultAsync(certificate => certificate.Code == code, cancel) is { } found
            ? View(new CertificatePage(found, await TimeGiven.OfAsync(db, found.MemberId, cancel))) : NotFound();
}

public sealed record CertificatePage(Certificate Certificate, TimeGiven Given);
