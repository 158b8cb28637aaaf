using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PB.Rounds;

namespace PB.Web.Rounds.Setup;

[Route("rounds/{slug}/setup/voters")]
public sealed class VotersController(StepTools tools) : StepController<VotersForm>(tools)
{
    protected override VotersForm Read(Round round) => new()
    {
        MinimumAge = round.Eligibility.MinimumAge?.ToString(CultureInfo.InvariantCulture),
        MaximumAge = round.Eligibility.MaximumAge?.ToString(CultureInfo.InvariantCulture),
        InWords = round.Eligibility.InWords,
    };

    protected override Task<bool> WriteAsync(VotersForm form, Round round, DateTimeOffset now, CancellationToken cancel)
    {
        var (youngest, oldest) = (Age(form.MinimumAge, nameof(form.MinimumAge)), Age(form.MaximumAge, nameof(form.MaximumAge)));
        if (oldest < youngest)
            Complain(nameof(form.MaximumAge), "The oldest age must not be less than the youngest, which is {0}", youngest!.Value);
        if (ModelState.IsValid)
            round.SetEligibility(new Eligibility { MinimumAge = youngest, MaximumAge = oldest, InWords = form.InWords?.Trim() ?? "" });
        return Task.FromResult(ModelState.IsValid);
    }

    int? Age(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age is >= 5 and <= 120)
            return age;
        Complain(field, "Write an age from 5 to 120, or leave it empty");
        return null;
    }
}

public sealed class VotersForm
{
    [StringLength(10, ErrorMessage = "Write an age from 5 to 120, or leave it empty")]
    public string? MinimumAge { get; set; }

    [StringLength(10, ErrorMessage = "Write an age from 5 to 120, or leave it empty")]
    public string? MaximumAge { get; set; }

    [StringLength(500, ErrorMessage = "Who may vote can have up to 500 characters")]
    public string? InWords { get; set; }
}
