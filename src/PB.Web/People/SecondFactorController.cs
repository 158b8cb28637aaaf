using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.People;
using PB.Web.Look;

namespace PB.Web.People;

[Authorize]
public sealed class SecondFactorController(
    SignInManager<Person> session, AuthenticatorKeys keys, TimeProvider clock, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("/second-factor/new")]
    public async Task<IActionResult> New(string? then)
    {
        var person = await PersonAsync();
        if (!PeoplePolicies.MaySetUpSecondFactor(User, person))
            return Forbid();
        var sealedKey = keys.NewSealed(person);
        return Page(new CodeForm { Key = sealedKey, Then = Url.Local(then) }, person, keys.Open(sealedKey, person)!);
    }

    [HttpPost("/second-factor/new")]
    public async Task<IActionResult> Create(CodeForm form)
    {
        var person = await PersonAsync();
        if (!PeoplePolicies.MaySetUpSecondFactor(User, person))
            return Forbid();
        form.Then = Url.Local(form.Then);
        if (keys.Open(form.Key, person) is not { } key)
            return BadRequest();
        if (ModelState.IsValid && !AuthenticatorCode.Matches(key, form.Typed, clock.GetUtcNow()))
            ModelState.AddModelError(nameof(form.Code), text["This code is not right. Enter the six figures that your app shows now"]);
        if (!ModelState.IsValid)
            return Page(form, person, key);

        var recoveryCodes = await keys.KeepAsync(person, key);
        await session.SignInWithClaimsAsync(person, isPersistent: false, [new("amr", "mfa")]);
        return View("Show", new RecoveryCodesPage(recoveryCodes, form.Then ?? (User.IsStaff() ? "/desk" : "/me")));
    }

    [HttpPost("/second-factor/removal")]
    public async Task<IActionResult> Destroy()
    {
        if (!PeoplePolicies.MayRemoveSecondFactor(User))
            return Forbid();
        var person = await PersonAsync();
        await session.UserManager.SetTwoFactorEnabledAsync(person, enabled: false);
        await session.SignInAsync(person, isPersistent: false);
        TempData["Notice"] = text["You sign in with your password alone now."].Value;
        return Redirect("/me");
    }

    ViewResult Page(CodeForm form, Person person, string key)
    {
        ViewData["Key"] = string.Join(' ', key.Chunk(4).Select(four => new string(four)));
        ViewData["Picture"] = keys.Picture(person, key);
        return View("New", form);
    }

    async Task<Person> PersonAsync() =>
        await session.UserManager.GetUserAsync(User) ?? throw new InvalidOperationException("A signed-in person has no account.");
}

public sealed record RecoveryCodesPage(IReadOnlyList<string> Codes, string Then);
