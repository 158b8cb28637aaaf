using PB.Grants.Awards;
using PB.Grants.Funds;
using PB.Tally;

namespace PB.Web.Grants.Awards;

/// <param name="Open">References of payments that went to the bank and have not arrived yet.</param>
public sealed record PaymentsPage(Fund Fund, IReadOnlyList<ReadyLine> Ready, IReadOnlyList<PaymentBatch> Batches, IReadOnlyList<string> Open)
{
    public Money ReadyTotal => Ready.Select(line => line.Amount).Sum();
}

public sealed record ReadyLine(string Reference, Money Amount);
