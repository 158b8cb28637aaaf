using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.Grants.Practising;

namespace PB.Web.Grants.Panels;

/// <summary>Inviting young people, and what a coordinator does about a member.</summary>
[Route("funds/{fund}/panels/{panel}/members")]
public sealed class MemberController(GrantTools tools, Roster roster, MemberDesk desk, PracticeDesk practices) : GrantController(tools)
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string fund, string panel, CancellationToken cancel)
    {
        var (found, own, refusal) = await OpenAsync(fund, panel, cancel);
        return refusal ?? View(new InviteForm { Fund = found!, Panel = own! });
    }

    [HttpPost("new")]
    public async Task<IActionResult> Create(string fund, string panel, InviteForm form, CancellationToken cancel)
    {
        var (found, own, refusal) = await OpenAsync(fund, panel, cancel);
        if (refusal is not null) return refusal;
        (form.Fund, form.Panel) = (found!, own!);
        if (form.Read(ModelState, Text) is not { } invited) return View("New", form);
        if (await desk.InviteAsync(own!, found!, invited, Me, cancel) is { } why)
        {
            ModelState.AddModelError(why is MemberRefusal.NoParent ? nameof(form.ParentEmail) : nameof(form.BornOn), Text.Of(why));
            return View("New", form);
        }

        return Done(GrantPaths.Panel(fund, panel), Text["The invitation is on its way."]);
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Edit(string fund, string panel, Guid id, CancellationToken cancel)
    {
        var (found, own, refusal) = await OpenAsync(fund, panel, cancel, GrantVerb.Read);
        if (refusal is not null) return refusal;
        if ((await roster.OfAsync(own!.Id, cancel)).SingleOrDefault(seat => seat.Member.Id == id) is not { } seat) return NotFound();
        Note("Looked at what is known of a member", $"funds/{fund}/panels/{panel}", about: seat.Member.DisplayName);
        await Db.SaveChangesAsync(cancel);
        var practised = await practices.FinishedAsync(own.Id, cancel);
        return View(new MemberPage(found!, own, seat, Now)
        {
            PractisedAt = seat.Member.PersonId is { } person && practised.TryGetValue(person, out var at) ? at : null,
            MayWrite = await MayAsync(found!, GrantThing.MemberData, GrantVerb.Write),
            MayEnd = await MayAsync(found!, GrantThing.SafeguardingLog, GrantVerb.Read),
        });
    }

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Update(string fund, string panel, Guid id, MemberStep? step, MemberChange to, CancellationToken cancel)
    {
        var (found, own, refusal) = await OpenAsync(fund, panel, cancel);
        if (refusal is not null) return refusal;
        if (await Db.PanelMembers.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.PanelId == own!.Id, cancel) is not { } member) return NotFound();
        // Nobody is sent away by a coordinator alone: the panel says so, or the safeguarding lead. An invitation can be taken back.
        if ((step is MemberStep.Out && member.PersonId is not null || step is MemberStep.WithoutParent) && !await MayAsync(found!, GrantThing.SafeguardingLog, GrantVerb.Read)) return Forbid();
        if (step is not { } chosen) return Done(GrantPaths.Panel(fund, panel), Text["Press one of the buttons: nothing was chosen."]);
        if (chosen is MemberStep.Name && to.Name is not { Length: > 0 and <= 60 }) return Done(GrantPaths.Panel(fund, panel), Text["Write the first name and the first letter of the last name"]);
        var (act, change) = Meaning(chosen, to);
        if (await desk.ChangeAsync(id, Me, act, change, cancel) is { } why)
            TempData["Notice"] = Text.Of(why);
        else
            TempData["Notice"] = Text["Saved."].Value;
        return Redirect(GrantPaths.Panel(fund, panel));
    }

    static (string Act, Action<PanelMember, DateTimeOffset> Change) Meaning(MemberStep step, MemberChange to) => step switch
    {
        MemberStep.Trained => ("Noted that a member has had the training", (member, now) => member.Train(now)),
        MemberStep.ParentOnPaper => ("Noted a parent’s yes on paper", (member, now) => member.Agree(ConsentKind.Join, ConsentBy.Parent, "on paper, with a witness", now)),
        MemberStep.TravelOnPaper => ("Noted on paper that a parent lets a member travel", (member, now) => member.Agree(ConsentKind.Travel, ConsentBy.Parent, "on paper, with a witness", now)),
        MemberStep.Role => ("Gave a member another role", (member, _) => member.Become(to.Role ?? member.Role)),
        MemberStep.Name => ("Wrote down what a member is called from now on", (member, _) => member.CallBy(to.Name!)),
        MemberStep.WithoutParent => ("Decided that no parent is asked about a member", (member, now) => member.Agree(ConsentKind.Join, ConsentBy.Parent, "the safeguarding lead decided that no parent is asked", now)),
        MemberStep.Break => ("Let a member take a break", (member, now) => member.Rest(now)),
        MemberStep.Back => ("Welcomed a member back", (member, _) => member.ComeBack()),
        MemberStep.Out => ("Ended somebody’s time on a panel", (member, now) => member.Leave(now)),
    };

    async Task<(Fund? Fund, Panel? Panel, IActionResult? Refusal)> OpenAsync(string fund, string panel, CancellationToken cancel, GrantVerb verb = GrantVerb.Write)
    {
        if (await FundAsync(fund, cancel) is not { } found) return (null, null, NotFound());
        if (await RefuseAsync(found, GrantThing.MemberData, verb) is { } refusal) return (null, null, refusal);
        var own = await Db.Panels.SingleOrDefaultAsync(p => p.FundId == found.Id && p.Slug == panel, cancel);
        return (found, own, own is null ? NotFound() : null);
    }
}

/// <summary>What a coordinator does about a member.</summary>
public enum MemberStep
{
    Trained,
    ParentOnPaper,

    /// <summary>A parent lets them go along on visits.</summary>
    TravelOnPaper,
    Role,

    /// <summary>Is called something else from now on.</summary>
    Name,

    /// <summary>Takes part without a parent's yes: the safeguarding lead alone decides so.</summary>
    WithoutParent,
    Break,
    Back,
    Out,
}

/// <summary>What a member becomes, where a button needs more than itself.</summary>
public sealed class MemberChange
{
    public PanelRole? Role { get; set; }

    public string? Name { get; set => field = PB.Web.Proposals.Typed.Line(value); }
}

public sealed record MemberPage(Fund Fund, Panel Panel, Seat Seat, DateTimeOffset Now)
{
    /// <summary>When they had marked all examples of a practice: a part of the training.</summary>
    public DateTimeOffset? PractisedAt { get; init; }

    /// <summary>Whether the reader changes anything; an auditor only looks.</summary>
    public bool MayWrite { get; init; }

    /// <summary>Whether the reader may end a member's time alone: the safeguarding lead.</summary>
    public bool MayEnd { get; init; }
}
