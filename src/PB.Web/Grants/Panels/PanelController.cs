using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants;
using PB.Grants.Awards;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Proposals;

namespace PB.Web.Grants.Panels;

[Route("funds/{fund}/panels")]
public sealed class PanelController(GrantTools tools, Roster roster) : GrantController(tools)
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string fund, CancellationToken cancel) =>
        await FundAsync(fund, cancel) is not { } found ? NotFound() : await RefuseAsync(found, GrantThing.Fund, GrantVerb.Write) ?? View(await FilledAsync(new PanelForm { Fund = found }, null, cancel));

    [HttpPost("new")]
    public async Task<IActionResult> Create(string fund, PanelForm form, CancellationToken cancel)
    {
        if (await FundAsync(fund, cancel) is not { } found) return NotFound();
        if (await RefuseAsync(found, GrantThing.Fund, GrantVerb.Write) is { } refusal) return refusal;
        form.Fund = found;
        await FilledAsync(form, null, cancel);
        if (!ModelState.IsValid) return View("New", form);
        var taken = await Db.Panels.Where(p => p.FundId == found.Id).Select(p => p.Slug).ToListAsync(cancel);
        var panel = new Panel(found.Id, form.Name!, Slug.FirstFree(Slug.Of(form.Name!), [.. taken, "new"]), Now);
        form.Write(panel);
        Db.Panels.Add(panel);
        Note("Added a panel to a fund", $"funds/{fund}/panels/{panel.Slug}");
        await Db.SaveChangesAsync(cancel);
        return Done(GrantPaths.Panel(fund, panel.Slug), Text["“{0}” is saved.", panel.Name]);
    }

    [HttpGet("{panel}/setup")]
    public async Task<IActionResult> Edit(string fund, string panel, CancellationToken cancel)
    {
        var (form, _, refusal) = await OpenAsync(fund, panel, null, cancel);
        return refusal ?? View(form);
    }

    [HttpPost("{panel}/setup")]
    public async Task<IActionResult> Update(string fund, string panel, PanelForm typed, CancellationToken cancel)
    {
        var (form, own, refusal) = await OpenAsync(fund, panel, typed, cancel);
        if (refusal is not null) return refusal;
        if (!ModelState.IsValid) return View("Edit", form);
        form!.Write(own!);
        Note("Changed a panel", $"funds/{fund}/panels/{panel}");
        await Db.SaveChangesAsync(cancel);
        return Done(GrantPaths.Panel(fund, panel), Text["“{0}” is saved.", own!.Name]);
    }

    async Task<(PanelForm? Form, Panel? Panel, IActionResult? Refusal)> OpenAsync(string fund, string panel, PanelForm? typed, CancellationToken cancel)
    {
        if (await FundAsync(fund, cancel) is not { } found) return (null, null, NotFound());
        if (await RefuseAsync(found, GrantThing.Fund, GrantVerb.Write) is { } refusal) return (null, null, refusal);
        if (await Db.Panels.SingleOrDefaultAsync(p => p.FundId == found.Id && p.Slug == panel, cancel) is not { } own) return (null, null, NotFound());
        var form = typed ?? new PanelForm { Name = own.Name, MinMembers = own.MinMembers, TermMonths = own.TermMonths, ParentId = own.ParentPanelId };
        (form.Fund, form.Slug) = (found, own.Slug);
        return (await FilledAsync(form, own, cancel), own, null);
    }

    // A panel hands over to any other of its fund that does not hand over itself.
    async Task<PanelForm> FilledAsync(PanelForm form, Panel? own, CancellationToken cancel)
    {
        var others = own is not null && await Db.Panels.AnyAsync(one => one.ParentPanelId == own.Id, cancel) ? []
            : await Db.Panels.Where(one => one.FundId == form.Fund.Id && (own == null || one.Id != own.Id) && one.ParentPanelId == null).OrderBy(one => one.Name).Select(one => new { one.Id, one.Name }).ToListAsync(cancel);
        form.Others = [.. others.Select(one => new Choice($"{one.Id}", one.Name))];
        if (form.ParentId is { } chosen && others.TrueForAll(one => one.Id != chosen))
            ModelState.AddModelError(nameof(PanelForm.ParentId), Text["Choose one of these panels"]);
        return form;
    }

    [HttpGet("{panel}")]
    public async Task<IActionResult> Show(string fund, string panel, CancellationToken cancel)
    {
        if (await FundAsync(fund, cancel) is not { } found) return NotFound();
        if (await Db.Panels.AsNoTracking().SingleOrDefaultAsync(p => p.FundId == found.Id && p.Slug == panel, cancel) is not { } own) return NotFound();
        var seats = await roster.OfAsync(own.Id, cancel);
        var mine = seats.FirstOrDefault(seat => seat.Member.PersonId == User.Id() && seat.Standing is not MemberStanding.Left);
        if (mine is null && await RefuseAsync(found, GrantThing.Fund, GrantVerb.Read) is { } refusal) return refusal;
        return View(new PanelPage(found, own, [.. seats.Where(seat => seat.Standing is not MemberStanding.Left)])
        {
            Mine = mine,
            MaySeeData = await MayAsync(found, GrantThing.MemberData, GrantVerb.Read),
            MaySetUp = await MayAsync(found, GrantThing.Fund, GrantVerb.Write),
            MayInvite = await MayAsync(found, GrantThing.MemberData, GrantVerb.Write),
            Calls = await Db.Calls.AsNoTracking().Where(c => c.PanelId == own.Id && c.CancelledAt == null).OrderByDescending(c => c.CreatedAt).ToListAsync(cancel),
            OpenQuestions = mine is { Decides: true } || await MayAsync(found, GrantThing.MemberData, GrantVerb.Write) ? await Db.Set<Removal>().CountAsync(one => one.AgreedAt == null && one.RejectedAt == null && one.AskedAt > Now - Removal.Patience && Db.PanelMembers.Any(member => member.Id == one.MemberId && member.PanelId == own.Id && member.LeftAt == null), cancel) : 0,
            AtWork = await Db.CallsAtWork(Now).ToListAsync(cancel),
            Now = Now,
        });
    }
}

public sealed record PanelPage(Fund Fund, Panel Panel, IReadOnlyList<Seat> Seats)
{
    public Seat? Mine { get; init; }

    /// <summary>Whether ages, consents and names of all may be shown.</summary>
    public bool MaySeeData { get; init; }

    public bool MayInvite { get; init; }

    public bool MaySetUp { get; init; }

    /// <summary>How many questions about a member wait for the panel.</summary>
    public int OpenQuestions { get; init; }

    public IReadOnlyList<PB.Grants.Calls.Call> Calls { get; init; } = [];

    /// <summary>The calls whose offers are all answered, and whose groups are at work.</summary>
    public IReadOnlyList<Guid> AtWork { get; init; } = [];

    public DateTimeOffset Now { get; init; }
}

public sealed class PanelForm
{
    [Display(Name = "What is the panel called?")]
    [Required(ErrorMessage = "Give the panel a name")]
    [StringLength(120, ErrorMessage = "The name must be 120 characters or fewer")]
    [RegularExpression(@".*[\p{L}\p{Nd}].*", ErrorMessage = "The name needs a letter")]
    public string? Name { get; set => field = Typed.Line(value); }

    [Display(Name = "How many members it needs at the least")]
    [Range(3, 40, ErrorMessage = "Write a number from 3 to 40")]
    public int MinMembers { get; set; } = 6;

    [Display(Name = "For how many months somebody is on it")]
    [Range(1, 36, ErrorMessage = "Write a number from 1 to 36")]
    public int TermMonths { get; set; } = 12;

    [Display(Name = "Which panel decides what this one cannot?")]
    public Guid? ParentId { get; set; }

    internal Fund Fund { get; set; } = null!;
    internal string Slug { get; set; } = "";
    internal IReadOnlyList<Choice> Others { get; set; } = [];

    internal void Write(Panel panel)
    {
        panel.Describe(Name!, MinMembers, TermMonths);
        panel.HandOverTo(ParentId);
    }
}
