using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Delivery;
using PB.Tally;
using PB.Web.Rounds;

namespace PB.Web.Neighbourhoods;

/// <summary>A project that won, and what has become of its money; no stage where nobody has said anything yet.</summary>
public sealed record FundedProject(
    string Title, string Path, string Round, Money Awarded, string Currency, string Zone, DeliveryStage? Stage, Money Spent, string Note, DateTimeOffset? At)
{
    /// <summary>The key of the text of its stage.</summary>
    public string StageText => Stage is { } stage ? TextOf(stage) : "Nothing said yet";

    public string StageColour => Stage switch
    {
        null => "govuk-tag--grey",
        DeliveryStage.Done => "govuk-tag--green",
        DeliveryStage.Delayed or DeliveryStage.Stopped => "govuk-tag--red",
        _ => "",
    };

    public static async Task<IReadOnlyList<FundedProject>> ReadAsync(PbContext db, IReadOnlyList<ResultCard> results, CancellationToken cancel)
    {
        var rounds = results.Select(result => result.RoundId).ToList();
        var updates = await db.Proposals.Where(p => rounds.Contains(p.RoundId) && p.Number != null)
            .Select(p => new
            {
                p.RoundId,
                Number = p.Number!.Value,
                Newest = db.DeliveryUpdates.Where(u => u.ProposalId == p.Id).OrderByDescending(u => u.At).FirstOrDefault(),
            })
            .Where(p => p.Newest != null).AsNoTracking().ToDictionaryAsync(p => (p.RoundId, p.Number), p => p.Newest!, cancel);
        return [.. from result in results from winner in result.Funded
                   select Of(result, winner, updates.GetValueOrDefault((result.RoundId, winner.Number)))];
    }

    static FundedProject Of(ResultCard result, ResultCard.Winner winner, DeliveryUpdate? newest) => new(
        winner.Title, $"{RoundPaths.Proposals(result.Slug)}/{winner.Number}", result.Title, winner.Awarded, result.Currency, result.Zone,
        newest?.Stage, newest?.Spent ?? Money.Zero, newest?.Note ?? "", newest?.At);

    static string TextOf(DeliveryStage stage) => stage switch
    {
        DeliveryStage.Planning => "Being planned",
        DeliveryStage.UnderWay => "Under way",
        DeliveryStage.Delayed => "Late",
        DeliveryStage.Done => "Done",
        DeliveryStage.Stopped => "Stopped",
    };
}
