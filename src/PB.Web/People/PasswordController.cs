using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using PB.People;
using PB.Web.Look;

namespace PB.Web.People;

/// <summary>A new password for somebody who forgot theirs, by a mailed link. The second factor is still asked for.</summary>
[AllowAnonymous]
public sealed class PasswordController(UserManager<Person> people, MailedLinks links, PasswordReset reset, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("/password/new")]
    public IActionResult New() => View(new ForgottenPasswordForm());

    [HttpPost("/password/new"), EnableRateLimiting(RateLimits.Accounts)]
    public async Task<IActionResult> Create(ForgottenPasswordForm form)
    {
        if (!ModelState.IsValid)
            return View("New", form);
        await reset.OfferAsync(form.Email!);
        return Redirect("/password");
    }

    [HttpGet("/password")]
    public IActionResult Show() => View();

    [HttpGet("/password/edit")]
    public async Task<IActionResult> Edit(string? key) =>
        await links.ReadAsync(key, LinkPurpose.Password, people) is null ? Used() : View(new PasswordForm { Key = key });

    [HttpPost("/password/edit")]
    public async Task<IActionResult> Update(PasswordForm form)
    {
        if (await links.ReadAsync(form.Key, LinkPurpose.Password, people) is not { } person)
            return Used();
        if (ModelState.IsValid && await people.WhyNotAsync(person, form.Password!) is { } error)
            ModelState.AddModelError(nameof(form.Password), text.SentenceOf(error));
        if (!ModelState.IsValid)
            return View("Edit", form);
        if (!await reset.SetAsync(person, form.Password!))
            return Used();
        TempData["Notice"] = text["Your password is changed. Sign in with the new one."].Value;
        return Redirect("/sign-in");
    }

    ViewResult Used()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("Used");
    }
}
