using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PB.Rounds;
using PB.Tally;
using PB.Web.Look;

namespace PB.Web.Rounds.Setup;

[Route("rounds/{slug}/setup/money")]
public sealed class MoneyController(StepTools tools) : StepController<MoneyForm>(tools)
{
    static readonly Money Most = new(1_000_000_000_00);

    protected override MoneyForm Read(Round round) => new()
    {
        Amount = round.Pot.Amount == Money.Zero ? null
            : (round.Pot.Amount.MinorUnits / 100m).ToString(round.Pot.Amount.MinorUnits % 100 == 0 ? "#,##0" : "#,##0.00", CultureInfo.InvariantCulture),
        Name = round.Pot.Name,
        ApprovedBy = round.Pot.ApprovedBy,
        ApprovedOn = CivicDay.Written(round.Pot.ApprovedOn),
        Conditions = round.Pot.Conditions,
    };

    protected override Task<bool> WriteAsync(MoneyForm form, Round round, DateTimeOffset now, CancellationToken cancel)
    {
        var amount = Money.Zero;
        var blank = string.IsNullOrWhiteSpace(form.Amount);
        if (!blank && !(Currency.Of(round.Currency).TryParse(form.Amount, out amount) && amount > Money.Zero && amount <= Most))
            Complain(nameof(form.Amount), "Write how much money there is in figures, like 50,000. It can be from {0} to {1}.",
                new Money(1).Written(round.Currency), Most.Written(round.Currency));
        if (!CivicDay.TryRead(form.ApprovedOn, out var day))
            Complain(nameof(form.ApprovedOn), "Write a day that is in the calendar, like 27 3 2027");
        else if (day > DateOnly.FromDateTime(LocalTime.ToLocal(now, round.TimeZone)))
            Complain(nameof(form.ApprovedOn), "The money must be approved already: this day is in the future");
        if (ModelState.IsValid)
            round.FillPot(form.Name?.Trim() ?? "", amount, form.ApprovedBy?.Trim() ?? "", day, form.Conditions?.Trim() ?? "");
        return Task.FromResult(ModelState.IsValid);
    }
}

public sealed class MoneyForm
{
    [StringLength(40, ErrorMessage = "Write how much money there is in figures, like 50,000")]
    public string? Amount { get; set; }

    [StringLength(120, ErrorMessage = "Where it comes from can have up to 120 characters")]
    public string? Name { get; set; }

    [StringLength(200, ErrorMessage = "Who approved it can have up to 200 characters")]
    public string? ApprovedBy { get; set; }

    [StringLength(40, ErrorMessage = "Write a day that is in the calendar, like 27 3 2027")]
    public string? ApprovedOn { get; set; }

    [StringLength(1000, ErrorMessage = "The conditions can have up to 1,000 characters")]
    public string? Conditions { get; set; }
}
