using PB.Data;
using PB.Tally;

namespace PB.Grants.Awards;

/// <summary>Payments that went to the bank in one file. The file is not kept: it has the groups' accounts in it. Its fingerprint is.</summary>
public sealed class PaymentBatch
{
    PaymentBatch() { }

    public PaymentBatch(Guid fundId, int number, Guid madeBy, DateTimeOffset now) =>
        (Id, FundId, Number, MadeBy, MadeAt) = (Ids.New(now), fundId, number, madeBy, now);

    public Guid Id { get; private set; }
    public Guid FundId { get; private set; }
    public int Number { get; private set; }
    public Guid MadeBy { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }
    public Money Total { get; private set; }

    /// <summary>SHA-256 of the file.</summary>
    public byte[] Hash { get; private set; } = [];

    public void Seal(Money total, byte[] hash) => (Total, Hash) = (total, hash);
}
