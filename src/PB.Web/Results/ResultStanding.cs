using Microsoft.EntityFrameworkCore;
using PB.Approvals;
using PB.Data;
using PB.Results;
using PB.Rounds;

namespace PB.Web.Results;

/// <summary>How firm a published result is: what it is called, what was done about it by whom, and who doubts it.</summary>
public sealed record ResultStanding
{
    static readonly ApprovedAct[] NotPublic = [ApprovedAct.ExportVoters];

    public required ResultFirmness Firmness { get; init; }

    /// <summary>Until when it can be challenged.</summary>
    public required DateTimeOffset ChallengesUntil { get; init; }

    public required bool MayBeChallenged { get; init; }
    public required IReadOnlyList<Challenge> Challenges { get; init; }

    /// <summary>All versions that were published, newest first.</summary>
    public required IReadOnlyList<Version> Versions { get; init; }

    /// <summary>What two people decided about the round, newest first.</summary>
    public required IReadOnlyList<Act> Acts { get; init; }

    public required RoundKey Key { get; init; }

    public sealed record Version(int Number, DateTimeOffset CountedAt);

    public sealed record Act(ApprovedAct What, string Reason, string AskedAs, string ApprovedAs, DateTimeOffset At);

    /// <summary>The round's key: by which checksum it is known, and when it was destroyed.</summary>
    public sealed record RoundKey(byte[] Checksum, DateTimeOffset? DestroyedAt);

    public static async Task<ResultStanding> ReadAsync(PbContext db, Round round, Result result, DateTimeOffset now, CancellationToken cancel)
    {
        var challenges = await db.Challenges.AsNoTracking().Where(c => c.RoundId == round.Id).OrderBy(c => c.MadeAt).ToListAsync(cancel);
        var versions = await db.PublishedResultsOf(round.Id).Select(r => new Version(r.Version, r.CountedAt)).ToListAsync(cancel);
        var until = result.PublishedAt!.Value.AddDays(round.ChallengeDays);
        var isNewest = versions[0].Number == result.Version && round.PublishedAt is not null;
        return new ResultStanding
        {
            Firmness = FirmnessOf(round, isNewest, challenges.Exists(c => c.AnsweredAt is null)),
            ChallengesUntil = until,
            MayBeChallenged = isNewest && round is { CertifiedAt: null, CancelledAt: null } && now < until,
            Challenges = challenges,
            Versions = versions,
            Acts = await ActsAsync(db, round.Id, cancel),
            Key = await KeyAsync(db, round.Id, cancel),
        };
    }

    static ResultFirmness FirmnessOf(Round round, bool isNewest, bool isDoubted) => round switch
    {
        { CancelledAt: not null } => ResultFirmness.Annulled,
        _ when !isNewest => ResultFirmness.Superseded,
        { CertifiedAt: not null } => ResultFirmness.Certified,
        _ => isDoubted ? ResultFirmness.Challenged : ResultFirmness.Provisional,
    };

    static Task<List<Act>> ActsAsync(PbContext db, Guid round, CancellationToken cancel) =>
        db.ApprovalRequests.Where(request => request.RoundId == round && request.UsedAt != null && !NotPublic.Contains(request.Act))
            .OrderByDescending(request => request.UsedAt)
            .Select(request => new Act(request.Act, request.Reason, request.RequestedAs, request.ApprovedAs!, request.UsedAt!.Value)).ToListAsync(cancel);

    static async Task<RoundKey> KeyAsync(PbContext db, Guid round, CancellationToken cancel) =>
        (await db.Database.SqlQuery<RoundKey>($"""
            select r.key_checksum as "Checksum", d.at as "DestroyedAt" from rnd.round r left join rnd.key_destructions d on d.round_id = r.id where r.id = {round}
            """).ToListAsync(cancel)).Single();
}

/// <summary>How firm a result is.</summary>
public enum ResultFirmness
{
    Provisional,

    /// <summary>Somebody's doubt is not answered yet.</summary>
    Challenged,
    Certified,

    /// <summary>A newer version has come out, or voting was opened again.</summary>
    Superseded,

    /// <summary>The vote does not count.</summary>
    Annulled,
}
