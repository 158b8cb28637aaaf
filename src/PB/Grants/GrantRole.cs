namespace PB.Grants;

/// <summary>As whom somebody comes to a youth fund. A person may come as several.</summary>
public enum GrantRole
{
    Member,
    Chair,

    /// <summary>An observer or a trainee of the panel.</summary>
    Observer,
    YouthWorker,
    SafeguardingLead,
    FinanceOfficer,
    AccountableOfficer,

    /// <summary>The young lead of an application, and the team.</summary>
    Applicant,

    /// <summary>The adult of the organisation that would hold the money.</summary>
    SupportingAdult,
    Parent,
    Auditor,
    Public,
}
