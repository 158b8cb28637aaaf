using PB.Rounds;

namespace PB.Web.Desk;

/// <summary>A round on a manager's desk.</summary>
public sealed record DeskRound(
    string Title, string Slug, RoundPhase Phase, RoundPhase? NextPhase, DateTimeOffset? Next, string Zone, int Missing, bool IsLate)
{
    public static DeskRound Of(Round round, DateTimeOffset now) => new(
        round.Title, round.Slug, round.PhaseAt(now), round.NextAfter(now)?.Phase, round.NextAfter(now)?.From, round.TimeZone,
        round.IsDraft ? round.MissingBeforeAnnouncement(now).Count() : 0,
        round.PublishedAt is null && round.AnnouncedAt is not null && round.Calendar.DeliveryFrom <= now);
}
