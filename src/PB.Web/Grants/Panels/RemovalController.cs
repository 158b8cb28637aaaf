using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.Web.Proposals;

namespace PB.Web.Grants.Panels;

/// <summary>The question to a panel whether one of its members has to go: a coordinator asks, the others answer.</summary>
[Authorize, Route("funds/{fund}/panels/{panel}/removals")]
public sealed class RemovalController(GrantTools tools, Roster roster, RemovalDesk desk) : GrantController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, string panel, CancellationToken cancel) =>
        await OpenAsync(fund, panel, cancel) is { } page ? View(page) : NotFound();

    [HttpGet("new")]
    public async Task<IActionResult> New(string fund, string panel, Guid member, CancellationToken cancel)
    {
        var (form, refusal) = await FormAsync((fund, panel), new RemovalForm { Member = member }, cancel);
        return refusal ?? View(form);
    }

    [HttpPost("new")]
    public async Task<IActionResult> Create(string fund, string panel, RemovalForm typed, CancellationToken cancel)
    {
        var (form, refusal) = await FormAsync((fund, panel), typed, cancel);
        if (refusal is not null) return refusal;
        if (ModelState.IsValid && await desk.AskAsync(form!.Seat.Id, form.Because!, Me, cancel) is { } why)
            ModelState.AddModelError("", Text.Of(why));
        return ModelState.IsValid ? Done(GrantPaths.Removals(fund, panel), Text["The panel is asked."]) : View("New", form);
    }

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Update(string fund, string panel, Guid id, bool? isYes, CancellationToken cancel)
    {
        if (await OpenAsync(fund, panel, cancel) is not { } page) return NotFound();
        if (page.Lines.All(line => line.Removal.Id != id)) return NotFound();
        if (isYes is not { } answer)
            ModelState.AddModelError("", Text["Press yes or no: nothing was chosen."]);
        else if (await desk.AnswerAsync(id, Me, answer, cancel) is { } why)
            ModelState.AddModelError("", Text.Of(why));
        return ModelState.IsValid ? Done(GrantPaths.Removals(fund, panel), Text["Your answer is in. You can change it until it is settled."]) : View("Index", page);
    }

    // For the members who decide, for the one whom it is about, and for the coordinators and the safeguarding lead.
    async Task<RemovalsPage?> OpenAsync(string fund, string panel, CancellationToken cancel)
    {
        if (await PanelAsync(fund, panel, cancel) is not { } own || await FundAsync(fund, cancel) is not { } found) return null;
        var seat = await roster.SeatOfAsync(Me, own.Id, cancel);
        if (seat is not { Decides: true } && !await MayAsync(found, GrantThing.MemberData, GrantVerb.Write)) return null;
        var since = Now.AddYears(-1);
        var lines = await (
            from removal in Db.Set<Removal>().AsNoTracking().Include(one => one.Answers)
            join member in Db.PanelMembers on removal.MemberId equals member.Id
            where member.PanelId == own.Id && removal.AskedAt > since
            orderby removal.AskedAt descending
            select new RemovalsPage.Line(removal, member)).ToListAsync(cancel);
        return new RemovalsPage(found, own, lines) { Person = Me, Now = Now, MayAnswer = seat is { Decides: true } };
    }

    async Task<(RemovalForm? Form, IActionResult? Refusal)> FormAsync((string Fund, string Panel) at, RemovalForm form, CancellationToken cancel)
    {
        if (await FundAsync(at.Fund, cancel) is not { } found || await PanelAsync(at.Fund, at.Panel, cancel) is not { } own) return (null, NotFound());
        if (await RefuseAsync(found, GrantThing.MemberData, GrantVerb.Write) is { } refusal) return (null, refusal);
        if (await Db.PanelMembers.AsNoTracking().SingleOrDefaultAsync(one => one.Id == form.Member && one.PanelId == own.Id && one.PersonId != null, cancel) is not { } member) return (null, NotFound());
        (form.Fund, form.Panel, form.Seat) = (found, own, member);
        return (form, null);
    }

    Task<Panel?> PanelAsync(string fund, string panel, CancellationToken cancel) =>
        Db.Panels.AsNoTracking().SingleOrDefaultAsync(one => one.Slug == panel && Db.Funds.Any(f => f.Id == one.FundId && f.Slug == fund), cancel);
}

public sealed record RemovalsPage(Fund Fund, Panel Panel, IReadOnlyList<RemovalsPage.Line> Lines)
{
    public required Guid Person { get; init; }
    public required DateTimeOffset Now { get; init; }
    public bool MayAnswer { get; init; }

    public sealed record Line(Removal Removal, PanelMember Member);
}

public sealed class RemovalForm
{
    [Display(Name = "Why? The whole panel reads this")]
    [Required(ErrorMessage = "Say why: the panel and the member read it")]
    [StringLength(1000, ErrorMessage = "Say it in 1,000 characters or fewer")]
    public string? Because { get; set => field = Typed.Lines(value); }

    public Guid Member { get; set; }

    internal Fund Fund { get; set; } = null!;
    internal Panel Panel { get; set; } = null!;
    internal PanelMember Seat { get; set; } = null!;
}
