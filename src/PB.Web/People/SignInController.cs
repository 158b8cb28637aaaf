using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using PB.People;
using PB.Web.Look;

namespace PB.Web.People;

[AllowAnonymous]
public sealed class SignInController(PasswordDoor door, SignInManager<Person> session, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("/sign-in")]
    public IActionResult New(string? then) => View(new SignInForm { Then = Url.Local(then) });

    [HttpPost("/sign-in"), EnableRateLimiting(RateLimits.SignIns)]
    public async Task<IActionResult> Create(SignInForm form)
    {
        form.Then = Url.Local(form.Then);
        if (!ModelState.IsValid)
            return View("New", form);
        return await door.TryAsync(form.Email!, form.Password!, form.Then) switch
        {
            ({ Succeeded: true }, { } person) => Redirect(await NextAsync(person, form.Then)),
            ({ RequiresTwoFactor: true }, _) => Redirect(LocalPath.On("/second-factor", form.Then)),
            ({ IsNotAllowed: true }, _) => Redirect("/account/confirmation"),
            ({ IsLockedOut: true }, { LockoutEnd: { } end }) => Refused(form, text["There were too many wrong tries. Try again after {0}, or choose a new password", text.Written(end, "Europe/London", MomentKind.Time)]),
            _ => Refused(form, text["This e-mail address and password do not belong together. Check both, or choose a new password"]),
        };
    }

    [HttpPost("/sign-out")]
    public async Task<IActionResult> Destroy()
    {
        await session.SignOutAsync();
        Response.Cookies.Delete(PB.Web.Roll.CodeSession.Cookie);
        Response.Headers["Clear-Site-Data"] = "\"cookies\", \"storage\"";
        return Redirect("/");
    }

    /// <summary>Staff who have no second factor yet set one up before anything else.</summary>
    async Task<string> NextAsync(Person person, string? then)
    {
        var isStaff = (await session.UserManager.GetRolesAsync(person)).Count > 0;
        return isStaff ? LocalPath.On("/second-factor/new", then) : then ?? "/me";
    }

    ViewResult Refused(SignInForm form, string why)
    {
        ModelState.AddModelError(nameof(form.Email), why);
        return View("New", form);
    }
}
