using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Sms;
using PB.Web.People;

namespace PB.Web.Sms;

/// <summary>Ties a phone to an account: the page shows digits, and the person texts them to us.</summary>
[Authorize, Route("me/phone")]
public sealed class MyPhoneController(PbContext db, PhoneLinks links) : Controller
{
    [HttpGet]
    public async Task<IActionResult> New(CancellationToken cancel) => View("MyPhone/New", await PageAsync(null, cancel));

    [HttpPost]
    public async Task<IActionResult> Create(CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        return View("MyPhone/New", await PageAsync(await links.NewCodeAsync(User.Id()!.Value, cancel), cancel));
    }

    async Task<MyPhonePage> PageAsync(string? digits, CancellationToken cancel) => new(
        digits,
        await links.CountAsync(User.Id()!.Value, cancel),
        await db.Set<TextNumber>().OrderBy(number => number.Number).Select(number => number.Number).ToListAsync(cancel));
}

/// <param name="Digits">What to text; null where nothing was asked for yet.</param>
/// <param name="Phones">How many phones belong to the account.</param>
/// <param name="Numbers">The numbers that can be texted to.</param>
public sealed record MyPhonePage(string? Digits, int Phones, IReadOnlyList<string> Numbers);
