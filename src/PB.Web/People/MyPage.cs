using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Web.Grants;

namespace PB.Web.People;

public sealed record MyPage
{
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required bool HasSecondFactor { get; init; }
    public string? Postcode { get; init; }
    public IReadOnlyList<Idea> Ideas { get; init; } = [];
    public IReadOnlyList<Vote> Votes { get; init; } = [];
    public IReadOnlyList<RoundLink> Followed { get; init; } = [];
    public required MyGrants Grants { get; init; }

    public sealed record Idea(Guid Id, string Title, string Round, string Slug, int? Number, bool Withdrawn);

    /// <param name="IsOpen">Whether the vote can still be looked at and changed.</param>
    public sealed record Vote(string Round, string Slug, string TimeZone, DateTimeOffset At, bool IsOpen);

    public sealed record RoundLink(string Round, string Slug);

    public static async Task<MyPage> ReadAsync(PbContext db, Guid me, DateTimeOffset now, CancellationToken cancel)
    {
        var person = await db.Users.AsNoTracking().SingleAsync(person => person.Id == me, cancel);
        return new MyPage
        {
            Name = person.Name,
            Email = person.Email!,
            HasSecondFactor = person.TwoFactorEnabled,
            Postcode = await db.Voters.Where(voter => voter.PersonId == me).Select(voter => voter.Postcode).SingleOrDefaultAsync(cancel),
            Ideas = await IdeasAsync(db, me, cancel),
            Votes = await VotesAsync(db, me, now, cancel),
            Grants = await MyGrants.ReadAsync(db, me, cancel),
            Followed = await FollowedAsync(db, me, cancel),
        };
    }

    static Task<List<Idea>> IdeasAsync(PbContext db, Guid me, CancellationToken cancel) =>
        (from proposal in db.Proposals
         where proposal.ProposerId == me
         join round in db.Rounds on proposal.RoundId equals round.Id
         orderby proposal.CreatedAt descending
         select new Idea(proposal.Id, proposal.Title, round.Title, round.Slug, proposal.Number, proposal.WithdrawnAt != null)).ToListAsync(cancel);

    // That and when, never what; the register keeps the minute only until the close.
    internal static Task<List<Vote>> VotesAsync(PbContext db, Guid me, DateTimeOffset now, CancellationToken cancel) =>
        db.Database.SqlQuery<Vote>($"""
            select r.title as "Round", r.slug as "Slug", r.time_zone as "TimeZone", m.last_at as "At",
                   r.cancelled_at is null and {now} < r.voting_until as "IsOpen"
            from register.voters v
            cross join rounds r
            cross join lateral register.my_mark(r.id, v.id) m
            where v.person_id = {me} and r.announced_at is not null and r.voting_from <= {now} and m.version is not null
            order by m.last_at desc
            """).ToListAsync(cancel);

    static Task<List<RoundLink>> FollowedAsync(PbContext db, Guid me, CancellationToken cancel) =>
        (from follower in db.RoundFollowers
         where follower.PersonId == me
         join round in db.Rounds on follower.RoundId equals round.Id
         orderby follower.AskedAt descending
         select new RoundLink(round.Title, round.Slug)).ToListAsync(cancel);
}
