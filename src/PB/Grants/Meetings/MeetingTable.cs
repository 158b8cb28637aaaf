using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Grants.Marking;
using PB.Grants.Panels;

namespace PB.Grants.Meetings;

/// <summary>A meeting with all that lies on its table.</summary>
/// <param name="Seats">The members of the panel that sits, active or not.</param>
/// <param name="Votes">All votes so far, the oldest first.</param>
/// <param name="Conflicts">Who has a conflict in what.</param>
public sealed record MeetingTable(Meeting Meeting, Call Call, IReadOnlyList<Seat> Seats, IReadOnlyList<Vote> Votes, ILookup<Guid, Guid> Conflicts)
{
    public required IReadOnlyDictionary<Guid, Application> Applications { get; init; }

    /// <summary>The pots of the fund about which the panel is asked, the oldest first.</summary>
    public IReadOnlyList<PotAsked> Pots { get; init; } = [];

    /// <summary>Whether the panel that sits has fewer members than it needs; another one can decide on what was handed to it.</summary>
    public bool IsPaused => Call.PausedAt is not null && Meeting.PanelId == Call.PanelId;

    public Vote? OpenVote => Votes.SingleOrDefault(vote => vote.ClosedAt is null);

    public IEnumerable<Guid> Present(AttendanceKind kind) => Meeting.Attendances.Where(a => a.LeftAt is null && a.Kind == kind).Select(a => a.PersonId);

    public IReadOnlyList<Vote> VotesOn(Item item) => [.. Votes.Where(vote => vote.ItemId == item.Id)];

    public bool HasConflict(Item item, Guid personId) => Conflicts[item.ApplicationId].Contains(personId);

    /// <summary>The quorum light of an item.</summary>
    public QuorumLight LightOf(Item item) => LightOf(person => !HasConflict(item, person));

    /// <summary>The quorum light where nobody has a conflict.</summary>
    public QuorumLight Light => LightOf(_ => true);

    /// <summary>Who leads: the chair; where the chair is not in the room or has a conflict on the item, the vice-chair. Null where neither can.</summary>
    public Guid? LeaderOf(Item? item) => Seats
        .Where(seat => seat.Decides && seat.Member.Role is PanelRole.Chair or PanelRole.ViceChair)
        .OrderBy(seat => seat.Member.Role is PanelRole.ViceChair)
        .Select(seat => seat.Member.PersonId!.Value)
        .Where(person => Present(AttendanceKind.Member).Contains(person) && (item is null || !HasConflict(item, person)))
        .Select(person => (Guid?)person).FirstOrDefault();

    /// <summary>Whether this panel can ever decide on an item: somebody without a conflict can lead, and there can be a quorum of those who have none.</summary>
    public bool CanDecide(Item item) => LightOf(item).MayTakePart >= Quorum.Fewest
        && Seats.Any(seat => seat.Decides && seat.Member.Role is PanelRole.Chair or PanelRole.ViceChair && !HasConflict(item, seat.Member.PersonId!.Value));

    /// <summary>Whether the panel only chooses what goes on the ballot, and people decide.</summary>
    public bool Shortlists => Call.Rules.Mode is DecisionMode.PanelThenPublicVote;

    public ItemStep StepOf(Item item) => StepByVotes(item) is var step && Shortlists && step is ItemStep.ChooseAmount ? ItemStep.Declare : step;

    ItemStep StepByVotes(Item item) => ItemSteps.Of(VotesOn(item), Applications[item.ApplicationId].Amounts.Viable,
        Call.Rules.Ties is GrantTieRule.Chair || Call.Rules.Ties is GrantTieRule.DrawLots && Ruling.LotSaysYes(Meeting.Seed, item.Number));

    /// <summary>What can be voted on in one go: still open, pulled out by nobody, and nobody who decides has a conflict there.</summary>
    public IReadOnlyList<Item> Together => [.. Meeting.Items.OrderBy(item => item.Number).Where(item =>
        item is { IsOpen: true, BegunAt: null, PulledOutAt: null } && Seats.All(seat => !seat.Decides || !HasConflict(item, seat.Member.PersonId!.Value)))];

    public Item? ItemOf(Vote vote) => Meeting.Items.SingleOrDefault(item => item.Id == vote.ItemId);

    public QuorumLight LightOf(Vote vote) => ItemOf(vote) is { } item ? LightOf(item) : Light;

    public string NameOf(Guid personId) => Seats.FirstOrDefault(seat => seat.Member.PersonId == personId)?.Member.DisplayName ?? "";

    QuorumLight LightOf(Func<Guid, bool> mayTakePart)
    {
        var deciding = Seats.Where(seat => seat.Decides && mayTakePart(seat.Member.PersonId!.Value)).Select(seat => seat.Member.PersonId!.Value).ToHashSet();
        return new(deciding.Count, Present(AttendanceKind.Member).Count(deciding.Contains));
    }
}

/// <param name="MayTakePart">The active members without a conflict, present or not.</param>
/// <param name="Present">Those of them who are in the room.</param>
public sealed record QuorumLight(int MayTakePart, int Present)
{
    public int Needed => Quorum.Of(MayTakePart);

    public bool IsGreen => Present >= Needed;
}

/// <summary>Lays a meeting on the table.</summary>
public sealed class MeetingShelf(PbContext db, Roster roster, PotBook book)
{
    /// <summary>The meeting as it is; nothing of it can be changed.</summary>
    public Task<MeetingTable?> LookAsync(Guid id, CancellationToken cancel) => ReadAsync(db.Set<Meeting>().AsNoTracking(), db.Set<Vote>().AsNoTracking(), id, cancel);

    /// <summary>The meeting for a change, inside the caller's transaction: until that ends nobody else changes anything in it.</summary>
    public async Task<MeetingTable> TakeAsync(Guid id, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"select from grants.meetings where id = {id} for no key update", cancel);
        return (await ReadAsync(db.Set<Meeting>(), db.Set<Vote>(), id, cancel))!;
    }

    async Task<MeetingTable?> ReadAsync(IQueryable<Meeting> meetings, IQueryable<Vote> all, Guid id, CancellationToken cancel)
    {
        var meeting = await meetings.Include(m => m.Attendances).Include(m => m.Items).Include(m => m.Minutes.OrderBy(line => line.Number)).AsSplitQuery().SingleOrDefaultAsync(m => m.Id == id, cancel);
        if (meeting is null) return null;
        var call = await db.Calls.AsNoTracking().Include(c => c.Pots).Include(c => c.Criteria).AsSplitQuery().SingleAsync(c => c.Id == meeting.CallId, cancel);
        var ids = meeting.Items.Select(item => item.ApplicationId).ToArray();
        var votes = await all.Include(v => v.Lines).Where(v => v.MeetingId == id).ToListAsync(cancel);
        var conflicts = await db.LiveConflicts().Where(d => ids.Contains(d.ApplicationId)).Select(d => new { d.ApplicationId, d.PersonId }).ToListAsync(cancel);
        return new MeetingTable(meeting, call, await roster.OfAsync(meeting.PanelId, cancel), [.. votes.OrderBy(vote => vote.OpenedAt).ThenBy(vote => vote.Stage)], conflicts.ToLookup(c => c.ApplicationId, c => c.PersonId))
        {
            Pots = await PotsAsync(call.FundId, cancel),
            Applications = await db.Applications.AsNoTracking().Include(a => a.Lines).Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancel),
        };
    }

    async Task<IReadOnlyList<PotAsked>> PotsAsync(Guid fundId, CancellationToken cancel)
    {
        var asked = await db.OpenPotQuestions(fundId).AsNoTracking().ToListAsync(cancel);
        if (asked.Count == 0) return [];
        var balances = (await book.BalancesAsync(fundId, cancel)).ToDictionary(balance => balance.Pot.Id);
        return [.. asked.Select(question => new PotAsked(question, balances[question.PotId].Pot.Name, balances[question.PotId].Free))];
    }
}
