using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants;
using PB.Grants.Awards;
using PB.Grants.Meetings;
using PB.Web.People;

namespace PB.Web.Grants.Awards;

/// <summary>Opens the page of a handover: to the group and the fund's adults, to the members who decide on it, and to the adult who is asked to sign.</summary>
public sealed class HandoverDoor(PbContext db, AwardFinder finder, Deciders deciders)
{
    internal async Task<(HandoverCase? Case, IActionResult? Refusal)> OpenAsync(ControllerBase controller, string fund, string reference, CancellationToken cancel)
    {
        var (page, refusal) = await finder.AwardAsync(controller, fund, reference, (GrantThing.Offer, GrantVerb.Read), cancel);
        if (page is null || !page.IsPublic) return (null, refusal ?? controller.NotFound());
        var (me, last) = (controller.User.Id()!.Value, page.Handover);
        var invited = last?.AdultEmail.ToUpperInvariant();
        var found = new HandoverCase(page)
        {
            MayMove = page.May(GrantThing.Offer, GrantVerb.Approve),
            MayAskAdult = page.May(GrantThing.Report, GrantVerb.Write) || page.May(GrantThing.Report, GrantVerb.Approve),
            Decides = last is { IsNewHost: true } && (await deciders.OfAsync(page.Award.DecisionId, cancel)).Contains(me),
            IsInvited = last is { WaitsForAdult: true } && await db.Users.AnyAsync(person => person.Id == me && person.NormalizedEmail == invited, cancel),
            Me = me,
        };
        return page.IsInside || found.Decides || found.IsInvited ? (found, null) : (null, controller.NotFound());
    }
}

/// <summary>A handover as somebody sees it, and what they may do.</summary>
public sealed record HandoverCase(AwardPage Page)
{
    public bool MayMove { get; init; }
    public bool MayAskAdult { get; init; }

    /// <summary>Whether they are of those who decide on another organisation.</summary>
    public bool Decides { get; init; }

    /// <summary>Whether they are the adult who is asked.</summary>
    public bool IsInvited { get; init; }

    public Guid Me { get; init; }

    public bool MayAnswer => Decides && Page.Handover is { WaitsForPanel: true };

    public bool MayAsk => Page.Phase is AwardPhase.Active && (MayMove || MayAskAdult);

    /// <summary>The accountable officer asks for another organisation; the group and a coordinator for another adult of the same one.</summary>
    public bool IsNewHost => MayMove;

    public string Path => AwardPaths.Handover(Page.Fund.Slug, Page.Award.Ref);
}
