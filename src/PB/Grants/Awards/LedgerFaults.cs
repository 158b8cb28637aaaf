using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Grants.Awards;

/// <summary>Holds the ledger of the pots against the awards, line by line.</summary>
public static class LedgerFaults
{
    /// <summary>The awards of which the ledger says something else than the award itself: what is promised to it, what was paid, or what came back.</summary>
    public static Task<List<LedgerFault>> LedgerFaultsAsync(this PbContext db, CancellationToken cancel) => db.Database.SqlQuery<LedgerFault>($"""
        select w.fund_id as "FundId", a.call_id as "CallId", w.ref as "Ref"
        from grants.awards w join grants.applications a on a.id = w.application_id
        cross join lateral (
            select coalesce(sum(e.amount) filter (where e.kind = 'Commit'), 0) - coalesce(sum(e.amount) filter (where e.kind = 'Release'), 0) as promised,
                coalesce(sum(e.amount) filter (where e.kind = 'Pay'), 0) as paid, coalesce(sum(e.amount) filter (where e.kind = 'Refund'), 0) as refunded
            from grants.pot_entries e where e.award_id = w.id) l
        where l.promised <> case when w.signed_at is null or w.released_at is not null then 0 when w.ended_at is not null then l.paid else w.amount end
            or l.paid <> (select coalesce(sum(p.amount), 0) from grants.payments p where p.award_id = w.id and p.paid_on is not null)
            or l.refunded <> (select coalesce(sum(m.received), 0) from grants.money_back m where m.award_id = w.id and m.received_on is not null)
        """).ToListAsync(cancel);
}

/// <summary>An award that the ledger does not agree with.</summary>
public sealed record LedgerFault(Guid FundId, Guid CallId, string Ref);
