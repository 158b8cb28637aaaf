using Microsoft.AspNetCore.Mvc;
using PB.Grants;
using PB.Grants.Applications;

namespace PB.Web.Grants.Applications;

/// <summary>What a group needs the money for, line by line, and what it asks for.</summary>
[Route("applications/{id:guid}/budget")]
public sealed class BudgetController(GrantTools tools, ApplicationDesk desk) : OwnApplicationController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(id, GrantThing.Draft, GrantVerb.Write, cancel);
        return refusal ?? View(BudgetForm.Of(page!));
    }

    /// <summary>Keeps what can be read, and then says what is wrong with the sums.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Update(Guid id, BudgetForm form, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(id, GrantThing.Draft, GrantVerb.Write, cancel);
        if (refusal is not null) return refusal;
        form.Page = page!;
        if (form.Read(ModelState, Text) is not { } budget) return View("Edit", form);
        var faults = new List<SendingFault>();
        var why = await desk.WriteAsync(id, (application, now) =>
        {
            application.AskFor(budget.Amounts, budget.Lines, now);
            faults.AddRange(SendingFaults.OfBudget(application, page!.Call.Money));
        }, cancel);
        if (why is not null)
            ModelState.AddModelError("", Text.Of(why.Value));
        foreach (var fault in faults)
            ModelState.AddModelError(BudgetForm.FieldOf(fault), Text.Of(fault));
        return ModelState.IsValid ? Redirect($"{GrantPaths.Application(id)}/sending") : View("Edit", form);
    }
}
