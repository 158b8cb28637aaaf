using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants;
using PB.Grants.Awards;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.Tally;

namespace PB.Web.Grants.Funds;

/// <summary>Reads what everybody sees of a fund, and what whoever asks may do there.</summary>
public sealed class FundHome(PbContext db, PotBook pots, Roster roster, GrantTools tools)
{
    // What each desk of the fund takes to be opened.
    static readonly GrantDoor[] Desks =
    [
        new(GrantThing.Payment, GrantVerb.Write), new(GrantThing.Moderation, GrantVerb.Approve), new(GrantThing.MemberData, GrantVerb.Write),
        new(GrantThing.SafeguardingLog, GrantVerb.Read),
    ];

    public async Task<FundPage> ReadAsync(Fund fund, ClaimsPrincipal user, CancellationToken cancel)
    {
        var calls = await db.WholeCalls().AsNoTracking().Where(c => c.FundId == fund.Id && c.CancelledAt == null).OrderByDescending(c => c.CreatedAt).ToListAsync(cancel);
        var maySetUp = await tools.MayAsync(user, fund, new GrantDoor(GrantThing.Fund, GrantVerb.Write));
        var isInside = maySetUp || await tools.MayAsync(user, fund, new GrantDoor(GrantThing.Fund, GrantVerb.Read));
        return new FundPage(fund, await pots.BalancesAsync(fund.Id, cancel), tools.Now)
        {
            Calls = [.. calls.Where(call => isInside || call.AnnouncedAt is not null)],
            AtWork = await db.CallsAtWork(tools.Now).ToListAsync(cancel),
            Panels = await PanelsAsync(fund, cancel),
            Adults = await AdultsAsync(fund, cancel),
            Desks = await DesksAsync(fund, user),
            MaySetUp = maySetUp,
            IsInside = isInside,
        };
    }

    async Task<IReadOnlySet<GrantThing>> DesksAsync(Fund fund, ClaimsPrincipal user)
    {
        var open = new HashSet<GrantThing>();
        foreach (var door in Desks)
            if (await tools.MayAsync(user, fund, door))
                open.Add(door.Thing);
        return open;
    }

    async Task<IReadOnlyList<FundPage.PanelLine>> PanelsAsync(Fund fund, CancellationToken cancel)
    {
        var lines = new List<FundPage.PanelLine>();
        foreach (var panel in await db.Panels.AsNoTracking().Where(p => p.FundId == fund.Id).OrderBy(p => p.Name).ToListAsync(cancel))
            lines.Add(new FundPage.PanelLine(panel, (await roster.ActiveAsync(panel.Id, cancel)).Count));
        return lines;
    }

    async Task<IReadOnlyList<FundPage.Adult>> AdultsAsync(Fund fund, CancellationToken cancel) => await (
        from task in db.FundAppointments
        where task.FundId == fund.Id && task.Until == null
        join person in db.Users on task.PersonId equals person.Id
        orderby task.Role, person.Name
        select new FundPage.Adult(task.Role, person.Name)).ToListAsync(cancel);
}

public sealed record FundPage(Fund Fund, IReadOnlyList<PotBalance> Pots, DateTimeOffset Now)
{
    public IReadOnlyList<Call> Calls { get; init; } = [];
    public IReadOnlyList<PanelLine> Panels { get; init; } = [];
    public IReadOnlyList<Adult> Adults { get; init; } = [];

    /// <summary>What whoever asks looks after here.</summary>
    public IReadOnlySet<GrantThing> Desks { get; init; } = new HashSet<GrantThing>();

    /// <summary>The calls whose offers are all answered, and whose groups are at work.</summary>
    public IReadOnlyList<Guid> AtWork { get; init; } = [];

    public bool MaySetUp { get; init; }

    /// <summary>Whether whoever asks belongs to the fund or its panel.</summary>
    public bool IsInside { get; init; }

    public Money Left => Pots.Aggregate(Money.Zero, (sum, pot) => sum + pot.Available);

    public Money Total => Pots.Aggregate(Money.Zero, (sum, pot) => sum + pot.Allocated);

    public Money Promised => Pots.Aggregate(Money.Zero, (sum, pot) => sum + pot.Committed);

    public sealed record PanelLine(Panel Panel, int Members);

    public sealed record Adult(FundRole Role, string Name);
}
