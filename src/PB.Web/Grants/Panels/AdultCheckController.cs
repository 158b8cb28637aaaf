using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.Web.Look;
using PB.Web.Rounds.Setup;

namespace PB.Web.Grants.Panels;

/// <summary>Which adults of a fund have a background check that holds. The safeguarding lead writes down that they saw it; the paper is not kept.</summary>
[Route("funds/{fund}/adult-checks")]
public sealed class AdultCheckController(GrantTools tools, GrantRoles roles, CheckDesk desk) : GrantController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, CancellationToken cancel)
    {
        if (await FundAsync(fund, cancel) is not { } found) return NotFound();
        return await RefuseAsync(found, GrantThing.MemberData, GrantVerb.Read) ?? View(await FillAsync(new AdultCheckForm(), found, cancel));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, AdultCheckForm form, CancellationToken cancel)
    {
        if (await FundAsync(fund, cancel) is not { } found) return NotFound();
        if (await RefuseAsync(found, GrantThing.MemberData, GrantVerb.Write) is { } refusal) return refusal;
        if (!(await FillAsync(form, found, cancel)).MayWrite) return Forbid();
        var days = form.Read(ModelState, Text);
        if (form.Adults.FirstOrDefault(adult => adult.PersonId == form.PersonId) is not { } adult)
            ModelState.AddModelError(nameof(form.PersonId), Text["Choose whose check you saw"]);
        else if (days is not null && await desk.RecordAsync((adult.PersonId, adult.Name), form.Scheme, days, (Me, $"funds/{fund}"), cancel) is { } why)
            ModelState.AddModelError(why is CheckRefusal.Own ? nameof(form.PersonId) : nameof(form.RenewOn), why switch
            {
                CheckRefusal.Own => Text["Nobody writes down their own check. Ask another safeguarding lead, or the coordinator who appoints them."],
                CheckRefusal.DaysOutOfOrder => Text["It was made today or before, and runs out after that"],
            });
        return ModelState.IsValid ? Done(GrantPaths.AdultChecks(fund), Text["Saved."]) : View("Index", form);
    }

    async Task<AdultCheckForm> FillAsync(AdultCheckForm form, Fund fund, CancellationToken cancel)
    {
        var adults = await (
            from person in Db.Users
            where Db.FundAppointments.Any(task => task.FundId == fund.Id && task.PersonId == person.Id && task.Until == null)
            orderby person.Name
            select new AdultCheckForm.Adult(person.Id, person.Name, Db.AdultChecks.Where(check => check.PersonId == person.Id).OrderByDescending(check => check.RenewOn).FirstOrDefault())).ToListAsync(cancel);
        (form.Fund, form.Adults, form.Today) = (fund, adults, PanelAges.DayOf(Now));
        form.MayWrite = (await roles.OfAsync(User, fund.Id, cancel)).Contains(GrantRole.SafeguardingLead);
        return form;
    }
}

public sealed class AdultCheckForm
{
    [Display(Name = "Whose check did you see?")]
    public Guid? PersonId { get; set; }

    [Display(Name = "Who made it?")]
    public CheckScheme Scheme { get; set; }

    [Display(Name = "Made on")]
    [StringLength(40, ErrorMessage = "Write a day that is in the calendar, like 27 3 2027")]
    public string? CheckedOn { get; set; }

    [Display(Name = "Counts until")]
    [StringLength(40, ErrorMessage = "Write a day that is in the calendar, like 27 3 2027")]
    public string? RenewOn { get; set; }

    internal Fund Fund { get; set; } = null!;
    internal IReadOnlyList<Adult> Adults { get; set; } = [];
    internal DateOnly Today { get; set; }

    /// <summary>Whether the reader writes checks down; others only see who has one.</summary>
    internal bool MayWrite { get; set; }

    internal CheckedDays? Read(Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary faults, Microsoft.Extensions.Localization.IStringLocalizer<Words> text)
    {
        var made = Day(nameof(CheckedOn), CheckedOn);
        var until = Day(nameof(RenewOn), RenewOn);
        return made is { } from && until is { } to ? new CheckedDays(from, to) : null;

        DateOnly? Day(string field, string? typed)
        {
            if (CivicDay.TryRead(typed, out var day) && day is not null) return day;
            faults.AddModelError(field, text["Write a day that is in the calendar, like 27 3 2027"]);
            return null;
        }
    }

    internal sealed record Adult(Guid PersonId, string Name, AdultCheck? Check)
    {
        public CheckStanding StandingOn(DateOnly day) => Check switch
        {
            null => CheckStanding.None,
            { RenewOn: var end } when end <= day => CheckStanding.Over,
            { RenewOn: var end } when end <= day.AddDays(AdultChecks.WarningDays) => CheckStanding.EndsSoon,
            _ => CheckStanding.Holds,
        };
    }
}

enum CheckStanding
{
    None,
    Over,
    EndsSoon,
    Holds,
}
