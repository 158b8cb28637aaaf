using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;

namespace PB.Grants.Awards;

/// <summary>Takes the words of those whom a payment needs, each from somebody else.</summary>
public sealed class PaymentDesk(PbContext db, TimeProvider clock)
{
    public async Task<PaymentRefusal?> ApproveAsync(Guid awardId, int number, PaymentWord word, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var award = await db.LockedAwardAsync(awardId, cancel);
        var payment = await db.Payments.SingleOrDefaultAsync(p => p.AwardId == awardId && p.Number == number && p.FailedAt == null, cancel);
        var now = clock.GetUtcNow();
        if ((WhyNot(award, payment, word, now) ?? await WhyNotAsync(award, word, cancel)) is { } refusal)
            return refusal;
        if (payment is null)
            db.Payments.Add(new Payment(award.Instalments.Single(part => part.Number == number), await NeedsOfficerAsync(award, number, cancel), word.PersonId, now));
        else if (word.As is PaymentApprover.Finance)
            payment.ApproveAsFinance(word.PersonId, now);
        else
            payment.ApproveAsOfficer(word.PersonId, now);
        db.Journal.Add(new JournalEntry(word.PersonId, $"Approved a payment as {word.As}", $"awards/{award.Ref}/{number}", "", now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    static PaymentRefusal? WhyNot(Award award, Payment? payment, PaymentWord word, DateTimeOffset now) => (word.As, payment?.Phase) switch
    {
        _ when award.PhaseAt(now) is not AwardPhase.Active => PaymentRefusal.NotActive,
        _ when award.Conditions.Any(condition => condition is { Kind: ConditionKind.BeforePayment, MetAt: null }) => PaymentRefusal.ConditionNotMet,
        _ when payment?.WhyNotApprovedBy(word.PersonId) is { } refusal => refusal,
        (PaymentApprover.Coordinator, null) or (PaymentApprover.Finance, PaymentPhase.WaitsForFinance) or (PaymentApprover.Officer, PaymentPhase.WaitsForOfficer) => null,
        _ => PaymentRefusal.NotYourTurn,
    };

    async Task<PaymentRefusal?> WhyNotAsync(Award award, PaymentWord word, CancellationToken cancel)
    {
        if (await db.Applications.AnyAsync(a => a.Id == award.ApplicationId && a.AdultId == word.PersonId, cancel))
            return PaymentRefusal.SupportingAdult;
        if (await db.Held().AnyAsync(one => one.AwardId == award.Id, cancel))
            return PaymentRefusal.HandedOver;
        return await db.IsFrozenAsync(award.Id, cancel) ? PaymentRefusal.Frozen : null;
    }

    async Task<bool> NeedsOfficerAsync(Award award, int number, CancellationToken cancel) =>
        award.Instalments.Single(part => part.Number == number).Amount > await db.Funds.Where(fund => fund.Id == award.FundId).Select(fund => fund.SignOver).SingleAsync(cancel);
}

/// <summary>Somebody's yes to a payment.</summary>
public sealed record PaymentWord(Guid PersonId, PaymentApprover As);

public enum PaymentApprover
{
    Coordinator,
    Finance,

    /// <summary>The accountable officer, over the fund's limit.</summary>
    Officer,
}
