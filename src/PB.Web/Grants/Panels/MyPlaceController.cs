using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Care;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.Grants.Practising;

namespace PB.Web.Grants.Panels;

/// <summary>A member's own page: what is still to do, and the way out.</summary>
[Route("funds/{fund}/panels/{panel}/my-place")]
public sealed class MyPlaceController(GrantTools tools, Roster roster, MemberDesk desk, PracticeDesk practices) : GrantController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string fund, string panel, CancellationToken cancel) =>
        await FindAsync(fund, panel, cancel) is { } page ? View(page) : NotFound();

    /// <summary>Signs the code of conduct.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Update(string fund, string panel, CancellationToken cancel)
    {
        if (await FindAsync(fund, panel, cancel) is not { } page) return NotFound();
        await desk.ChangeAsync(page.Seat.Member.Id, Me, "Signed the panel’s rules", (member, now) => member.SignCode(now), cancel);
        return Done(GrantPaths.MyPlace(fund, panel), Text["Thank you. You have signed the rules."]);
    }

    /// <summary>Says yes once more.</summary>
    [HttpPost("yes")]
    public async Task<IActionResult> Create(string fund, string panel, CancellationToken cancel)
    {
        if (await FindAsync(fund, panel, cancel) is not { } page) return NotFound();
        await desk.SayYesAgainAsync(page.Seat.Member.Id, Me, cancel);
        return Done(GrantPaths.MyPlace(fund, panel), Text["Thank you. Your yes is written down."]);
    }

    /// <summary>Takes the own yes back, or leaves for good.</summary>
    [HttpPost("end")]
    public async Task<IActionResult> Destroy(string fund, string panel, bool forGood, CancellationToken cancel)
    {
        if (await FindAsync(fund, panel, cancel) is not { } page) return NotFound();
        if (forGood)
        {
            await desk.LeaveAsync(page.Seat.Member.Id, Me, cancel);
            return Done(GrantPaths.Fund(fund), Text["You have left the panel. Thank you for all you did."]);
        }

        await desk.StopAsync(page.Seat.Member.Id, Me, cancel);
        return Done(GrantPaths.MyPlace(fund, panel), Text["You have taken your yes back. Your name stands nowhere any more. You can come back: tell a coordinator."]);
    }

    async Task<MyPlacePage?> FindAsync(string fund, string panel, CancellationToken cancel)
    {
        if (await FundAsync(fund, cancel) is not { } found) return null;
        if (await Db.Panels.AsNoTracking().SingleOrDefaultAsync(p => p.FundId == found.Id && p.Slug == panel, cancel) is not { } own) return null;
        return await roster.SeatOfAsync(Me, own.Id, cancel) is { } seat
            ? new MyPlacePage(found, own, seat, Now) { PractisedAt = (await practices.FinishedAsync(own.Id, cancel)).TryGetValue(Me, out var at) ? at : null, Given = await TimeGiven.OfAsync(Db, seat.Member.Id, cancel) } : null;
    }
}

public sealed record MyPlacePage(Fund Fund, Panel Panel, Seat Seat, DateTimeOffset Now)
{
    /// <summary>When they had marked all examples of a practice.</summary>
    public DateTimeOffset? PractisedAt { get; init; }

    /// <summary>The day on which their own yes runs out; null where they have none that holds.</summary>
    public DateTimeOffset? YesUntil => Seat.Member.Consents.Where(consent => consent is { Kind: ConsentKind.Join, By: ConsentBy.Self } && consent.HoldsAt(Now)).Max(consent => (DateTimeOffset?)consent.ExpiresAt);

    /// <summary>Whether the own yes is missing, or runs out within thirty days.</summary>
    public bool IsAsked => !(YesUntil > Now + RemindOfConsents.Before);

    public TimeGiven Given { get; init; } = new(0, TimeSpan.Zero);
}
