using System.Data.Common;
using PB.Data;

namespace PB.Roll;

/// <summary>Who comes to cast a ballot.</summary>
/// <param name="Voter">As the roll has them.</param>
/// <param name="Around">Every neighbourhood that a list has for their postcode, with the larger ones around them.</param>
public sealed record RollCall(Voter Voter, IReadOnlyList<Guid> Around)
{
    /// <returns>The voter of an account; null where nobody has asked to vote with it yet.</returns>
    internal static Task<RollCall?> AskAsync(PbContext db, Guid person, CancellationToken cancel) => db.AskAsync(
        $"select id, person_id, postcode, age, declared_at, array(select id from neighbourhoods_around(postcode) as around (id)) from register.voters where person_id = {person}",
        row => Read(row, from: 0),
        cancel);

    internal static RollCall Read(DbDataReader row, int from) =>
        new(new(row.GetGuid(from), row.Find<Guid?>(from + 1), row.Find<string>(from + 2), row.Find<int?>(from + 3), row.Find<DateTimeOffset?>(from + 4)), row.GetFieldValue<Guid[]>(from + 5));
}
