using System.IO.Compression;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Ballots;
using PB.Data;
using PB.Results;

namespace PB.Web.Results;

/// <summary>All that is needed to check a published result, whole as a zip or file by file.</summary>
[AllowAnonymous]
[Route("/rounds/{slug}/result/pack")]
public sealed class PackController(PbContext db, PollingStation station) : Controller
{
    [HttpGet("/rounds/{slug}/result/pack.zip")]
    public async Task<IActionResult> Index(string slug, CancellationToken cancel) =>
        await ZipAsync(slug, cancel) is { } zip ? File(zip, "application/zip", $"{slug}-pack.zip") : NotFound();

    [HttpGet("{name}")]
    public async Task<IActionResult> Show(string slug, string name, CancellationToken cancel)
    {
        if (await ZipAsync(slug, cancel) is not { } bytes)
            return NotFound();
        await using var zip = new ZipArchive(new MemoryStream(bytes));
        if (zip.GetEntry(name) is not { } entry)
            return NotFound();
        using var content = new MemoryStream();
        await using (var stream = await entry.OpenAsync(cancel))
            await stream.CopyToAsync(content, cancel);
        return File(content.ToArray(), "text/plain; charset=utf-8", name);
    }

    async Task<byte[]?> ZipAsync(string slug, CancellationToken cancel)
    {
        if (await station.RoundAsync(slug, cancel) is not { } round || await db.PublishedResultAsync(round.Id, null, cancel) is not { } result)
            return null;
        return await db.Packs.Where(pack => pack.RoundId == round.Id && pack.Version == result.Version).Select(pack => pack.Zip).SingleOrDefaultAsync(cancel);
    }
}
