namespace PB.Grants;

/// <summary>What there is in a youth fund that not everybody may see or change.</summary>
public enum GrantThing
{
    /// <summary>The fund, its pots and how much is left in them.</summary>
    Fund,

    /// <summary>The criteria and their weights, before the call opens.</summary>
    Criteria,
    CallText,
    Draft,

    /// <summary>An application that was sent in, as the panel reads it: without names.</summary>
    Application,

    /// <summary>Names and addresses of those who apply.</summary>
    Contacts,
    BankDetails,
    Eligibility,
    OwnInterest,
    OwnCard,
    OthersCards,
    Meeting,
    Decision,
    Offer,
    Payment,
    Report,

    /// <summary>A member's age, consents and checks.</summary>
    MemberData,
    SafeguardingLog,
    Moderation,
}
