using static PB.Grants.GrantCondition;
using static PB.Grants.GrantVerb;

namespace PB.Grants;

/// <summary>Who may do what in a youth fund: one table, which every page asks through its room's policies.</summary>
public static class GrantRights
{
    static readonly GrantRight[] None = [];
    static readonly GrantRight[] R = new GrantRight(Read), W = new GrantRight(Write), A = new GrantRight(Approve), V = new GrantRight(Vote);
    static readonly GrantRight[] Flagging = new GrantRight(Flag), Worrying = new GrantRight(Write, Worry);

    // In the order of GrantRole: member, chair, observer | youth worker, safeguarding lead, finance officer, accountable officer | applicant, adult, parent | auditor, public.
    static readonly Dictionary<GrantThing, GrantRight[][]> Table = new()
    {
        [GrantThing.Fund] = [R, R, R, W, R, On(Write, Ledger), A, On(Read, Public), On(Read, Public), None, R, On(Read, Summary)],
        [GrantThing.Criteria] = [V, W, R, On(Write, WhenAsked), None, None, R, None, None, None, R, On(Read, AfterLock)],
        [GrantThing.CallText] = [On(Write, Drafting), A, R, A, R, None, R, R, R, None, R, R],
        [GrantThing.Draft] = [None, None, None, On(Write, WhenAsked), None, None, None, On(Write, Own), On(Write, SectionB), None, None, None],
        [GrantThing.Application] = [On(Read, UnlessConflict), On(Read, UnlessConflict), R, R, R, On(Read, MoneyPart), R, On(Read, Own), On(Read, Own), None, R, None],
        [GrantThing.Contacts] = [On(Read, FromMeeting), On(Read, FromMeeting), None, R, R, None, R, On(Read, Own), On(Read, Own), None, R, None],
        [GrantThing.BankDetails] = [None, None, None, None, None, [.. W, .. R], None, None, W, None, On(Read, Masked), None],
        [GrantThing.Eligibility] = [None, None, None, W, R, On(Write, DueDiligence), R, On(Read, Result), On(Read, Result), None, R, None],
        [GrantThing.OwnInterest] = [W, W, W, W, W, W, W, None, None, None, R, None],
        [GrantThing.OwnCard] = [W, W, On(Write, Practice), None, None, None, None, None, None, None, R, None],
        [GrantThing.OthersCards] = [On(Read, AfterClose), On(Read, AfterClose), None, [.. On(Read, Completion), .. On(Read, AfterClose)], None, None, On(Read, AfterClose), None, None, None, R, None],
        [GrantThing.Meeting] = [[.. R, .. V], [.. W, .. V], R, On(Write, Attendance), R, On(Read, MoneyPart), None, None, None, None, R, None],
        [GrantThing.Decision] = [V, On(Approve, DeclareResult), None, On(Write, Record), None, None, new GrantRight(Refer), On(Read, Own), On(Read, Own), None, R, On(Read, WhenPublished)],
        [GrantThing.Offer] = [None, None, None, On(Write, Drafting), None, R, A, new GrantRight(Accept), On(Accept, Binding), None, R, None],
        [GrantThing.Payment] = [None, None, None, On(Approve, First), None, [.. On(Approve, Second), .. W], On(Approve, OverLimit), On(Read, Own), On(Read, Own), None, R, None],
        [GrantThing.Report] = [R, R, R, A, R, On(Read, MoneyPart), R, W, W, None, R, On(Read, Summary)],
        [GrantThing.MemberData] = [On(Read, Own), None, On(Read, Own), [.. R, .. W], [.. R, .. W], None, None, None, None, On(Read, OwnChild), R, None],
        [GrantThing.SafeguardingLog] = [Worrying, Worrying, Worrying, Worrying, [.. R, .. W], None, None, Worrying, Worrying, Worrying, None, Worrying],
        [GrantThing.Moderation] = [Flagging, Flagging, Flagging, A, A, None, None, Flagging, Flagging, None, R, Flagging],
    };

    /// <summary>What a role may do with a thing; nothing, where the list is empty.</summary>
    public static IReadOnlyList<GrantRight> Of(GrantRole role, GrantThing thing) => Table[thing][(int)role];

    /// <summary>Under which conditions somebody with these roles may do it. Whoever writes or approves may read, and whoever votes too.</summary>
    public static IEnumerable<GrantCondition> Conditions(IEnumerable<GrantRole> roles, GrantThing thing, GrantVerb verb) =>
        from role in roles
        from right in Of(role, thing)
        where right.Verb == verb || verb is Read && right.Verb is Write or Approve or Vote
        select right.Condition;

    static GrantRight[] On(GrantVerb verb, GrantCondition condition) => new GrantRight(verb, condition);
}
