using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Grants.Panels;

/// <summary>Who is on a panel, and how far each has come.</summary>
public sealed class Roster(PbContext db, PanelAges ages, TimeProvider clock)
{
    public async Task<IReadOnlyList<Seat>> OfAsync(Guid panelId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var members = await db.PanelMembers.AsNoTracking().Include(m => m.Consents).Where(m => m.PanelId == panelId).OrderBy(m => m.InvitedAt).ThenBy(m => m.DisplayName).ToListAsync(cancel);
        var fund = await db.Funds.AsNoTracking().SingleAsync(f => db.Panels.Any(p => p.Id == panelId && p.FundId == f.Id), cancel);
        var calls = await db.Calls.AsNoTracking().Where(c => c.PanelId == panelId && c.AnnouncedAt != null).ToListAsync(cancel);
        return [.. from member in members
                   let age = ages.Of(member, fund, calls, now)
                   select new Seat(member, age, member.StandingAt(now, age))];
    }

    /// <summary>Those who read, mark and vote at this moment.</summary>
    public async Task<IReadOnlyList<Seat>> ActiveAsync(Guid panelId, CancellationToken cancel) =>
        [.. (await OfAsync(panelId, cancel)).Where(seat => seat.Decides)];

    public async Task<PanelStrength> StrengthAsync(Guid panelId, CancellationToken cancel) =>
        new((await ActiveAsync(panelId, cancel)).Count, await db.Panels.Where(panel => panel.Id == panelId).Select(panel => panel.MinMembers).SingleAsync(cancel));

    /// <summary>Somebody's own seat on one of a fund's panels; null when they have none that counts.</summary>
    public async Task<Seat?> SeatOfAsync(Guid personId, Guid panelId, CancellationToken cancel) =>
        (await OfAsync(panelId, cancel)).SingleOrDefault(seat => seat.Member.PersonId == personId && seat.Standing is not MemberStanding.Left);
}

/// <summary>How many members decide at this moment, and with how few a panel may.</summary>
public sealed record PanelStrength(int Active, int Needed)
{
    public bool IsShort => Active < Needed;
}

/// <summary>A member as things stand.</summary>
public sealed record Seat(PanelMember Member, MemberAge Age, MemberStanding Standing)
{
    /// <summary>Whether they read, mark and vote; trainees and observers do not.</summary>
    public bool Decides => Standing is MemberStanding.Active && Member.Role is PanelRole.Member or PanelRole.Chair or PanelRole.ViceChair;

    public bool Watches => Standing is MemberStanding.Active && Member.Role is PanelRole.Trainee or PanelRole.Observer;

    /// <summary>The name, while they agree to take part; nothing otherwise.</summary>
    public string? Name => Standing is MemberStanding.Active or MemberStanding.Training ? Member.DisplayName : null;
}
