using System.Data.Common;
using PB.Data;

namespace PB.Sms;

/// <summary>That somebody voted, and what their phone was told of it.</summary>
/// <param name="VoterId">Who.</param>
/// <param name="RoundId">In which round.</param>
/// <param name="Version">How often, counting changes.</param>
/// <param name="IsFinal">Whether it came on paper, which cannot be taken back.</param>
/// <param name="ToldVersion">The version that the phone was told of; null where it was told of none.</param>
/// <param name="Told">What it was told, under the round's key.</param>
public sealed record VoteMark(Guid VoterId, Guid RoundId, int Version, bool IsFinal, int? ToldVersion, byte[]? Told)
{
    /// <summary>Asks for the votes of all who vote from a phone, in all rounds of a number.</summary>
    internal static Question Ask(byte[] phone, string number, Action<VoteMark> found) => new($"""
        select l.voter_id, n.round_id, mark.version, mark.final, echo.version, echo.sealed
        from sms.phones p join sms.phone_links l on l.phone_id = p.id join sms.numbers o on o.number = {number} join sms.round_numbers n on n.number_id = o.id
        cross join lateral register.my_mark(n.round_id, l.voter_id) mark left join sms.echoes echo on echo.phone_id = p.id and echo.round_id = n.round_id
        where p.fingerprint = {phone} and mark.version is not null
        """, row => found(Read(row)));

    public static Task<VoteMark?> OfAsync(PbContext db, Guid voter, Guid round, Guid phone, CancellationToken cancel) => db.AskAsync($"""
        select {voter}, {round}, mark.version, mark.final, echo.version, echo.sealed
        from register.my_mark({round}, {voter}) mark left join sms.echoes echo on echo.phone_id = {phone} and echo.round_id = {round}
        where mark.version is not null
        """, Read, cancel);

    static VoteMark Read(DbDataReader row) =>
        new(row.GetGuid(0), row.GetGuid(1), row.GetInt32(2), row.GetBoolean(3), row.Find<int?>(4), row.Find<byte[]>(5));
}
