using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PB.Rounds;

namespace PB.Web.Rounds.Setup;

[Route("rounds/{slug}/setup/words")]
public sealed class WordsController(StepTools tools) : StepController<WordsForm>(tools)
{
    protected override WordsForm Read(Round round) => new()
    {
        Title = round.Title,
        Summary = round.Summary,
        Kind = round.StartsFromCouncilOptions ? RoundKind.CouncilOptions : RoundKind.ResidentIdeas,
        ForYoungPeople = round.ForYoungPeople,
    };

    protected override async Task<bool> WriteAsync(WordsForm form, Round round, DateTimeOffset now, CancellationToken cancel)
    {
        var title = form.Title!.Trim();
        if (PB.Data.Slug.Of(title).Length == 0)
            Complain(nameof(form.Title), "The title needs at least one letter or number");
        if (!ModelState.IsValid)
            return false;
        // A draft's address follows its title; nobody has been told it yet.
        var slug = title == round.Title ? round.Slug : await Db.FreeRoundSlugAsync(title, cancel);
        round.Describe(title, slug, form.Summary?.Trim() ?? "", round.TimeZone, round.Currency);
        round.SetKind(form.Kind is RoundKind.CouncilOptions, form.ForYoungPeople);
        return true;
    }
}

public sealed class WordsForm
{
    [Required(ErrorMessage = "Give the round a title")]
    [StringLength(120, ErrorMessage = "The title can have up to 120 characters")]
    public string? Title { get; set; }

    [StringLength(1000, ErrorMessage = "The summary can have up to 1,000 characters")]
    public string? Summary { get; set; }

    [EnumDataType(typeof(RoundKind), ErrorMessage = "Choose who writes the list of projects")]
    public RoundKind Kind { get; set; }

    public bool ForYoungPeople { get; set; }
}

public enum RoundKind
{
    [Display(Name = "Residents put forward ideas", Description = "Anybody can put forward an idea. Officers check which can be done, and residents vote on those.")]
    ResidentIdeas,

    [Display(Name = "The council writes the list", Description = "Residents choose among projects that the council has worked out. The page of the round says so.")]
    CouncilOptions,
}
