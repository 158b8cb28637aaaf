using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Screening;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Proposals;

namespace PB.Web.Screening;

/// <summary>By what a panel chooses, and who sits on it.</summary>
[Authorize(Staffed.Manager)]
[Route("rounds/{slug}/shortlist")]
public sealed class ShortlistPanelController(ShortlistTable table, ShortlistDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpPost("panel")]
    public Task<IActionResult> Update(string slug, ShortlistRuleForm form, CancellationToken cancel) =>
        ChangeAsync(slug, round => desk.LayDownAsync(round, User.Id()!.Value, form.Rule(), cancel), cancel);

    [HttpPost("seats")]
    public Task<IActionResult> Create(string slug, ShortlistSeatForm form, CancellationToken cancel) =>
        ChangeAsync(slug, round => desk.SeatAsync(round, User.Id()!.Value, form.Words(), cancel), cancel);

    [HttpPost("seats/{seat:guid}/removal")]
    public Task<IActionResult> Destroy(string slug, Guid seat, CancellationToken cancel) =>
        ChangeAsync(slug, round => desk.UnseatAsync(round, User.Id()!.Value, seat, cancel), cancel);

    async Task<IActionResult> ChangeAsync(string slug, Func<Guid, Task<ShortlistRefusal?>> change, CancellationToken cancel)
    {
        var (round, closed) = await table.OpenAsync(this, slug, cancel);
        if (closed is not null)
            return closed;
        if (ModelState.IsValid && await change(round!.Id) is { } refusal)
            ModelState.AddModelError("", text.Of(refusal));
        return ModelState.IsValid ? Redirect(ScreeningPaths.Shortlist(slug)) : View("/Screening/Shortlist/Show.cshtml", await table.ReadAsync(slug, User, cancel));
    }
}

public sealed class ShortlistRuleForm
{
    [Display(Name = "What is the panel called?")]
    [Required(ErrorMessage = "Give the panel a name"), StringLength(120, ErrorMessage = "The name can have up to 120 characters")]
    public string? Name { get; set; }

    [Display(Name = "How many projects go on the ballot at most?")]
    [Required(ErrorMessage = "Say how many projects go on the ballot"), Range(1, 200, ErrorMessage = "From 1 to 200 projects can go on the ballot")]
    public int? Places { get; set; }

    [Display(Name = "How many of 100 seats are for residents at least?")]
    [Required(ErrorMessage = "Say how many of a hundred seats are for residents"), Range(0, 100, ErrorMessage = "The share of residents is from 0 to 100")]
    public int? ResidentsPercent { get; set; }

    [Display(Name = "How many have to be there to decide?")]
    [Required(ErrorMessage = "Say how many have to be there"), Range(1, 100, ErrorMessage = "From 1 to 100 have to be there")]
    public int? Quorum { get; set; }

    internal static ShortlistRuleForm Of(ShortlistRule? rule) =>
        new() { Name = rule?.Name, Places = rule?.Places, ResidentsPercent = rule?.ResidentsPercent, Quorum = rule?.Quorum };

    internal ShortlistRule Rule() => new() { Name = Typed.Line(Name), Places = Places!.Value, ResidentsPercent = ResidentsPercent!.Value, Quorum = Quorum!.Value };
}

public sealed class ShortlistSeatForm
{
    [Display(Name = "Who has it? A name that may be public, or the group")]
    [Required(ErrorMessage = "Say who has the seat"), StringLength(120, ErrorMessage = "Write up to 120 characters")]
    public string? Holder { get; set; }

    [Display(Name = "How was it filled?")]
    [Required(ErrorMessage = "Say how the seat was filled")]
    public SeatFilled? Filled { get; set; }

    [Display(Name = "By whom, or where?")]
    [Required(ErrorMessage = "Say by whom the seat was filled, or where"), StringLength(200, ErrorMessage = "Write up to 200 characters")]
    public string? FilledBy { get; set; }

    [Display(Name = "A resident has it")]
    public bool IsResident { get; set; }

    internal SeatWords Words() => new(Typed.Line(Holder), Filled!.Value, Typed.Line(FilledBy), IsResident);
}
