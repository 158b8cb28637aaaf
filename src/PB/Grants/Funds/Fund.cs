using PB.Data;
using PB.Tally;

namespace PB.Grants.Funds;

/// <summary>Money of which young people decide what becomes of it, and the rules by which they do.</summary>
public sealed class Fund
{
    Fund() { }

    public Fund(string name, string slug, FundBody body, DateTimeOffset now)
    {
        (Id, CreatedAt) = (Ids.New(now), now);
        (Name, Slug, Body) = (name, slug, body);
    }

    public Guid Id { get; private set; }
    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";

    /// <summary>What the money is for.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>Where it is for; null when for the whole council.</summary>
    public Guid? NeighbourhoodId { get; private set; }

    public FundBody Body { get; private set; } = null!;
    public FundAges Ages { get; private set; } = new();
    public FundTexts Texts { get; private set; } = new();

    /// <summary>Over which amount the accountable officer signs a payment too.</summary>
    public Money SignOver { get; private set; } = new(1000_00);

    /// <summary>So many months after it was closed a worry is deleted, by the body's own schedule; null where the body has given none.</summary>
    public int? WorriesKeptMonths { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public void Describe(string name, string purpose) => (Name, Purpose) = (name, purpose);

    public void BelongTo(Guid? neighbourhoodId) => NeighbourhoodId = neighbourhoodId;

    public void Answer(FundBody body) => Body = body;

    public void Admit(FundAges ages) => Ages = ages;

    public void Publish(FundTexts texts) => Texts = texts;

    public void KeepWorries(int? months) => WorriesKeptMonths = months;

    public void SignPaymentsOver(Money amount) => SignOver = amount;
}

/// <summary>Who answers for the money.</summary>
/// <param name="Name">The council or charity.</param>
/// <param name="OrganisationId">Its identifier among those who publish grants: <c>GB-LAE-…</c>.</param>
/// <param name="GrantPrefix">What its grants' public identifiers begin with: <c>360G-…</c>.</param>
/// <param name="Letters">What applications' references begin with: the YF of YF26-0007.</param>
public sealed record FundBody(string Name, string OrganisationId, string GrantPrefix, string Letters);

/// <summary>How old somebody is who decides on the money.</summary>
public sealed record FundAges
{
    public int Min { get; init; } = 13;
    public int Max { get; init; } = 19;

    /// <summary>Up to which age where there is a reason: special educational needs, leaving care.</summary>
    public int ExtendedMax { get; init; } = 25;

    /// <summary>Younger than this, a parent says yes too.</summary>
    public int ParentConsentUnder { get; init; } = 16;
}

/// <summary>What everybody can read before they take part. A call cannot open while one is missing.</summary>
public sealed record FundTexts
{
    public string SafeguardingPolicy { get; init; } = "";
    public string PrivacyNotice { get; init; } = "";

    /// <summary>What a group agrees to when it accepts a grant.</summary>
    public string Terms { get; init; } = "";

    /// <summary>By which rules the panel works: conflicts of interest, code of conduct, quorum.</summary>
    public string PanelRules { get; init; } = "";
}
