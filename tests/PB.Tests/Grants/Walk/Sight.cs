using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Awards;
using PB.Grants.Calls;
using PB.Grants.Meetings;

namespace PB.Tests.Grants.Walk;

/// <summary>How things stand, as whoever invents the next act sees it.</summary>
sealed record Sight(IReadOnlyList<Application> Applications, IReadOnlyList<Award> Awards)
{
    public Meeting? Meeting { get; init; }
    public IReadOnlyList<Vote> Votes { get; init; } = [];
    public IReadOnlyList<Payment> Payments { get; init; } = [];
    public IReadOnlyList<MoneyBack> MoneyBacks { get; init; } = [];
    public IReadOnlyList<Guid> Waiting { get; init; } = [];

    /// <summary>The last handover of each award that has one.</summary>
    public IReadOnlyDictionary<Guid, Guid> Handovers { get; init; } = new Dictionary<Guid, Guid>();

    public IReadOnlyList<Guid> Seats { get; init; } = [];

    /// <summary>The seat about which the panel may be asked whether it has to be left; one alone leaves enough members.</summary>
    public Guid Hana { get; init; }

    public IReadOnlyList<Guid> Removals { get; init; } = [];
    public IReadOnlyList<PlanLink> Links { get; init; } = [];

    public Guid Rule { get; init; }

    public Vote? OpenVote => Votes.FirstOrDefault(vote => vote.ClosedAt is null);

    public static async Task<Sight> ReadAsync(PbContext db, Guid callId)
    {
        var meeting = await db.Set<Meeting>().AsNoTracking().Include(m => m.Items).Include(m => m.Attendances).AsSplitQuery().OrderByDescending(m => m.CalledAt).FirstOrDefaultAsync();
        return new Sight(
            await db.Applications.AsNoTracking().Include(a => a.Lines).OrderBy(a => a.CreatedAt).ToListAsync(),
            await db.Awards.AsNoTracking().Include(a => a.Instalments).OrderBy(a => a.DraftedAt).ToListAsync())
        {
            Meeting = meeting,
            Votes = meeting is null ? [] : await db.Set<Vote>().AsNoTracking().Where(vote => vote.MeetingId == meeting.Id).ToListAsync(),
            Payments = await db.Payments.AsNoTracking().ToListAsync(),
            MoneyBacks = await db.MoneyBacks.AsNoTracking().ToListAsync(),
            Handovers = await db.LastHandovers().ToDictionaryAsync(one => one.AwardId, one => one.Id),
            Waiting = await db.ThreadMessages.Where(message => message.ReleasedAt == null && message.KeptBackAt == null).Select(message => message.Id).ToListAsync(),
            Seats = await db.PanelMembers.OrderBy(member => member.InvitedAt).ThenBy(member => member.DisplayName).Select(member => member.Id).ToListAsync(),
            Hana = await db.PanelMembers.Where(member => member.DisplayName == "Hana K").Select(member => member.Id).SingleAsync(),
            Removals = await db.Set<PB.Grants.Panels.Removal>().OrderBy(one => one.AskedAt).Select(one => one.Id).ToListAsync(),
            Links = await db.Set<PlanLink>().AsNoTracking().OrderBy(one => one.LinkedAt).ToListAsync(),
            Rule = await db.Set<EligibilityRule>().Where(rule => rule.CallId == callId).Select(rule => rule.Id).SingleAsync(),
        };
    }
}
