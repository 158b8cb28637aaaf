using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using PB.Screening;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Proposals;

namespace PB.Web.Screening;

/// <summary>Appeals that wait for an answer; each officer sees those in whose refusal they had no part, each manager those that no officer can answer.</summary>
[Authorize(Staffed.AppealJudge)]
[Route("desk/appeals")]
public sealed class AppealAnswerController(AppealsTable table, AppealDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) =>
        View(new AppealsPage(await table.WaitingAsync(User, null, cancel), table.Now));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken cancel) =>
        await PageAsync(id, cancel) is { } page ? View(new AppealAnswerForm { Page = page }) : NotFound();

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Update(Guid id, AppealAnswerForm form, CancellationToken cancel)
    {
        if (await PageAsync(id, cancel) is not { } page) return NotFound();
        form.Page = page;
        if (form.Read(ModelState, text) is { } answer && await desk.AnswerAsync(id, User.Id()!.Value, answer, cancel) is { } refusal)
            ModelState.AddModelError("", text.Of(refusal));
        if (!ModelState.IsValid) return View("Edit", form);
        TempData["Notice"] = text["Your answer is published, and a letter is on its way to the proposer."].Value;
        return Redirect(ScreeningPaths.Appeals);
    }

    async Task<AppealPage?> PageAsync(Guid id, CancellationToken cancel) => (await table.WaitingAsync(User, id, cancel)).SingleOrDefault();
}

public sealed record AppealsPage(IReadOnlyList<AppealPage> Appeals, DateTimeOffset Now);

public sealed class AppealAnswerForm
{
    [Display(Name = "Does the idea go on the ballot after all?")]
    public bool? Granted { get; set; }

    [Display(Name = "Why?")]
    [StringLength(2000, ErrorMessage = "Write the reason in 2,000 characters or fewer")]
    public string? Reason { get; set => field = value?.ReplaceLineEndings("\n"); }

    [Display(Name = "What can the proposer do now?")]
    [StringLength(2000, ErrorMessage = "Write the next step in 2,000 characters or fewer")]
    public string? NextStep { get; set => field = value?.ReplaceLineEndings("\n"); }

    internal AppealPage Page { get; set; } = null!;

    internal AppealAnswer? Read(ModelStateDictionary faults, IStringLocalizer<Words> text)
    {
        var (reason, nextStep) = (Typed.Lines(Reason), Typed.Lines(NextStep));
        if (Granted is null) faults.AddModelError(nameof(Granted), text["Say whether it goes on the ballot"]);
        if (reason.Length == 0) faults.AddModelError(nameof(Reason), text["Give the reason: everybody can read it"]);
        if (nextStep.Length == 0) faults.AddModelError(nameof(NextStep), text["Say what the proposer can do now"]);
        return faults.IsValid ? new AppealAnswer(Granted!.Value, reason, nextStep) : null;
    }
}
