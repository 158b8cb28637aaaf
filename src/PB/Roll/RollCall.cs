using PB.Data;

namespace PB.Roll;

/// <summary>Who comes to cast a ballot.</summary>
/// <param name="Voter">As the roll has them.</param>
/// <param name="Around">Every neighbourhood that a list has for their postcode, with the larger ones around them.</param>
sealed record RollCall(Voter Voter, IReadOnlyList<Guid> Around)
{
    /// <returns>The voter of an account; null where nobody has asked to vote with it yet.</returns>
    public static Task<RollCall?> AskAsync(PbContext db, Guid person, CancellationToken cancel) => db.AskAsync(
        $"select id, postcode, age, declared_at, array(select id from neighbourhoods_around(postcode) as around (id)) from register.voters where person_id = {person}",
        row => new RollCall(new(row.GetGuid(0), person, row.Find<string>(1), row.Find<int?>(2), row.Find<DateTimeOffset?>(3)), row.GetFieldValue<Guid[]>(4)),
        cancel);
}
