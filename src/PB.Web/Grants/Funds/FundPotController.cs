using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants;
using PB.Grants.Funds;
using PB.Web.Proposals;
using PB.Web.Rounds.Setup;

namespace PB.Web.Grants.Funds;

/// <summary>The pots of a fund, with what is left in each.</summary>
[Route("funds/{fund}/pots")]
public sealed class FundPotController(GrantTools tools, PotBook pots) : GrantController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, CancellationToken cancel) =>
        await FundAsync(fund, cancel) is not { } found ? NotFound()
        : await RefuseAsync(found, GrantThing.Fund, GrantVerb.Read, GrantCondition.Ledger) ?? View(new PotsPage(found, await pots.BalancesAsync(found.Id, cancel), await MayAsync(found, GrantThing.Fund, GrantVerb.Write)));

    [HttpGet("new")]
    public async Task<IActionResult> New(string fund, CancellationToken cancel) =>
        await FundAsync(fund, cancel) is not { } found ? NotFound() : await RefuseAsync(found, GrantThing.Fund, GrantVerb.Write) ?? View(new PotForm { Fund = found });

    [HttpPost("new")]
    public async Task<IActionResult> Create(string fund, PotForm form, CancellationToken cancel)
    {
        if (await FundAsync(fund, cancel) is not { } found) return NotFound();
        if (await RefuseAsync(found, GrantThing.Fund, GrantVerb.Write) is { } refusal) return refusal;
        if (!CivicDay.TryRead(form.SpendBy, out var day))
            ModelState.AddModelError(nameof(form.SpendBy), Text["Write a day that is in the calendar, like 27 3 2027"]);
        if (await Db.FundPots.AnyAsync(pot => pot.FundId == found.Id && pot.Order == form.Order, cancel))
            ModelState.AddModelError(nameof(form.Order), Text["Another pot has this place. Choose another number."]);
        form.Fund = found;
        if (!ModelState.IsValid) return View("New", form);
        var pot = new FundPot(found.Id, form.Name!, form.Kind!.Value, form.Order!.Value, Now);
        pot.KeepFor(new PotRestriction { Areas = PotForm.List(form.Areas), Ages = PotForm.List(form.Ages), Themes = PotForm.List(form.Themes), FirstTimeOnly = form.FirstTimeOnly });
        pot.SpendUntil(day, form.CarryRule);
        Db.FundPots.Add(pot);
        Note("Added a pot to a fund", $"funds/{fund}/pots", form.Name!);
        await Db.SaveChangesAsync(cancel);
        return Done(GrantPaths.Pots(fund), Text["“{0}” is saved.", pot.Name]);
    }
}

public sealed record PotsPage(Fund Fund, IReadOnlyList<PotBalance> Pots, bool MaySetUp);

public sealed class PotForm
{
    [Display(Name = "What is the pot called?")]
    [Required(ErrorMessage = "Give the pot a name")]
    [StringLength(80, ErrorMessage = "The name must be 80 characters or fewer")]
    public string? Name { get; set => field = Typed.Line(value); }

    [Display(Name = "What is its money for?")]
    [Required(ErrorMessage = "Choose what its money is for")]
    public FundPotKind? Kind { get; set; }

    [Display(Name = "Its place in the order")]
    [Required(ErrorMessage = "Write a number: the pot with the lowest is used first")]
    [Range(1, 99, ErrorMessage = "Write a number from 1 to 99")]
    public int? Order { get; set; }

    [Display(Name = "Only for these areas")]
    [StringLength(500, ErrorMessage = "Write it in 500 characters or fewer")]
    public string? Areas { get; set; }

    [Display(Name = "Only for these ages")]
    [StringLength(200, ErrorMessage = "Write it in 200 characters or fewer")]
    public string? Ages { get; set; }

    [Display(Name = "Only for these themes")]
    [StringLength(500, ErrorMessage = "Write it in 500 characters or fewer")]
    public string? Themes { get; set; }

    [Display(Name = "Only for groups that never had a grant from this fund")]
    public bool FirstTimeOnly { get; set; }

    [Display(Name = "The last day on which it can be given away")]
    [StringLength(40, ErrorMessage = "Write a day that is in the calendar, like 27 3 2027")]
    public string? SpendBy { get; set; }

    [Display(Name = "What happens to what is left then?")]
    public CarryRule CarryRule { get; set; } = CarryRule.Ask;

    internal Fund Fund { get; set; } = null!;

    internal static string[] List(string? typed) => (typed ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
