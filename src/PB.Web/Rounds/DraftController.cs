using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Journal;
using PB.Rounds;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Rounds.Setup;

namespace PB.Web.Rounds;

[Authorize(Staffed.Manager)]
public sealed class DraftController(PbContext db, IStringLocalizer<Words> words, TimeProvider clock) : Controller
{
    [HttpGet("desk/rounds/new")]
    public async Task<IActionResult> New(CancellationToken cancel)
    {
        var own = await OwnPlace.ReadAsync(db, User, cancel);
        return Show(new DraftForm { Chosen = own.Count == 1 ? [own[0].Slug] : [] }, own);
    }

    [HttpPost("desk/rounds")]
    public async Task<IActionResult> Create(DraftForm form, CancellationToken cancel)
    {
        var own = await OwnPlace.ReadAsync(db, User, cancel);
        var chosen = own.Where(place => form.Chosen.Contains(place.Slug)).Select(place => place.Id).ToList();
        if (chosen.Count == 0)
            ModelState.AddModelError(nameof(form.Chosen), words["Choose at least one neighbourhood"]);
        if (form.Title is { } typed && Slug.Of(typed).Length == 0)
            ModelState.AddModelError(nameof(form.Title), words["The title needs at least one letter or number"]);
        if (!ModelState.IsValid)
            return Show(form, own);

        var address = await db.SaveDraftAsync(form.Title!, slug => Begin(form, slug, chosen), cancel);
        return Redirect(RoundPaths.Setup(address));
    }

    void Begin(DraftForm form, string slug, List<Guid> places)
    {
        var now = clock.GetUtcNow();
        var round = new Round(form.Title!.Trim(), slug, User.Id()!.Value, now);
        round.SetKind(form.Kind is RoundKind.CouncilOptions, forYoungPeople: false);
        round.TakePlaceIn(places);
        db.Add(round);
        db.Journal.Add(new JournalEntry(User.Id(), "Began a draft of a round", $"rounds/{slug}", "", now));
    }

    ViewResult Show(DraftForm form, IReadOnlyList<OwnPlace> own)
    {
        form.Places = [.. own.Select(place => new Choice(place.Slug, place.Name))];
        return View("New", form);
    }
}

public sealed class DraftForm
{
    [Required(ErrorMessage = "Give the round a title")]
    [StringLength(120, ErrorMessage = "The title can have up to 120 characters")]
    public string? Title { get; set; }

    public List<string> Chosen { get; set; } = [];

    [EnumDataType(typeof(RoundKind), ErrorMessage = "Choose who writes the list of projects")]
    public RoundKind Kind { get; set; }

    [BindNever, ValidateNever]
    public IReadOnlyList<Choice> Places { get; set; } = [];
}
