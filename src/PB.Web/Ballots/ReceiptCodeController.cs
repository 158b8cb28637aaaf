using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PB.Ballots;
using PB.Tally.Log;
using PB.Web.Look;

namespace PB.Web.Ballots;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Route(BallotPaths.Receipts)]
public sealed class ReceiptCodeController(ReceiptCheck check, TimeProvider clock) : Controller
{
    [HttpGet]
    public IActionResult New() => View(new ReceiptCodePage(""));

    // Changes nothing; but codes do not belong into addresses, which are logged and kept.
    [HttpPost, EnableRateLimiting(RateLimits.Receipts)]
    public async Task<IActionResult> Create([FromForm(Name = "code")] string? typed, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        if (ReceiptCode.Read(typed, out var code) is { } mistake)
            return View("New", new ReceiptCodePage(Shown(typed)) { Mistake = mistake });
        return await check.FindAsync(code, cancel) is { } found
            ? View("Show", new CheckedReceiptPage(code, found, clock.GetUtcNow()))
            : View("New", new ReceiptCodePage(code) { IsUnknown = true });
    }

    static string Shown(string? typed) => typed is null ? "" : typed[..Math.Min(typed.Length, 60)];
}
