using PB.Grants;
using PB.Grants.Applications;
using PB.Grants.Awards;
using PB.Grants.Funds;
using PB.Tally;

namespace PB.Web.Grants.Awards;

/// <summary>One award with all that belongs to it, and what the reader may do.</summary>
public sealed record AwardPage(Fund Fund, Award Award, Application Application)
{
    public required DateTimeOffset Now { get; init; }
    public required IReadOnlySet<(GrantThing Thing, GrantVerb Verb)> Rights { get; init; }
    public string? Host { get; init; }
    public IReadOnlyList<Payment> Payments { get; init; } = [];
    public IReadOnlyList<PotEntry> Entries { get; init; } = [];
    public IReadOnlyList<MoneyBack> MoneyBacks { get; init; } = [];
    public Report? Report { get; init; }
    public BankAccount? Account { get; init; }

    /// <summary>The last time that it came to another adult or organisation; null where it never did.</summary>
    public Handover? Handover { get; init; }

    /// <summary>What is known of the things that cost more than £500.</summary>
    public IReadOnlyList<Asset> Assets { get; init; } = [];

    public IReadOnlyList<Guid> Photos { get; init; } = [];

    public AwardPhase Phase => Award.PhaseAt(Now);
    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);
    public Money Paid => Payments.Where(payment => payment.PaidOn is not null).Select(payment => payment.Amount).Sum();
    public Money Refunded => Entries.Refunded();

    /// <summary>Those of which nobody has said yet who keeps them.</summary>
    public IEnumerable<BudgetLine> NeedsRecord => Asset.NeededFor(Application).Where(line => Assets.All(asset => asset.Line != line.Number));

    /// <summary>Whether nothing is paid because the grant waits for its new adult.</summary>
    public bool WaitsForNewAdult => Handover is { SignedAt: null };

    public bool IsFrozen => Account is { Freezes: true };

    /// <summary>Whether the reader has a part in it; others see only what is public.</summary>
    public bool IsInside => May(GrantThing.Offer, GrantVerb.Read) || May(GrantThing.Offer, GrantVerb.Accept);

    public bool IsPublic => Award.AcceptedAt is not null;

    public bool May(GrantThing thing, GrantVerb verb) => Rights.Contains((thing, verb));

    public Payment? LivePayment(int number) => Payments.SingleOrDefault(payment => payment.Number == number && payment.FailedAt is null);

    /// <summary>As whom somebody with these roles would approve an instalment now. Whoever has several takes the one whose turn it is, and is refused where it is their second word.</summary>
    public PaymentApprover? ApproverOf(int number, IReadOnlySet<GrantRole> roles) => LivePayment(number)?.Phase switch
    {
        null when roles.Contains(GrantRole.YouthWorker) => PaymentApprover.Coordinator,
        PaymentPhase.WaitsForFinance when roles.Contains(GrantRole.FinanceOfficer) => PaymentApprover.Finance,
        PaymentPhase.WaitsForOfficer when roles.Contains(GrantRole.AccountableOfficer) => PaymentApprover.Officer,
        _ => null,
    };
}
