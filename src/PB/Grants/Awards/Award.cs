using PB.Data;
using PB.Grants.Funds;
using PB.Tally;

namespace PB.Grants.Awards;

/// <summary>A grant from its offer to its end. Its sum is promised in the pots as soon as the accountable officer has signed the offer.</summary>
public sealed partial class Award
{
    readonly List<AwardShare> shares = [];
    readonly List<AwardCondition> conditions = [];
    readonly List<Instalment> instalments = [];

    Award() { }

    public Award(OfferedTo to, Money amount, Guid draftedBy, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (ApplicationId, FundId, Ref, DecisionId) = to;
        (Amount, DraftedBy, DraftedAt, RecipientCode) = (amount, draftedBy, now, AwardCodes.New());
    }

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }
    public Guid FundId { get; private set; }

    /// <summary>The panel's decision that it comes from.</summary>
    public Guid DecisionId { get; private set; }

    /// <summary>The same as the application's.</summary>
    public string Ref { get; private set; } = "";

    public Money Amount { get; private set; }

    /// <summary>What stands for the group in open data where the money goes to one person.</summary>
    public string RecipientCode { get; private set; } = "";

    /// <summary>Whether it is less than the group said it needs: then its yes is a yes to doing it with less.</summary>
    public bool IsBelowViable { get; private set; }

    public IReadOnlyList<AwardShare> Shares => shares;
    public IReadOnlyList<AwardCondition> Conditions => conditions;
    public IReadOnlyList<Instalment> Instalments => instalments;

    /// <summary>What each pot gives, the most restricted first.</summary>
    public IReadOnlyList<PotShare> PotShares => [.. shares.OrderBy(share => share.Place).Select(share => new PotShare(share.PotId, share.Amount))];

    /// <summary>Says how an offer looks that nobody has signed yet.</summary>
    public void Draft(OfferTerms terms)
    {
        if (SignedAt is not null)
            throw new InvalidOperationException($"The offer {Ref} is signed.");
        IsBelowViable = terms.IsBelowViable;
        conditions.Clear();
        conditions.AddRange(terms.Conditions.Select((condition, index) => new AwardCondition(Id, index + 1, condition)));
        instalments.Clear();
        instalments.AddRange(terms.Instalments.Select((part, index) => new Instalment(Id, index + 1, part)));
    }
}

/// <summary>To whom an offer goes, and by which decision.</summary>
public sealed record OfferedTo(Guid ApplicationId, Guid FundId, string Ref, Guid DecisionId);

/// <summary>What an offer says beside its sum.</summary>
public sealed record OfferTerms
{
    /// <summary>Their sums are the award.</summary>
    public required IReadOnlyList<InstalmentPlan> Instalments { get; init; }

    public IReadOnlyList<ConditionWords> Conditions { get; init; } = [];
    public bool IsBelowViable { get; init; }
}

public sealed record InstalmentPlan(Money Amount, DateOnly DueOn);

public sealed record ConditionWords(ConditionKind Kind, string Text);
