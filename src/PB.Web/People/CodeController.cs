using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using PB.People;
using PB.Web.Look;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace PB.Web.People;

/// <summary>The second step of signing in: the code of the app, or a recovery code.</summary>
[AllowAnonymous]
[Route("/second-factor")]
public sealed class CodeController(SignInManager<Person> session, IStringLocalizer<Words> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> New(string? then) => await session.GetTwoFactorAuthenticationUserAsync() is not null
        ? View(new CodeForm { Then = Url.Local(then) })
        : Redirect(LocalPath.On("/sign-in", Url.Local(then)));

    [HttpPost, EnableRateLimiting(RateLimits.SignIns)]
    public async Task<IActionResult> Create(CodeForm form)
    {
        form.Then = Url.Local(form.Then);
        if (await session.GetTwoFactorAuthenticationUserAsync() is not { } person)
            return Redirect(LocalPath.On("/sign-in", form.Then));
        if (!ModelState.IsValid)
            return View("New", form);

        var answer = await TryAsync(form.Typed);
        if (answer.Succeeded)
            return Redirect(form.Then ?? await HomeAsync(person));
        ModelState.AddModelError(nameof(form.Code), answer.IsLockedOut
            ? text["There were too many wrong tries. Try again after {0}", text.Written(await LockedUntilAsync(person), "Europe/London", MomentKind.Time)]
            : text["This code is not right. Enter the one that your app shows now, or a recovery code that you have not used"]);
        return View("New", form);
    }

    Task<SignInResult> TryAsync(string code) => code.Length == 6 && code.All(char.IsAsciiDigit)
        ? session.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false)
        : session.TwoFactorRecoveryCodeSignInAsync(code);

    async Task<string> HomeAsync(Person person) => (await session.UserManager.GetRolesAsync(person)).Count > 0 ? "/desk" : "/me";

    async Task<DateTimeOffset> LockedUntilAsync(Person person) => (await session.UserManager.GetLockoutEndDateAsync(person)).GetValueOrDefault();
}
