using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Web.Grants.Funds;

/// <summary>A fund in a list, with how many calls are open.</summary>
public sealed record FundCard(string Name, string Slug, string Purpose, Guid? NeighbourhoodId, int OpenCalls)
{
    public static async Task<IReadOnlyList<FundCard>> ReadAsync(PbContext db, DateTimeOffset now, CancellationToken cancel) =>
        await db.Funds.OrderBy(fund => fund.Name).Select(fund => new FundCard(fund.Name, fund.Slug, fund.Purpose, fund.NeighbourhoodId,
            db.Calls.Count(call => call.FundId == fund.Id && call.AnnouncedAt != null && call.CancelledAt == null && call.Dates.OpensAt <= now && now < call.Dates.ClosesAt))).ToListAsync(cancel);
}
