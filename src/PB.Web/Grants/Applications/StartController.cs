using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants;
using PB.Grants.Applications;
using PB.Grants.Calls;

namespace PB.Web.Grants.Applications;

/// <summary>Three questions before a group writes.</summary>
[Route("funds/{fund}/calls/{call}/applications/new")]
public sealed class StartController(GrantTools tools) : GrantController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> New(string fund, string call, CancellationToken cancel) =>
        await OpenAsync(fund, call, cancel) is { } found ? View(new StartForm { Fund = fund, Call = found, Plans = await EarlierAsync(found, cancel) }) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(string fund, string call, StartForm form, CancellationToken cancel)
    {
        if (await OpenAsync(fund, call, cancel) is not { } found) return NotFound();
        (form.Fund, form.Call, form.Plans) = (fund, found, await EarlierAsync(found, cancel));
        if (found.PhaseAt(Now) is not CallPhase.Open)
            ModelState.AddModelError("", Text["You cannot apply now: this call is not open."]);
        if (form.LocalGroup is false)
            ModelState.AddModelError(nameof(form.LocalGroup), Text["This money is for young people here. Ask the council where you live."]);
        if (form.Earlier is { } chosen && form.Plans.All(one => one.Plan.Id != chosen))
            ModelState.AddModelError(nameof(form.Earlier), Text["Choose one of the plans in the list, or begin with a blank page"]);
        if (!ModelState.IsValid) return View("New", form);
        var application = new Application(found.Id, Me, Now);
        if (form.Plans.FirstOrDefault(one => one.Plan.Id == form.Earlier) is { } earlier)
            application.TakeAlong(earlier.Plan, Now);
        Db.Applications.Add(application);
        await Db.SaveChangesAsync(cancel);
        return Redirect($"{GrantPaths.Application(application.Id)}/words");
    }

    // Those that this person led, the newest: in other calls, and in this one what was taken back.
    async Task<IReadOnlyList<EarlierPlan>> EarlierAsync(Call call, CancellationToken cancel) => await (
        from plan in Db.Applications.AsNoTracking().Include(plan => plan.Lines)
        join other in Db.Calls on plan.CallId equals other.Id
        where plan.LeadId == Me && plan.Title != "" && (other.Id != call.Id || plan.WithdrawnAt != null) && other.FundId == call.FundId
        orderby plan.CreatedAt descending
        select new EarlierPlan(plan, other.Title)).Take(EarlierPlan.Most).ToListAsync(cancel);

    async Task<Call?> OpenAsync(string fund, string call, CancellationToken cancel) =>
        await CallAsync(fund, call, cancel) is { } found && await MayAsync(found, GrantThing.CallText, GrantVerb.Read) ? found : null;
}

public sealed class StartForm
{
    [Display(Name = "Are there at least two of you, and do young people lead it?")]
    [Required(ErrorMessage = "Say whether there are at least two of you")]
    public bool? TwoOfUs { get; set; }

    [Display(Name = "Do you live, learn or meet here?")]
    [Required(ErrorMessage = "Say whether you live, learn or meet here")]
    public bool? LocalGroup { get; set; }

    [Display(Name = "Is there an adult of an organisation who helps you, and who can hold the money?")]
    [Required(ErrorMessage = "Say whether there is an adult: “not yet” is fine")]
    public bool? HasAdult { get; set; }

    [Display(Name = "Do you want to take an earlier plan along?")]
    public Guid? Earlier { get; set; }

    /// <summary>The plans that can be taken along.</summary>
    internal IReadOnlyList<EarlierPlan> Plans { get; set; } = [];

    internal string Fund { get; set; } = "";
    internal Call Call { get; set; } = null!;
}

/// <summary>A plan that can be taken along, and the call that it was for.</summary>
sealed record EarlierPlan(Application Plan, string Call)
{
    public const int Most = 5;
}
