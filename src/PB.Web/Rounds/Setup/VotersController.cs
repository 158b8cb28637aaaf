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
        AgeOn = CivicDay.Written(round.Eligibility.AgeOn),
        Membership = round.Eligibility.Membership,
        Connections = [.. Enum.GetValues<Connections>().Where(one => round.Eligibility.Connections.HasFlag(one))],
        Proofs = [.. Enum.GetValues<Proofs>().Where(one => round.Eligibility.Proofs.HasFlag(one))],
    };

    protected override Task<bool> WriteAsync(VotersForm form, Round round, DateTimeOffset now, CancellationToken cancel)
    {
        var (youngest, oldest) = (Age(form.MinimumAge, nameof(form.MinimumAge)), Age(form.MaximumAge, nameof(form.MaximumAge)));
        if (oldest < youngest)
            Complain(nameof(form.MaximumAge), "The oldest age must not be less than the youngest, which is {0}", youngest!.Value);
        if (!CivicDay.TryRead(form.AgeOn, out var day))
            Complain(nameof(form.AgeOn), "Write a day, like 27 3 2027");
        var (connections, proofs) = (Together(form), Proven(form));
        if (ModelState.IsValid)
            round.SetEligibility(new Eligibility
            {
                MinimumAge = youngest,
                MaximumAge = oldest,
                AgeOn = youngest is null && oldest is null ? null : day,
                InWords = form.InWords?.Trim() ?? "",
                Membership = string.IsNullOrWhiteSpace(form.Membership) ? null : form.Membership.Trim(),
                Connections = connections,
                Proofs = proofs,
            });
        return Task.FromResult(ModelState.IsValid);
    }

    Connections Together(VotersForm form)
    {
        if (form.Connections.Count == 0)
            Complain(nameof(form.Connections), "Choose what connects a voter with the area");
        return form.Connections.Aggregate((Connections)0, (all, one) => all | one);
    }

    Proofs Proven(VotersForm form)
    {
        if (form.Proofs.Count == 0)
            Complain(nameof(form.Proofs), "Choose at least one way to prove it");
        else if (form.Proofs.Contains(Proofs.School) && form.Proofs.Count > 1)
            Complain(nameof(form.Proofs), "Pupils who vote by a school code tell nobody who they are. With another way beside it somebody could vote twice, so choose it alone");
        else if (!string.IsNullOrWhiteSpace(form.Membership) && form.Proofs is not [Proofs.Declaration])
            Complain(nameof(form.Membership), "Only people's own word says to what community they belong: no register and no code does");
        return form.Proofs.Aggregate((Proofs)0, (all, one) => all | one);
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

    [StringLength(20, ErrorMessage = "Write a day, like 27 3 2027")]
    public string? AgeOn { get; set; }

    [StringLength(100, ErrorMessage = "The name of the community can have up to 100 characters")]
    public string? Membership { get; set; }

    public List<Connections> Connections { get; set; } = [];

    public List<Proofs> Proofs { get; set; } = [];

    [StringLength(500, ErrorMessage = "Who may vote can have up to 500 characters")]
    public string? InWords { get; set; }
}
