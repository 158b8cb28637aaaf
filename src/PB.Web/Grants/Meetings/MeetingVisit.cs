using PB.Grants;
using PB.Grants.Funds;
using PB.Grants.Meetings;
using PB.Grants.Panels;

namespace PB.Web.Grants.Meetings;

/// <summary>Somebody at a meeting, and as what.</summary>
/// <param name="Seat">Their seat on the panel that sits; null for adults.</param>
/// <param name="Known">The applications of which they may know.</param>
public sealed record MeetingVisit(Fund Fund, MeetingTable Table, Seat? Seat, IReadOnlySet<GrantRole> Roles, IReadOnlySet<Guid> Known)
{
    public required Guid PersonId { get; init; }
    public required string Name { get; init; }

    public Meeting Meeting => Table.Meeting;

    public bool Knows(Item? item) => item is null || Known.Contains(item.ApplicationId);

    public bool Knows(Guid? itemId) => itemId is null || Known.Contains(Meeting.Items.Single(item => item.Id == itemId).ApplicationId);

    /// <summary>The agenda as they know it, counted without a gap.</summary>
    public IReadOnlyList<AgendaLine> Agenda => [.. Meeting.Items.Where(Knows).OrderBy(item => item.Number).Select((item, at) => new AgendaLine(at + 1, item, Table.Applications[item.ApplicationId]))];

    public IEnumerable<Guid> Hidden => Meeting.Items.Where(item => !Knows(item)).Select(item => item.ApplicationId);

    public IReadOnlyList<MinuteLine> Minutes => [.. Meeting.Minutes.Where(line => Knows(line.ItemId)).OrderBy(line => line.Number)];

    /// <summary>What is at hand, where they may know of it.</summary>
    public AgendaLine? AtHand => Agenda.SingleOrDefault(line => line.Item.IsAtHand);

    /// <summary>The vote that is open, where they may know of it.</summary>
    public Vote? OpenVote => Table.OpenVote is { } vote && Knows(vote.ItemId) ? vote : null;

    public bool IsHere => Meeting.IsHere(PersonId);

    public bool MayVote => OpenVote is not null && Roles.Contains(GrantRole.Member) && Table.Present(AttendanceKind.Member).Contains(PersonId) && !Meeting.IsOnPaper(PersonId);

    public bool Leads => Table.LeaderOf(Meeting.AtHand) == PersonId;
}

public sealed record AgendaLine(int Number, Item Item, PB.Grants.Applications.Application Application);
