using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants;
using PB.Grants.Funds;
using PB.Tally;
using PB.Web.Look;
using PB.Web.Proposals;

namespace PB.Web.Grants.Funds;

/// <summary>The ledger of a pot, line by line.</summary>
[Route("funds/{fund}/pots/{id:guid}/entries")]
public sealed class PotEntryController(GrantTools tools, PotBook pots, CutLetters cuts) : GrantController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, Guid id, CancellationToken cancel) => await PageAsync(fund, id, new EntryForm(), cancel);

    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, Guid id, EntryForm form, CancellationToken cancel)
    {
        if (await FundAsync(fund, cancel) is not { } found || !await Db.FundPots.AnyAsync(pot => pot.Id == id && pot.FundId == found.Id, cancel)) return NotFound();
        if (await RefuseAsync(found, GrantThing.Fund, GrantVerb.Write, GrantCondition.Ledger) is { } refusal) return refusal;
        if (Text.WhyNoSum(form.Amount ?? "", "GBP", out var amount) is { } fault || amount <= Money.Zero)
            ModelState.AddModelError(nameof(form.Amount), Text["Write how much it is in figures, like 1,500"]);
        if (form.Kind is { } kind && !EntryForm.Kinds.Contains(kind))
            ModelState.AddModelError(nameof(form.Kind), Text["Choose what happened"]);
        if (!ModelState.IsValid) return await PageAsync(fund, id, form, cancel);

        await using var transaction = await Db.Database.BeginTransactionAsync(cancel);
        Note("Entered a line into the ledger of a pot", $"funds/{fund}/pots", form.Reason!);
        if (await pots.EnterAsync(id, form.Kind!.Value, amount, new EntryReason(form.Reason!, Me), cancel) is { } missing)
        {
            ModelState.AddModelError(nameof(form.Amount), Text["Only {0} is left", missing.Left.Written()]);
            return await PageAsync(fund, id, form, cancel);
        }

        await TellAsync(id, form.Kind.Value, amount, form.Reason!, cancel);
        await transaction.CommitAsync(cancel);
        return Done(GrantPaths.Ledger(fund, id), Text["The line is in the ledger. It stays there."]);
    }

    // The panel hears why there is less, and groups before anything is decided.
    async Task TellAsync(Guid pot, PotEntryKind kind, Money amount, string reason, CancellationToken cancel)
    {
        if (kind is not PotEntryKind.AdjustDown) return;
        await cuts.TellAsync(pot, amount, (reason, Now), cancel);
        await Db.SaveChangesAsync(cancel);
    }

    async Task<IActionResult> PageAsync(string fund, Guid id, EntryForm form, CancellationToken cancel)
    {
        if (await FundAsync(fund, cancel) is not { } found) return NotFound();
        if (await RefuseAsync(found, GrantThing.Fund, GrantVerb.Read, GrantCondition.Ledger) is { } refusal) return refusal;
        if ((await pots.BalancesAsync(found.Id, cancel)).SingleOrDefault(balance => balance.Pot.Id == id) is not { } pot) return NotFound();
        (form.Fund, form.Pot) = (found, pot);
        form.MayWrite = await MayAsync(found, GrantThing.Fund, GrantVerb.Write, GrantCondition.Ledger);
        form.Entries = await Db.PotEntries.AsNoTracking().Where(entry => entry.PotId == id).OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).ToListAsync(cancel);
        return View("Index", form);
    }
}

public sealed class EntryForm
{
    /// <summary>What people enter by hand; the rest comes with offers and payments.</summary>
    internal static readonly PotEntryKind[] Kinds =
        [PotEntryKind.Allocate, PotEntryKind.Reserve, PotEntryKind.Unreserve, PotEntryKind.CarryIn, PotEntryKind.CarryOut, PotEntryKind.AdjustUp, PotEntryKind.AdjustDown];

    [Display(Name = "What happened?")]
    [Required(ErrorMessage = "Choose what happened")]
    public PotEntryKind? Kind { get; set; }

    [Display(Name = "How much?")]
    [Required(ErrorMessage = "Write how much it is in figures, like 1,500")]
    [StringLength(40, ErrorMessage = "Write how much it is in figures, like 1,500")]
    public string? Amount { get; set => field = Typed.Line(value); }

    [Display(Name = "Why?")]
    [Required(ErrorMessage = "Say why: the panel reads it")]
    [StringLength(300, ErrorMessage = "Say why in 300 characters or fewer")]
    public string? Reason { get; set => field = Typed.Line(value); }

    internal Fund Fund { get; set; } = null!;
    internal PotBalance Pot { get; set; } = null!;
    internal IReadOnlyList<PotEntry> Entries { get; set; } = [];
    internal bool MayWrite { get; set; }
}
