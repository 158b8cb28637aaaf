using PB.Grants.Meetings;

namespace PB.Web.Grants.Meetings;

/// <summary>Puts together what somebody sees of a meeting at this moment. Whoever comes late, or comes back, sees the same.</summary>
public sealed class RoomBook(VoteDesk votes, PromisedMoney money, ReserveList reserves)
{
    internal async Task<RoomPage> PageAsync(MeetingVisit visit, CancellationToken cancel)
    {
        var voted = visit.OpenVote is { } vote ? await votes.VotedAsync(vote.Id, cancel) : [];
        return new RoomPage(visit, voted)
        {
            Version = await VersionAsync(visit, cancel),
            Money = await money.LeftAsync(visit.Table.Call, visit.Hidden, cancel),
            Reserves = await reserves.OfAsync(visit.Table.Call.Id, [.. visit.Hidden], cancel),
        };
    }

    /// <summary>Changes whenever something happens that this person may know of, and only then.</summary>
    internal async Task<string> VersionAsync(MeetingVisit visit, CancellationToken cancel)
    {
        var voted = visit.OpenVote is { } vote ? (await votes.VotedAsync(vote.Id, cancel)).Count : 0;
        return $"{visit.Minutes.Count}.{voted}";
    }
}
