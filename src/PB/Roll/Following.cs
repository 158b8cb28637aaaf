using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Roll;

/// <summary>Asking to be mailed the result of a round, and asking no longer. Doing it twice is the same as once.</summary>
public static class Following
{
    public static Task FollowAsync(this PbContext db, Guid round, Guid person, DateTimeOffset now, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"""
            insert into round_followers (round_id, person_id, asked_at) values ({round}, {person}, {now}) on conflict do nothing
            """, cancel);

    public static Task UnfollowAsync(this PbContext db, Guid round, Guid person, CancellationToken cancel) =>
        db.RoundFollowers.Where(follower => follower.RoundId == round && follower.PersonId == person).ExecuteDeleteAsync(cancel);

    public static Task<bool> FollowsAsync(this PbContext db, Guid round, Guid? person, CancellationToken cancel) =>
        db.RoundFollowers.AnyAsync(follower => follower.RoundId == round && follower.PersonId == person, cancel);
}
