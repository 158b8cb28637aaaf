using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.People;
using PB.Proposals;
using PB.Rounds;
using PB.Web.Look;

namespace PB.Web.Proposals;

/// <summary>Where an idea begins: with an account, or with a link by e-mail.</summary>
[AllowAnonymous]
[Route("rounds/{slug}/proposals/new")]
public sealed class IdeaController(ProposalShelf shelf, DraftBook drafts, UserManager<Person> people, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(string slug, CancellationToken cancel) =>
        await shelf.RoundAsync(slug, cancel) is { } round ? await AskAsync(new IdeaForm(), round, cancel) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(string slug, IdeaForm form, CancellationToken cancel)
    {
        if (await shelf.RoundAsync(slug, cancel) is not { } round) return NotFound();
        if (await people.GetUserAsync(User) is { } person)
            return await drafts.StartAsync(round, person, cancel) is { } draft ? Redirect(ProposalPaths.Draft(slug, draft)) : RedirectToAction(nameof(New), new { slug });

        var (name, email) = Read(form);
        if (!ModelState.IsValid) return await AskAsync(form, round, cancel);
        return await drafts.StartByMailAsync(round, name, email, cancel) is null
            ? View("Sent", new IdeaPage(round, null, []) { Email = email })
            : RedirectToAction(nameof(New), new { slug });
    }

    async Task<IActionResult> AskAsync(IdeaForm form, Round round, CancellationToken cancel)
    {
        form.Page = new IdeaPage(round, ProposalPolicies.WhyMayNotWrite(round, shelf.Now), await shelf.CriteriaAsync(round.Id, cancel));
        return View("New", form);
    }

    (string Name, string Email) Read(IdeaForm form)
    {
        var (name, email) = (Typed.Line(form.Name), Typed.Line(form.Email).ToLowerInvariant());
        if (name.Length == 0) ModelState.AddModelError(nameof(form.Name), text["Write your name"]);
        if (email.Length == 0)
            ModelState.AddModelError(nameof(form.Email), text["Write your e-mail address"]);
        else if (!Typed.IsAddress(email))
            ModelState.AddModelError(nameof(form.Email), text["Write an e-mail address such as name@example.com"]);
        return (name, email);
    }
}
