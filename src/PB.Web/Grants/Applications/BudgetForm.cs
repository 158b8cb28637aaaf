using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Tally;
using PB.Web.Look;
using PB.Web.Proposals;

namespace PB.Web.Grants.Applications;

public sealed class BudgetForm
{
    const int Most = 20;

    public List<BudgetRow> Rows { get; set; } = [];

    [Display(Name = "What do you get from elsewhere?")]
    [StringLength(40, ErrorMessage = "Write it in figures, like 100")]
    public string? OtherFunding { get; set => field = Typed.Line(value); }

    [Display(Name = "How much do you ask us for?")]
    [Required(ErrorMessage = "Say how much you ask for")]
    [StringLength(40, ErrorMessage = "Write it in figures, like 1,000")]
    public string? Requested { get; set => field = Typed.Line(value); }

    [Display(Name = "We could still do it with")]
    [StringLength(40, ErrorMessage = "Write it in figures, like 800")]
    public string? Viable { get; set => field = Typed.Line(value); }

    internal ApplicationPage Page { get; set; } = null!;

    internal static BudgetForm Of(ApplicationPage page)
    {
        var own = page.Application;
        return new BudgetForm
        {
            Page = page,
            Rows = [.. own.Lines.Select(BudgetRow.Of), .. Enumerable.Range(0, Math.Clamp(Most - own.Lines.Count, 0, own.Lines.Count == 0 ? 4 : 2)).Select(_ => new BudgetRow())],
            OtherFunding = own.Amounts.OtherFunding == Money.Zero ? null : Typed.Sum(own.Amounts.OtherFunding, "GBP"),
            Requested = own.Amounts.Requested == Money.Zero ? null : Typed.Sum(own.Amounts.Requested, "GBP"),
            // Whoever left it empty needs all of it, also when all is another sum later.
            Viable = own.Amounts.Viable == own.Amounts.Requested ? null : Typed.Sum(own.Amounts.Viable, "GBP"),
        };
    }

    internal Budget? Read(ModelStateDictionary faults, IStringLocalizer<Words> text)
    {
        var lines = new List<BudgetWords>();
        foreach (var (row, index) in Rows.Take(Most).Select((row, index) => (row, index)).Where(entry => entry.row.Description is { Length: > 0 } || entry.row.Price is { Length: > 0 }))
            if (text.WhyNoSum(row.Price ?? "", "GBP", out var price) is { } fault)
                faults.AddModelError($"Rows[{index}].Price", fault);
            else
                lines.Add(new BudgetWords(row.Category, row.Description ?? "", row.Quantity ?? 1, price, row.Capital));
        var amounts = new AmountsAsked
        {
            OtherFunding = Sum(nameof(OtherFunding), OtherFunding, faults, text) ?? Money.Zero,
            Requested = Sum(nameof(Requested), Requested, faults, text) ?? Money.Zero,
        };
        amounts = amounts with { Viable = Sum(nameof(Viable), Viable, faults, text) ?? amounts.Requested };
        if (amounts.Viable > amounts.Requested)
            faults.AddModelError(nameof(Viable), text["The least that you need cannot be more than what you ask for"]);
        return faults.IsValid ? new Budget(amounts, lines) : null;
    }

    internal static string FieldOf(SendingFault fault) => fault switch
    {
        { Kind: SendingFaultKind.ItemTooDear, Line: { } line } => $"Rows[{line - 1}].Price",
        { Kind: SendingFaultKind.NoBudget } => "Rows[0].Description",
        { Kind: SendingFaultKind.ViableAboveRequested } => nameof(Viable),
        _ => nameof(Requested),
    };

    static Money? Sum(string field, string? typed, ModelStateDictionary faults, IStringLocalizer<Words> text)
    {
        if (typed is not { Length: > 0 } || typed == "0")
            return null;
        if (text.WhyNoSum(typed, "GBP", out var sum) is { } fault)
            faults.AddModelError(field, fault);
        return sum;
    }

    internal sealed record Budget(AmountsAsked Amounts, IReadOnlyList<BudgetWords> Lines);
}

public sealed class BudgetRow
{
    [Display(Name = "What for?")]
    [StringLength(200, ErrorMessage = "Say it in 200 characters or fewer")]
    public string? Description { get; set => field = Typed.Line(value); }

    [Display(Name = "Kind")]
    public BudgetCategory Category { get; set; }

    [Display(Name = "How many")]
    [Range(1, 10000, ErrorMessage = "Write a number from 1 to 10,000")]
    public int? Quantity { get; set; }

    [Display(Name = "Price of one")]
    [StringLength(40, ErrorMessage = "Write it in figures, like 25")]
    public string? Price { get; set => field = Typed.Line(value); }

    [Display(Name = "A thing that lasts")]
    public bool Capital { get; set; }

    internal static BudgetRow Of(BudgetLine line) =>
        new() { Description = line.Description, Category = line.Category, Quantity = line.Quantity, Price = Typed.Sum(line.UnitPrice, "GBP"), Capital = line.Capital };
}
