using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Roll;
using PB.Web.Ballots;
using PB.Web.Look;

namespace PB.Web.Roll;

/// <summary>Where a code from a letter is typed in, or comes from the square that a phone reads.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Route(RollPaths.Code)]
public sealed class LetterCodeController(PbContext db, LetterCodes codes, CodeSession session, IStringLocalizer<Words> text) : Controller
{
    // Only fills the form in: a link alone never begins anything.
    [HttpGet]
    public IActionResult New([FromQuery(Name = "c")] string? code) => View(new LetterCodeForm { Code = code is { Length: < 40 } ? code : null });

    [HttpPost, EnableRateLimiting(RateLimits.Codes)]
    public async Task<IActionResult> Create(LetterCodeForm form, CancellationToken cancel)
    {
        if (await codes.FindAsync(form.Code, cancel) is not { } code || await codes.UseAsync(code, cancel) is null)
        {
            ModelState.AddModelError(nameof(form.Code), text[Sentence(CodeText.Read(form.Code, out _))]);
            return View("New", form);
        }

        session.Remember(HttpContext, code);
        var slug = await db.Rounds.Where(round => round.Id == code.RoundId).Select(round => round.Slug).SingleAsync(cancel);
        return Redirect(BallotPaths.Ballot(slug));
    }

    /// <summary>Lets somebody else use this device.</summary>
    [HttpPost("end")]
    public async Task<IActionResult> Destroy(string? round, CancellationToken cancel)
    {
        var id = await db.Rounds.Where(r => r.Slug == round).Select(r => r.Id).SingleOrDefaultAsync(cancel);
        session.Forget(HttpContext, id);
        TempData["Notice"] = text["The code is no longer in use on this device."].Value;
        return Redirect(RollPaths.Code);
    }

    static string Sentence(CodeMistake? mistake) => mistake switch
    {
        CodeMistake.WrongLength => "A code has 12 letters and numbers. Check that none is missing",
        CodeMistake.DoesNotAddUp => "One character is wrong, or two have changed places. A code never has 0, 1, I, L or O",
        null => "This code cannot be used. It may be of another website, or it was made void. Ask the people who gave it to you",
    };
}

public sealed class LetterCodeForm
{
    [System.ComponentModel.DataAnnotations.Display(Name = "Your code")]
    public string? Code { get; set; }
}
