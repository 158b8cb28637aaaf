using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Sms;

/// <summary>How voting by text goes in a round: texts, answers, deliveries. Nothing of what was chosen.</summary>
/// <param name="Came">Texts that came in.</param>
/// <param name="Unclear">Those that we could not read.</param>
/// <param name="Held">Those that wait for the provider to say when it had them.</param>
/// <param name="Sent">Texts that went out.</param>
/// <param name="Parts">What they are charged as.</param>
/// <param name="NotDelivered">Those that the network could not deliver.</param>
/// <param name="Waiting">Those that wait.</param>
/// <param name="Voters">Phones from which a vote was taken.</param>
public sealed record TextFigures(int Came, int Unclear, int Held, int Sent, int Parts, int NotDelivered, int Waiting, int Voters)
{
    public static async Task<TextFigures> OfAsync(PbContext db, Guid round, CancellationToken cancel) =>
        (await db.Database.SqlQuery<TextFigures>($"""
            select (select count(*)::int from sms.inbound where round_id = {round}) as "Came",
                   (select count(*)::int from sms.inbound where round_id = {round} and said = 'Unsure') as "Unclear",
                   (select count(*)::int from sms.inbound i join sms.round_numbers n on n.number_id = i.number_id where n.round_id = {round} and i.outcome = 'Held') as "Held",
                   count(*) filter (where message_sid is not null)::int as "Sent", coalesce(sum(segments) filter (where message_sid is not null), 0)::int as "Parts",
                   count(*) filter (where state in ('Undelivered', 'Failed'))::int as "NotDelivered", count(*) filter (where next_try_at is not null)::int as "Waiting",
                   (select count(distinct phone_id)::int from sms.inbound where round_id = {round} and (reply like 'SAVED%' or reply like 'CHANGED%')) as "Voters"
            from sms.outbox where round_id = {round}
            """).ToListAsync(cancel)).Single();
}
