using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Proposals;
using PB.Rounds;

namespace PB.Web.Proposals;

/// <summary>A round's proposals as a table, in the columns that an import reads, with what everybody may know beside them.</summary>
static class ProposalTable
{
    public static IEnumerable<string> Head => ["number", .. ProposalFile.Columns.Except(["email"]), "price", "withdrawn", "passed_on", "merged"];

    public static async Task<List<IReadOnlyList<string>>> RowsAsync(PbContext db, Round round, CancellationToken cancel)
    {
        var proposals = await db.Proposals.AsNoTracking().Include(proposal => proposal.Costs)
            .Where(proposal => proposal.RoundId == round.Id && proposal.SubmittedAt != null).OrderBy(proposal => proposal.Number).ToListAsync(cancel);
        return proposals.ConvertAll<IReadOnlyList<string>>(proposal => Row(proposal, round.Currency));
    }

    static string[] Row(Proposal proposal, string currency) =>
    [
        Number(proposal.Number!.Value), proposal.Reference ?? "", proposal.Title, proposal.Description, proposal.Place, Degrees(proposal.Latitude), Degrees(proposal.Longitude),
        proposal.Estimate is { } estimate ? Typed.Sum(estimate, currency) : "", proposal.Provenance.ToString(), proposal.ProposerName,
        string.Join("; ", proposal.Costs.OrderBy(cost => cost.Position).Select(cost => $"{cost.What}: {Typed.Sum(cost.Amount, currency)}")),
        proposal.RunningCosts is { } running ? Typed.Sum(running, currency) : "", proposal.RunningCostsBy, proposal.OwnerAfter, proposal.Event,
        proposal.Price is { } price ? Typed.Sum(price, currency) : "",
        Day(proposal.WithdrawnAt), Day(proposal.PassedOnAt), proposal.MergedInto is null ? "" : "yes",
    ];

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string Degrees(double? degrees) => degrees?.ToString(CultureInfo.InvariantCulture) ?? "";

    static string Day(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
