using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.People;
using PB.Web.Look;

namespace PB.Web.People;

/// <summary>Opening the mailed link changes nothing, for mail scanners open links too; pressing the button does.</summary>
[AllowAnonymous]
[Route("/account/confirmation")]
public sealed class ConfirmationController(UserManager<Person> people, MailedLinks links, IStringLocalizer<Words> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> New(string? key, string? then)
    {
        if (key is null)
            return View("Sent");
        return await links.ReadAsync(key, LinkPurpose.Confirmation, people) is null ? Used() : View("New", new ConfirmationForm(key, Url.Local(then)));
    }

    [HttpPost]
    public async Task<IActionResult> Create(ConfirmationForm form)
    {
        if (await links.ReadAsync(form.Key, LinkPurpose.Confirmation, people) is not { } person)
            return Used();
        person.EmailConfirmed = true;
        if (await people.UpdateSecurityStampAsync(person) is { Succeeded: false })
            return Used();
        TempData["Notice"] = text["Your e-mail address is confirmed. You can sign in now."].Value;
        return Redirect(LocalPath.On("/sign-in", Url.Local(form.Then)));
    }

    ViewResult Used()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("Used");
    }
}

public sealed record ConfirmationForm(string? Key, string? Then);
