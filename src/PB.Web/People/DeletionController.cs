using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using PB.People;
using PB.Web.Look;

namespace PB.Web.People;

/// <summary>Somebody deletes their own account.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Route("/me/deletion")]
public sealed class DeletionController(DeletionTable table, SignInManager<Person> session, EndedAccounts ended, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(CancellationToken cancel) => View(new DeletionForm { Page = await table.ReadAsync(User.Id()!.Value, cancel) });

    [HttpPost(""), EnableRateLimiting(RateLimits.SignIns)]
    public async Task<IActionResult> Create(DeletionForm form, [FromServices] AccountErasure erasure, CancellationToken cancel)
    {
        var id = User.Id()!.Value;
        if (ModelState.IsValid && await WhyNotThePasswordAsync(form.Password!) is { } wrong)
            ModelState.AddModelError(nameof(form.Password), wrong);
        if (ModelState.IsValid && await erasure.EraseAsync(id, new ErasureWishes(form.TakeBack, form.TakeCommentsAway), cancel) is { } refusal)
            ModelState.AddModelError("", text.Of(refusal));
        if (!ModelState.IsValid)
        {
            form.Page = await table.ReadAsync(id, cancel);
            return View("New", form);
        }

        ended.Note(id);
        await session.SignOutAsync();
        Response.Headers["Clear-Site-Data"] = "\"cookies\", \"storage\"";
        return Redirect("/me/deletion/done");
    }

    [HttpGet("done"), AllowAnonymous]
    public IActionResult Show() => View();

    async Task<string?> WhyNotThePasswordAsync(string password)
    {
        var person = (await session.UserManager.GetUserAsync(User))!;
        return await session.CheckPasswordSignInAsync(person, password, lockoutOnFailure: true) switch
        {
            { Succeeded: true } => null,
            { IsLockedOut: true } => text["There were too many wrong tries. Try again after {0}, or choose a new password", text.Written(person.LockoutEnd!.Value, "Europe/London", MomentKind.Time)].Value,
            _ => text["This is not your password. Check it, or choose a new one"].Value,
        };
    }
}
