using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Meetings;

namespace PB.Grants.Care;

/// <summary>In how many meetings of the panel a member sat, and for how long: from the minutes, and from nothing else.</summary>
public sealed record TimeGiven(int Meetings, TimeSpan Time)
{
    /// <summary>In half hours, as a school or a college counts them.</summary>
    public decimal Hours => Math.Round((decimal)Time.TotalHours * 2, MidpointRounding.AwayFromZero) / 2;

    public static async Task<TimeGiven> OfAsync(PbContext db, Guid memberId, CancellationToken cancel)
    {
        var sat = await (
            from member in db.PanelMembers
            where member.Id == memberId
            from meeting in db.Set<Meeting>()
            where meeting.PanelId == member.PanelId && meeting.OpenedAt != null && meeting.ClosedAt != null
            from there in meeting.Attendances
            where there.PersonId == member.PersonId && there.Kind != AttendanceKind.Adult
            select new { meeting.Id, Opened = meeting.OpenedAt!.Value, Closed = meeting.ClosedAt!.Value, there.CameAt, there.LeftAt }).ToListAsync(cancel);
        var times = sat.ConvertAll(one => (one.Id, From: one.CameAt > one.Opened ? one.CameAt : one.Opened, To: one.LeftAt < one.Closed ? one.LeftAt.Value : one.Closed)).FindAll(one => one.From < one.To);
        return new TimeGiven(times.DistinctBy(one => one.Id).Count(), times.Aggregate(TimeSpan.Zero, (sum, one) => sum + (one.To - one.From)));
    }
}
