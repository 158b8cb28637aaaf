using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants;
using PB.Grants.Funds;

namespace PB.Web.Grants.Funds;

/// <summary>Which adult has which task in a fund.</summary>
[Route("funds/{fund}/people")]
public sealed class FundPeopleController(GrantTools tools) : GrantController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, CancellationToken cancel) => await OpenAsync(fund, new TaskForm(), cancel);

    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, TaskForm form, CancellationToken cancel)
    {
        if (await FundAsync(fund, cancel) is not { } found) return NotFound();
        if (await RefuseAsync(found, GrantThing.Fund, GrantVerb.Write) is { } refusal) return refusal;
        var email = form.Email?.ToUpperInvariant();
        var person = await Db.Users.SingleOrDefaultAsync(p => p.NormalizedEmail == email && p.EmailConfirmed, cancel);
        if (ModelState.IsValid && person is null)
            ModelState.AddModelError(nameof(form.Email), Text["Nobody with a confirmed account has this address. Ask them to make an account first."]);
        else if (person?.Id == Me)
            ModelState.AddModelError(nameof(form.Email), Text["Nobody appoints themselves. Ask somebody else to do it."]);
        else if (person is not null && await Db.FundAppointments.AnyAsync(a => a.FundId == found.Id && a.PersonId == person.Id && a.Role == form.Role && a.Until == null, cancel))
            ModelState.AddModelError(nameof(form.Email), Text["They have this task already."]);
        if (!ModelState.IsValid) return await OpenAsync(fund, form, cancel);
        Db.FundAppointments.Add(new FundAppointment(found.Id, person!.Id, form.Role!.Value, Me, Now));
        Note($"Gave somebody a task in a fund: {form.Role}", $"funds/{fund}", about: person.Name);
        await Db.SaveChangesAsync(cancel);
        return Done(GrantPaths.FundPeople(fund), Text["{0} is now: {1}", person.Name, Text.Of(form.Role.Value)]);
    }

    [HttpPost("{id:guid}/end")]
    public async Task<IActionResult> Destroy(string fund, Guid id, CancellationToken cancel)
    {
        if (await FundAsync(fund, cancel) is not { } found) return NotFound();
        if (await RefuseAsync(found, GrantThing.Fund, GrantVerb.Write) is { } refusal) return refusal;
        if (await Db.FundAppointments.SingleOrDefaultAsync(a => a.Id == id && a.FundId == found.Id, cancel) is not { } task) return NotFound();
        task.End(Now);
        Note($"Ended somebody’s task in a fund: {task.Role}", $"funds/{fund}");
        await Db.SaveChangesAsync(cancel);
        return Done(GrantPaths.FundPeople(fund), Text["The task has ended."]);
    }

    async Task<IActionResult> OpenAsync(string fund, TaskForm form, CancellationToken cancel)
    {
        if (await FundAsync(fund, cancel) is not { } found) return NotFound();
        if (await RefuseAsync(found, GrantThing.Fund, GrantVerb.Write) is { } refusal) return refusal;
        form.Fund = found;
        form.Lines = await (from task in Db.FundAppointments
                            where task.FundId == found.Id && task.Until == null
                            join person in Db.Users on task.PersonId equals person.Id
                            orderby task.Role, person.Name
                            select new TaskForm.Line(task.Id, task.Role, person.Name, person.TwoFactorEnabled)).ToListAsync(cancel);
        return View("Index", form);
    }
}

public sealed class TaskForm
{
    [Display(Name = "E-mail address of their account")]
    [Required(ErrorMessage = "Write the e-mail address")]
    [StringLength(254, ErrorMessage = "The e-mail address must be 254 characters or fewer")]
    public string? Email { get; set => field = value?.Trim(); }

    [Display(Name = "What will they do?")]
    [Required(ErrorMessage = "Say what they will do")]
    public FundRole? Role { get; set; }

    internal Fund Fund { get; set; } = null!;

    internal IReadOnlyList<Line> Lines { get; set; } = [];

    internal sealed record Line(Guid Id, FundRole Role, string Name, bool HasSecondFactor);
}
