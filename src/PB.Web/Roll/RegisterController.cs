using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Approvals;
using PB.People;
using PB.Roll;
using PB.Rounds;
using PB.Web.People;

namespace PB.Web.Roll;

/// <summary>Reading a register in: first as a trial, then for a second person to approve.</summary>
[Authorize(Staffed.Manager)]
[Route("rounds/{slug}/voters/register")]
public sealed class RegisterController(RollDeskTools tools, Register register) : Controller
{
    const long MostBytes = 64 * 1024 * 1024;

    [HttpGet]
    public async Task<IActionResult> New(string slug, CancellationToken cancel)
    {
        var (round, refusal) = await FindAsync(slug, cancel);
        return refusal ?? await ShowAsync(round!, new RegisterForm(), cancel);
    }

    [HttpPost, RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
    public async Task<IActionResult> Create(string slug, RegisterForm form, CancellationToken cancel)
    {
        var (round, refusal) = await FindAsync(slug, cancel);
        if (refusal is not null)
            return refusal;
        if (!ModelState.IsValid)
            return await ShowAsync(round!, form, cancel);
        var role = User.IsInRole(Role.NeighbourhoodManager) ? Role.NeighbourhoodManager : Role.Administrator;
        await using var file = form.File!.OpenReadStream();
        var outcome = await register.ImportAsync(round!, file, form.Trial ? null : new Officer(User.Id()!.Value, role), cancel);
        return View("Show", new RegisterPage(round!, outcome, form.Trial));
    }

    async Task<(Round? Round, IActionResult? Refusal)> FindAsync(string slug, CancellationToken cancel)
    {
        var (round, refusal) = await tools.FindAsync(this, slug, cancel);
        return refusal is null && (!round!.Eligibility.Proofs.HasFlag(Proofs.Register) || tools.Now >= round.Calendar.VotingUntil) ? (null, NotFound()) : (round, refusal);
    }

    async Task<IActionResult> ShowAsync(Round round, RegisterForm form, CancellationToken cancel)
    {
        form.Round = round;
        form.Imports = await tools.Db.RegisterImports.AsNoTracking().Where(import => import.RoundId == round.Id).OrderByDescending(import => import.MadeAt).ToListAsync(cancel);
        return View("New", form);
    }
}

public sealed class RegisterForm
{
    [Required(ErrorMessage = "Choose the file of the register")]
    public IFormFile? File { get; set; }

    /// <summary>Only look whether it is right.</summary>
    public bool Trial { get; set; }

    internal Round Round { get; set; } = null!;
    internal IReadOnlyList<RegisterImport> Imports { get; set; } = [];
}

public sealed record RegisterPage(Round Round, RegisterOutcome Outcome, bool Trial)
{
    /// <summary>How many bad lines the page shows.</summary>
    public const int Shown = 1_000;

    public RegisterReport Report => Outcome.Report;
}
