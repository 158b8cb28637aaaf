using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Meetings;

namespace PB.Web.Grants.Meetings;

/// <summary>Puts together what somebody sees of a meeting at this moment. Whoever comes late, or comes back, sees the same.</summary>
public sealed class RoomBook(PbContext db, VoteDesk votes, RoomMoney money, TimeProvider clock)
{
    internal async Task<RoomPage> PageAsync(MeetingVisit visit, CancellationToken cancel)
    {
        var voted = visit.OpenVote is { } vote ? await votes.VotedAsync(vote.Id, cancel) : [];
        return new RoomPage(visit, voted)
        {
            Version = VersionOf(visit, voted),
            Now = clock.GetUtcNow(),
            Money = await money.Promised.LeftAsync(visit.Table.Call, visit.Hidden, cancel),
            Reserves = await money.Reserves.OfAsync(visit.Table.Call.Id, [.. visit.Hidden], cancel),
            Links = await LinksAsync(visit, cancel),
            Referral = visit.AtHand is { } line ? await ReferralOfAsync(line.Application.Id, cancel) : null,
        };
    }

    Task<List<PlanLink>> LinksAsync(MeetingVisit visit, CancellationToken cancel)
    {
        var known = visit.Agenda.Select(line => line.Application.Id).ToList();
        return db.Set<PlanLink>().AsNoTracking().Where(link => known.Contains(link.FirstId) && known.Contains(link.SecondId)).ToListAsync(cancel);
    }

    Task<Referral?> ReferralOfAsync(Guid application, CancellationToken cancel) => db.Set<Referral>().AsNoTracking().SingleOrDefaultAsync(referral =>
        referral.WithdrawnAt == null && referral.AnsweredAt == null && db.Set<Decision>().Any(d => d.Id == referral.DecisionId && d.ApplicationId == application), cancel);

    internal async Task<string> VersionAsync(MeetingVisit visit, CancellationToken cancel) =>
        VersionOf(visit, visit.OpenVote is { } vote ? await votes.VotedAsync(vote.Id, cancel) : []);

    // Hands are about what is talked about: who may not know of that sees none go up.
    static string HandsOf(MeetingVisit visit) => visit.AtHand is null ? "" : string.Concat(visit.Meeting.Attendances.Where(one => one is { LeftAt: null, HandUpAt: not null }).OrderBy(one => one.HandUpAt).Select(one => $".{one.HandUpAt!.Value.UtcTicks % 1_000_000_000}"));

    // Changes whenever something happens that this person may know of, and only then. Who has yet to vote is not disturbed by others who have.
    static string VersionOf(MeetingVisit visit, IReadOnlyList<Guid> voted) =>
        $"{visit.Minutes.Count}.{(visit.MayVote && !voted.Contains(visit.PersonId) ? 0 : voted.Count)}{HandsOf(visit)}";
}

/// <summary>What is left, and who waits for it.</summary>
public sealed record RoomMoney(PromisedMoney Promised, ReserveList Reserves);
