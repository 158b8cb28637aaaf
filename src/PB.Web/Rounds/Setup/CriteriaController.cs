using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PB.Rounds;
using PB.Screening;

namespace PB.Web.Rounds.Setup;

[Route("rounds/{slug}/setup/criteria")]
public sealed class CriteriaController(StepTools tools) : StepController<CriteriaForm>(tools)
{
    const int Most = 30, Longest = 300;

    protected override CriteriaForm Read(Round round) => new()
    {
        Lines = string.Join('\n', round.Criteria.OrderBy(criterion => criterion.Position).Select(criterion => criterion.Text)),
    };

    protected override async Task<bool> WriteAsync(CriteriaForm form, Round round, DateTimeOffset now, CancellationToken cancel)
    {
        var lines = (form.Lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length > Most)
            Complain(nameof(form.Lines), "There are {0} conditions. People can keep {1} in mind at most: leave some out.", lines.Length, Most);
        else if (Array.Find(lines, line => line.Length > Longest) is { } line)
            Complain(nameof(form.Lines), "Make this condition shorter than {0} characters: “{1}…”", Longest, line[..40]);
        else if ((await Db.ConditionsOfAsync(round.Id, cancel)).Except(lines).FirstOrDefault() is { } missing)
            Complain(nameof(form.Lines), "The checklist of this round asks for this condition, so it has to stay: “{0}”", missing);
        if (ModelState.IsValid)
            round.SetCriteria(lines, now);
        return ModelState.IsValid;
    }
}

public sealed class CriteriaForm
{
    [StringLength(9000, ErrorMessage = "All conditions together can have up to 9,000 characters")]
    public string? Lines { get; set; }
}
