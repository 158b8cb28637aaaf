using PB.Data;
using PB.Grants.Calls;
using PB.Grants.Panels;

namespace PB.Grants.Meetings;

/// <summary>An evening on which a panel decides: who is there, what is on the agenda, and what was said so far, line by line.</summary>
public sealed class Meeting
{
    readonly List<Attendance> attendances = [];
    readonly List<Item> items = [];
    readonly List<MinuteLine> minutes = [];

    Meeting() { }

    public Meeting(Call call, Guid panelId, MeetingPlan plan, DateTimeOffset now)
    {
        (Id, CallId, PanelId) = (Ids.New(now), call.Id, panelId);
        (StartsAt, Place, Seed, CalledBy, CalledAt) = (plan.StartsAt, plan.Place, plan.Seed, plan.CalledBy, now);
    }

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }

    /// <summary>The panel that sits: the call's own, or the one that it hands over to.</summary>
    public Guid PanelId { get; private set; }

    public DateTimeOffset StartsAt { get; private set; }
    public string Place { get; private set; } = "";

    /// <summary>From which lots are drawn; it stands in the minutes.</summary>
    public string Seed { get; private set; } = "";

    public Guid CalledBy { get; private set; }
    public DateTimeOffset CalledAt { get; private set; }
    public DateTimeOffset? OpenedAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When more than half of those who decided had read the minutes and agreed.</summary>
    public DateTimeOffset? MinutesAgreedAt { get; private set; }
    public IReadOnlyList<Attendance> Attendances => attendances;
    public IReadOnlyList<Item> Items => items;

    /// <summary>What happened, in its order. Nothing is changed or taken out.</summary>
    public IReadOnlyList<MinuteLine> Minutes => minutes;

    /// <summary>The members who were there, for all of it or some.</summary>
    public IReadOnlySet<Guid> Decided => attendances.Where(attendance => attendance.Kind is AttendanceKind.Member).Select(attendance => attendance.PersonId).ToHashSet();

    /// <summary>Since when it is interrupted; null while it goes on.</summary>
    public DateTimeOffset? SuspendedAt { get; private set; }

    public bool IsOpen => OpenedAt is not null && ClosedAt is null && SuspendedAt is null;

    /// <summary>What is being talked about; null between items.</summary>
    public Item? AtHand => items.SingleOrDefault(item => item.IsAtHand);

    public void Plan(IEnumerable<Guid> applications, DateTimeOffset now)
    {
        foreach (var application in applications)
            items.Add(new Item(Id, application, items.Count + 1, now));
    }

    public void Open(DateTimeOffset now) => OpenedAt ??= now;

    public void Close(DateTimeOffset now) => ClosedAt ??= now;

    /// <summary>Stops for now. Everybody goes; and whoever must not be in the room for what was talked about is asked out again afterwards.</summary>
    public void Suspend(DateTimeOffset now)
    {
        SuspendedAt ??= now;
        AtHand?.ClearRoom(null);
        foreach (var attendance in attendances.Where(attendance => attendance.LeftAt is null))
            attendance.Leave(now);
    }

    public void Resume() => SuspendedAt = null;

    /// <summary>Who would like to say something, whoever asked first before the others.</summary>
    public IReadOnlyList<Guid> Hands => [.. attendances.Where(attendance => attendance is { LeftAt: null, HandUpAt: not null }).OrderBy(attendance => attendance.HandUpAt).Select(attendance => attendance.PersonId)];

    public void RaiseHand(Guid personId, DateTimeOffset now) => attendances.Single(attendance => attendance.PersonId == personId && attendance.LeftAt is null).Raise(now);

    public void LowerHand(Guid personId) => attendances.Single(attendance => attendance.PersonId == personId && attendance.LeftAt is null).Lower();

    public void AgreeOnMinutes(DateTimeOffset now) => MinutesAgreedAt ??= now;

    public bool IsHere(Guid personId) => attendances.Any(attendance => attendance.PersonId == personId && attendance.LeftAt is null);

    public void Come(Guid personId, AttendanceKind kind, DateTimeOffset now)
    {
        if (IsHere(personId)) return;
        attendances.Add(new Attendance(Id, personId, kind, now));
    }

    public bool IsOnPaper(Guid personId) => attendances.Any(attendance => attendance.PersonId == personId && attendance is { LeftAt: null, OnPaper: true });

    public void VoteOnPaper(Guid personId, bool onPaper) => attendances.Single(attendance => attendance.PersonId == personId && attendance.LeftAt is null).VoteOnPaper(onPaper);

    public void Go(Guid personId, DateTimeOffset now) => attendances.Single(attendance => attendance.PersonId == personId && attendance.LeftAt is null).Leave(now);

    /// <param name="to">The panel that decides on it instead; null where the same one takes it up again.</param>
    public void PutOff(Item item, Panel? to, DateTimeOffset now)
    {
        item.Defer(to?.Id, now);
        Write(to is null ? MinuteKind.Deferred : MinuteKind.HandedOver, item, now, to?.Name ?? "");
    }

    public MinuteLine Write(MinuteKind kind, Item? item, DateTimeOffset now, params string[] words)
    {
        var line = new MinuteLine(Id, item?.Id, minutes.Count + 1, (kind, words), now);
        minutes.Add(line);
        return line;
    }
}

/// <summary>When and where a meeting is to be.</summary>
public sealed record MeetingPlan(DateTimeOffset StartsAt, string Place, string Seed, Guid CalledBy);
