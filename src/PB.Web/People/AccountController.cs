using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using PB.Roll;
using PB.Web.Look;
using PB.Web.Roll;

namespace PB.Web.People;

[AllowAnonymous]
[Route("/account/new")]
public sealed class AccountController(SignUp signUp, Sightings sightings, IStringLocalizer<Words> text) : Controller
{
    [HttpGet]
    public IActionResult New(string? then) =>
        User.Id() is null ? View(new AccountForm { Then = Url.Local(then) }) : Redirect("/me");

    [HttpPost, EnableRateLimiting(RateLimits.Accounts)]
    public async Task<IActionResult> Create(AccountForm form)
    {
        form.Then = Url.Local(form.Then);
        if (ModelState.IsValid && await signUp.AskAsync(form) is { } error)
            ModelState.AddModelError(nameof(form.Password), text.SentenceOf(error));
        if (ModelState.IsValid)
            sightings.NoteAccount(HttpContext);
        return ModelState.IsValid ? Redirect("/account/confirmation") : View("New", form);
    }
}
