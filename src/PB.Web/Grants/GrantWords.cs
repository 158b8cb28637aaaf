using Microsoft.Extensions.Localization;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.Web.Look;

namespace PB.Web.Grants;

/// <summary>What the room's things are called on pages.</summary>
static class GrantWords
{
    public static string Of(this IStringLocalizer<Words> text, FundRole role) => text[role switch
    {
        FundRole.YouthWorker => "Coordinator",
        FundRole.SafeguardingLead => "Safeguarding lead",
        FundRole.FinanceOfficer => "Finance officer",
        FundRole.AccountableOfficer => "Accountable officer",
        FundRole.Auditor => "Auditor",
    }];

    public static string Of(this IStringLocalizer<Words> text, PanelRole role) => text[role switch
    {
        PanelRole.Member => "Member",
        PanelRole.Chair => "Chair",
        PanelRole.ViceChair => "Vice-chair",
        PanelRole.Trainee => "Trainee",
        PanelRole.Observer => "Observer",
    }];

    public static string Of(this IStringLocalizer<Words> text, MemberStanding standing) => text[standing switch
    {
        MemberStanding.Invited => "Invited",
        MemberStanding.ConsentPending => "A yes is missing",
        MemberStanding.Training => "In training",
        MemberStanding.Active => "Decides with us",
        MemberStanding.Resting => "Takes a break",
        MemberStanding.Left => "Has left",
    }];

    public static string Of(this IStringLocalizer<Words> text, CallPhase phase) => text[phase switch
    {
        CallPhase.Draft => "Draft",
        CallPhase.CriteriaAgreed => "The panel has agreed what counts",
        CallPhase.Announced => "Opens soon",
        CallPhase.Open => "Open: you can apply",
        CallPhase.Checking => "Closed: we check what came in",
        CallPhase.Declaring => "The panel says who is too close to what",
        CallPhase.Marking => "The panel reads and gives marks",
        CallPhase.Deciding => "The panel decides",
        CallPhase.Published => "Decided",
        CallPhase.Monitoring => "Decided: groups are at work",
        CallPhase.Paused => "Waits: the panel needs more members",
        CallPhase.Archived => "Finished and put away",
        CallPhase.Cancelled => "Cancelled",
    }];

    public static string Of(this IStringLocalizer<Words> text, DecisionMode mode) => text[mode switch
    {
        DecisionMode.PanelVote => "The panel decides",
        DecisionMode.PanelThenPublicVote => "The panel chooses what goes on the ballot, and residents or pupils decide",
        DecisionMode.AllEligible => "All that fit the rules are funded, if the panel agrees",
    }];

    public static string Of(this IStringLocalizer<Words> text, VoteSecrecy secrecy) => text[secrecy switch
    {
        VoteSecrecy.Secret => "In secret, on phones or paper",
        VoteSecrecy.Hands => "By show of hands",
    }];

    public static string Of(this IStringLocalizer<Words> text, GrantTieRule rule) => text[rule switch
    {
        GrantTieRule.NotNow => "It is not funded this time",
        GrantTieRule.Chair => "The chair decides",
        GrantTieRule.DrawLots => "We draw lots",
    }];

    public static string Of(this IStringLocalizer<Words> text, AllocationRule rule) => text[rule switch
    {
        AllocationRule.StrictOrder => "We stop at the first one that there is too little for",
        AllocationRule.SkipAndFill => "We go on to smaller ones",
    }];

    public static string Of(this IStringLocalizer<Words> text, FundPotKind kind) => text[kind switch
    {
        FundPotKind.Revenue => "For things to do",
        FundPotKind.Capital => "For things that last",
        FundPotKind.General => "For anything",
    }];

    public static string Of(this IStringLocalizer<Words> text, PotEntryKind kind) => text[kind switch
    {
        PotEntryKind.Allocate => "Money put in",
        PotEntryKind.Reserve => "Put aside",
        PotEntryKind.Unreserve => "Back from what was put aside",
        PotEntryKind.Commit => "Promised to a group",
        PotEntryKind.Release => "Not needed by a group",
        PotEntryKind.Pay => "Paid to a group",
        PotEntryKind.Refund => "Given back by a group",
        PotEntryKind.CarryIn => "Carried in from another year",
        PotEntryKind.CarryOut => "Carried out into another year",
        PotEntryKind.AdjustUp => "Money added later",
        PotEntryKind.AdjustDown => "Money taken away later",
    }];

    public static string Of(this IStringLocalizer<Words> text, BudgetCategory category) => text[category switch
    {
        BudgetCategory.Equipment => "Things to buy",
        BudgetCategory.Activities => "Activities",
        BudgetCategory.Venue => "Rooms and places",
        BudgetCategory.Transport => "Travel",
        BudgetCategory.Residential => "Staying away overnight",
        BudgetCategory.Food => "Food",
        BudgetCategory.People => "People who help",
        BudgetCategory.Other => "Something else",
    }];

    public static string Of(this IStringLocalizer<Words> text, GroupKind kind) => text[kind switch
    {
        GroupKind.Friends => "A group of friends",
        GroupKind.YouthGroup => "A youth group",
        GroupKind.SchoolGroup => "A group at school",
        GroupKind.Club => "A club",
        GroupKind.Other => "Another kind of group",
    }];

    public static string Of(this IStringLocalizer<Words> text, HostKind kind) => text[kind switch
    {
        HostKind.Charity => "A charity",
        HostKind.CommunityGroup => "A community group",
        HostKind.School => "A school or college",
        HostKind.PublicBody => "A council or other public body",
        HostKind.Company => "A company",
        HostKind.Faith => "A faith group",
    }];

    public static string Of(this IStringLocalizer<Words> text, RuleResult result) => text[result switch
    {
        RuleResult.Pass => "Yes",
        RuleResult.Fail => "No",
        RuleResult.Query => "Not yet: the group can put it right",
    }];

    public static string Of(this IStringLocalizer<Words> text, ConflictReason reason) => text[reason switch
    {
        ConflictReason.Family => "Somebody in my family is in it",
        ConflictReason.Friend => "A close friend is in it",
        ConflictReason.OwnGroup => "I am in this group",
        ConflictReason.SchoolClub => "It is my school or my club",
        ConflictReason.SupportingAdult => "I know the adult who supports it well",
        ConflictReason.Paid => "I, or somebody close to me, would be paid",
        ConflictReason.Other => "Something else",
    }];
}
