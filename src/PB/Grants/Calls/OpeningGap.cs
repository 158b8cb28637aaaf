namespace PB.Grants.Calls;

/// <summary>What is missing before a call can open.</summary>
public enum OpeningGap
{
    Text,
    CriteriaNotAgreed,
    Dates,
    DatesOutOfOrder,
    OpensInThePast,
    Amounts,
    Rules,
    Money,
    Terms,
    PrivacyNotice,
    SafeguardingPolicy,
    PanelRules,
    TwoYouthWorkers,
    SafeguardingLead,
    FinanceOfficer,
    AccountableOfficer,
    FinanceAndAccountableAreOne,
    Members,
}
