// Longer than the house allows: one table, which is read beside the table of rights.
using PB.Grants;
using static PB.Grants.GrantCondition;
using static PB.Grants.GrantRole;
using static PB.Grants.GrantVerb;
using Thing = PB.Grants.GrantThing;

namespace PB.Tests.Grants.Rights;

// At which addresses each thing is tried. A door names the conditions that are met there.
public sealed partial class EveryCellTests
{
    /// <summary>The cells that no address stands for, and why.</summary>
    static readonly Dictionary<string, string> WithoutPage = new()
    {
        ["Fund AccountableOfficer: Approve"] = "What the officer signs of a fund's money are its offers and payments: see there.",
        ["Offer YouthWorker: Write Drafting"] = "A signed offer has no page to change it at: the address of its draft leads to the offer.",
        ["Moderation Member: Flag"] = Button,
        ["Moderation Chair: Flag"] = Button,
        ["Moderation Observer: Flag"] = Button,
        ["Moderation Applicant: Flag"] = Button,
        ["Moderation SupportingAdult: Flag"] = Button,
        ["Moderation Public: Flag"] = Button,
    };

    const string Button = "Whoever sees something that should be looked at uses the one button for worries, which is on every page.";

    IEnumerable<Probe> WhileMarking() => [.. OfTheFund(), .. OfCalls(), .. OfDrafts(), .. OfWhatCameIn(), .. OfMarks(), .. OfPeople()];

    IEnumerable<Probe> OfTheFund() =>
    [
        new(FundPath, new Door(Thing.Fund, Read, Ledger, GrantCondition.Public, Summary)),
        new($"{FundPath}/pots", new Door(Thing.Fund, Read, Ledger)),
        new($"{FundPath}/setup", new Door(Thing.Fund, Write)),
        new($"{FundPath}/setup", new Door(Thing.Fund, Write)) { Sent = [] },
        new($"{PanelPath}/setup", new Door(Thing.Fund, Write)),
        new($"{PanelPath}/setup", new Door(Thing.Fund, Write)) { Sent = [("Name", "")] },
        new($"{FundPath}/pots/{potId}/entries", new Door(Thing.Fund, Read, Ledger)),
        new($"{FundPath}/pots/{potId}/entries", new Door(Thing.Fund, Write, Ledger)) { Sent = [] },
    ];

    /// <summary>Of a call that is a draft and of one that is announced.</summary>
    IEnumerable<Probe> OfCalls()
    {
        GrantRole[] outside = [GrantRole.Public, Applicant, SupportingAdult];
        return
        [
            new($"{Draft}/criteria", new Door(Thing.Criteria, Read, WhenAsked)),
            new($"{CallPath}/criteria", new Door(Thing.Criteria, Read, WhenAsked, AfterLock)),
            new($"{Draft}/criteria/edit", new Door(Thing.Criteria, Write, WhenAsked)),
            new($"{Draft}/criteria/edit", new Door(Thing.Criteria, Write, WhenAsked)) { Sent = [] },
            new($"{CallPath}/criteria/edit", new Door(Thing.Criteria, Write)) { Shown = [new Door(Thing.Criteria, Read, WhenAsked, AfterLock)] },
            new($"{Draft}/criteria/votes", new Door(Thing.Criteria, Vote)) { Sent = [("choice", "For")], Shown = [new Door(Thing.Criteria, Read, WhenAsked)] },
            new(Draft, new Door(Thing.CallText, Read, Drafting)) { Nobody = outside },
            new(CallPath, new Door(Thing.CallText, Read, Drafting)),
            new($"{Draft}/text", new Door(Thing.CallText, Write, Drafting), new Door(Thing.CallText, Approve)) { Nobody = outside },
            new($"{Draft}/text", new Door(Thing.CallText, Write, Drafting), new Door(Thing.CallText, Approve)) { Nobody = outside, Sent = [] },
            new($"{CallPath}/text", new Door(Thing.CallText, Write)) { Shown = [new Door(Thing.CallText, Read, Drafting)] },
            new($"{Draft}/opening", new Door(Thing.CallText, Approve)) { Nobody = outside, Shown = [new Door(Thing.CallText, Read, Drafting)] },
            new($"{CallPath}/opening", new Door(Thing.CallText, Approve)) { Sent = [], Shown = [new Door(Thing.CallText, Read, Drafting)] },
            new($"{Draft}/setup", new Door(Thing.CallText, Approve)) { Nobody = outside, Shown = [new Door(Thing.CallText, Read, Drafting)] },
            new($"{CallPath}/waivers", new Door(Thing.CallText, Approve)) { Shown = [new Door(Thing.CallText, Read, Drafting)] },
        ];
    }

    /// <summary>Of a draft that its team keeps to itself, of one with which it asked for help, and of somebody else's.</summary>
    IEnumerable<Probe> OfDrafts() =>
    [
        new($"/applications/{unsent.Id}", new Door(Thing.Draft, Read, Own, SectionB)),
        new($"/applications/{asked.Id}", new Door(Thing.Draft, Read, Own, SectionB, WhenAsked)),
        new($"/applications/{unsentOfMax.Id}", new Door(Thing.Draft, Read, Own, SectionB)) { Nobody = [Applicant, SupportingAdult] },
        new($"/applications/{unsent.Id}/words", new Door(Thing.Draft, Write, Own)) { Shown = [new Door(Thing.Draft, Read, Own, SectionB)] },
        new($"/applications/{unsent.Id}/words", new Door(Thing.Draft, Write, Own)) { Sent = [], Shown = [new Door(Thing.Draft, Read, Own, SectionB)] },
        new($"/applications/{asked.Id}/words", new Door(Thing.Draft, Write, Own, WhenAsked)) { Shown = [new Door(Thing.Draft, Read, Own, SectionB)] },
        new($"/applications/{unsentOfMax.Id}/words", new Door(Thing.Draft, Write, Own)) { Nobody = [Applicant, SupportingAdult] },
        new($"/applications/{asked.Id}/signing/1", new Door(Thing.Draft, Write, SectionB)) { Shown = [new Door(Thing.Draft, Read, Own, WhenAsked)] },
        new($"/applications/{asked.Id}/signing/1", new Door(Thing.Draft, Write, SectionB)) { Sent = [], Shown = [new Door(Thing.Draft, Read, Own, WhenAsked)] },
        new($"/applications/{unsentOfMax.Id}/signing/1", new Door(Thing.Draft, Write, SectionB)) { Nobody = [Applicant, SupportingAdult] },
    ];

    /// <summary>Of the camp, in which nobody of the twelve has a stake but those who wrote it; and of the boats, in which Cas and Ade have a conflict of interest.</summary>
    IEnumerable<Probe> OfWhatCameIn() =>
    [
        new($"/applications/{camp.Id}", new Door(Thing.Application, Read, Own, UnlessConflict), new Door(Thing.Eligibility, Read, Result)),
        new($"/applications/{boats.Id}", new Door(Thing.Application, Read, Own)) { Nobody = [Applicant, SupportingAdult] },
        new($"/applications/{camp.Id}/contacts", new Door(Thing.Contacts, Read, Own)),
        new($"/applications/{boats.Id}/contacts", new Door(Thing.Contacts, Read, Own)) { Nobody = [Applicant, SupportingAdult] },
        new($"{CallPath}/checks/{camp.Ref}", new Door(Thing.Eligibility, Read)),
        new($"{CallPath}/checks/{camp.Ref}", new Door(Thing.Eligibility, Write)) { Sent = [("Step", "Fits")] },
        new($"{CallPath}/checks/{camp.Ref}/links", new Door(Thing.Eligibility, Read)),
        new($"{CallPath}/checks/{camp.Ref}/links", new Door(Thing.Eligibility, Write)) { Sent = [] },
        new($"/applications/{camp.Id}/joining/{link}/yes", new Door(Thing.Draft, Write, Own) { For = [Applicant] }) { Sent = [], Shown = [new Door(Thing.Application, Read, Own, UnlessConflict)] },
        new($"/applications/{camp.Id}/joining/{link}", new Door(Thing.Draft, Write, Own) { For = [Applicant] }) { Sent = [], Shown = [new Door(Thing.Application, Read, Own, UnlessConflict)] },
        new($"/applications/{boats.Id}/joining/{link}/yes", new Door(Thing.Draft, Write, Own) { For = [Applicant] }) { Sent = [], Nobody = [Applicant, SupportingAdult], Shown = [new Door(Thing.Application, Read, Own)] },
        new($"{CallPath}/stand-in", new Door(Thing.Eligibility, Write)) { Sent = [] },
        new($"{CallPath}/marking-opening", new Door(Thing.Eligibility, Write)) { Sent = [] },
        new($"{CallPath}/interest-opening", new Door(Thing.Eligibility, Write)) { Sent = [] },
        new($"{CallPath}/organisations/{camp.Ref}", new Door(Thing.Eligibility, Read, DueDiligence), new Door(Thing.Application, Read, MoneyPart) { For = [FinanceOfficer] }) { Shown = [] },
        new($"{CallPath}/organisations/{camp.Ref}", new Door(Thing.Eligibility, Write, DueDiligence)) { Sent = [] },
        new($"{CallPath}/reading/{camp.Ref}/interest", new Door(Thing.OwnInterest, Write)),
        new($"{CallPath}/reading/{camp.Ref}/interest", new Door(Thing.OwnInterest, Write)) { Sent = [("Level", "Conflict")] },
    ];

    IEnumerable<Probe> OfMarks()
    {
        Door[] waiting = [new(Thing.OthersCards, Read, AfterClose, Completion)];
        return
        [
            new($"{CallPath}/marking", new Door(Thing.OwnCard, Write)) { Shown = waiting },
            new($"{CallPath}/marking/{camp.Ref}", new Door(Thing.OwnCard, Write)) { Shown = waiting },
            new($"{CallPath}/pack", new Door(Thing.OwnCard, Write)) { Shown = [] },
            new($"{CallPath}/marking/{camp.Ref}/1", new Door(Thing.OwnCard, Write)) { Sent = [], Shown = waiting },
            new($"{PanelPath}/practices/{practice}/1", new Door(Thing.OwnCard, Write, GrantCondition.Practice)) { Shown = [] },
            new($"{PanelPath}/practices/{practice}/1", new Door(Thing.OwnCard, Write, GrantCondition.Practice)) { Sent = [], Shown = [] },
            new($"{CallPath}/marks", new Door(Thing.OthersCards, Read)) { Shown = waiting, Stricter = [(Auditor, "Until marking closes no adult sees a mark.")] },
            new($"{CallPath}/marking-progress", new Door(Thing.OthersCards, Read, Completion), new Door(Thing.OwnInterest, Read) { For = [Auditor] }) { Shown = waiting },
        ];
    }

    IEnumerable<Probe> OfPeople() =>
    [
        new($"{PanelPath}/members/{member}", new Door(Thing.MemberData, Read)),
        new($"{PanelPath}/members/{member}", new Door(Thing.MemberData, Write)) { Sent = [("step", "Trained")] },
        new($"{PanelPath}/my-place", new Door(Thing.MemberData, Read, Own) { For = [Member, Observer] }) { Shown = [] },
        new(role => Links + (role is Parent ? OwnChildsKey : "guessed"), new Door(Thing.MemberData, Read, OwnChild) { For = [Parent] }) { Shown = [] },
        new($"{Links}guessed", new Door(Thing.MemberData, Read, OwnChild) { For = [Parent] }, new Door(Thing.MemberData, Read) { For = [Member, Observer] }) { Nobody = [Parent], Shown = [] },
        new($"{FundPath}/worries/new", new Door(Thing.SafeguardingLog, Write, Worry)),
        new($"{FundPath}/worries/new", new Door(Thing.SafeguardingLog, Write, Worry)) { Sent = [] },
        new($"{FundPath}/worries", new Door(Thing.SafeguardingLog, Read)),
        new($"{FundPath}/worries/{worry}", new Door(Thing.SafeguardingLog, Write)) { Sent = [] },
        new($"{FundPath}/moderation", new Door(Thing.Moderation, Read)),
        new(role => $"{FundPath}/moderation/{messages[role]}", new Door(Thing.Moderation, Approve)) { Sent = [("letOut", "true")] },
    ];

    IEnumerable<Probe> InTheMeeting()
    {
        var room = $"/meetings/{meeting.Id}";
        var item = $"{room}/items/{meeting.Items[0].Id}";
        Door[] there = [new(Thing.Meeting, Read, Attendance)];
        return
        [
            new(room, there),
            new($"{room}/money", new Door(Thing.Meeting, Read, Attendance, MoneyPart)),
            new($"{room}/votes/{vote.Id}/casts", new Door(Thing.Meeting, Vote), new Door(Thing.Decision, Vote)) { Sent = [], Shown = there },
            new(item, new Door(Thing.Meeting, Write)) { Sent = [("move", "Begin")], Shown = there },
            new($"{room}/attendance", new Door(Thing.Meeting, Write, Attendance)) { Sent = [], Shown = there, Stricter = [(Chair, "Adults write down who is in the room: two of them answer for it.")] },
            new($"{room}/hand/end", new Door(Thing.Meeting, Vote)) { Sent = [], Shown = there },
            new($"{room}/suspension/end", new Door(Thing.Meeting, Write, Attendance)) { Sent = [], Shown = there, Stricter = [(Chair, "Two adults answer for the room: they say when it stops and goes on.")] },
            new($"{item}/decision", new Door(Thing.Decision, Approve, DeclareResult)) { Sent = [], Shown = there },
            new($"{CallPath}/panel-decisions", new Door(Thing.Meeting, Read, Attendance), new Door(Thing.Decision, Refer), new Door(Thing.Decision, Read) { For = [Auditor] }),
            new($"{CallPath}/panel-decisions/{camp.Ref}/referral", new Door(Thing.Decision, Refer)) { Shown = there },
            new($"{CallPath}/panel-decisions/{camp.Ref}/correction", new Door(Thing.Meeting, Write), new Door(Thing.Decision, Write, GrantCondition.Record)) { Sent = [], Shown = [.. there, new Door(Thing.Decision, Refer)] },
            new($"{CallPath}/release", new Door(Thing.Decision, Write, GrantCondition.Record)) { Sent = [], Shown = [.. there, new Door(Thing.Decision, Refer)] },
            new($"{CallPath}/decisions", new Door(Thing.Decision, Read) { For = [GrantRole.Public] }) { Shown = [], Stricter = [.. ((GrantRole[])[Member, Chair, Auditor]).Select(role => (role, "Who knows before the others reads it elsewhere."))] },
            new($"/applications/{camp.Id}/contacts", new Door(Thing.Contacts, Read, Own, FromMeeting)),
            new($"{CallPath}/marks", new Door(Thing.OthersCards, Read, AfterClose), new Door(Thing.OwnCard, Read) { For = [Auditor] }) { Shown = [new(Thing.OthersCards, Read, Completion)] },
            new($"{CallPath}/marking-progress", new Door(Thing.OthersCards, Read, AfterClose, Completion)),
        ];
    }

    IEnumerable<Probe> WithAwards() => [.. OfOffers(), .. OfPayments(), .. OfReports()];

    IEnumerable<Probe> OfOffers()
    {
        Door[] there = [new(Thing.Offer, Read, Drafting, Binding)];
        Door[] notTheirs = [new(Thing.Offer, Read, Drafting)];
        GrantRole[] others = [Applicant, SupportingAdult];
        string Of(PB.Grants.Applications.Application project) => $"{FundPath}/applications/{project.Ref}";
        return
        [
            new($"{CallPath}/decisions", new Door(Thing.Decision, Read, WhenPublished) { For = [GrantRole.Public] }),
            new($"{Of(decided)}/appeal", new Door(Thing.Decision, Read, Own) { For = others }) { Shown = [] },
            new($"{Of(offeredToMax)}/appeal", new Door(Thing.Decision, Read, Own) { For = others }) { Nobody = others, Shown = [] },
            new($"{Of(decided)}/offer", new Door(Thing.Offer, Write, Drafting)) { Shown = there },
            new($"{Of(decided)}/offer", new Door(Thing.Offer, Write, Drafting)) { Sent = [], Shown = there },
            new(PathOf(drafted), new Door(Thing.Offer, Read, Drafting)) { Nobody = others },
            new(PathOf(offered), new Door(Thing.Offer, Read, Drafting), new Door(Thing.Offer, Accept, Binding)),
            new(PathOf(offeredToMax), new Door(Thing.Offer, Read, Drafting)) { Nobody = others },
            new($"{CallPath}/panel-decisions/{decided.Ref}/conditions", new Door(Thing.Meeting, Read, Attendance), new Door(Thing.Decision, Refer), new Door(Thing.Decision, Read) { For = [Auditor] }),
            new($"{CallPath}/panel-decisions/{decided.Ref}/conditions", new Door(Thing.Meeting, Write)) { Sent = [], Shown = [new(Thing.Meeting, Read, Attendance), new(Thing.Decision, Refer)] },
            new($"{PathOf(offered)}/signature", new Door(Thing.Offer, Approve)) { Sent = [], Shown = there },
            new($"{PathOf(offered)}/answer", new Door(Thing.Offer, Accept, Binding)) { Sent = [("isYes", "true")], Shown = there },
            new($"{PathOf(offeredToMax)}/answer", new Door(Thing.Offer, Accept, Binding)) { Sent = [("isYes", "true")], Shown = notTheirs, Nobody = others },
        ];
    }

    IEnumerable<Probe> OfPayments()
    {
        Door[] there = [new(Thing.Payment, Read, Own, First, Second, OverLimit)];
        return
        [
            new(PathOf(running), new Door(Thing.Payment, Read, Own, First, OverLimit), new Door(Thing.Payment, Approve, OverLimit) { For = [AccountableOfficer] }) { Says = "Parts of the grant", Shown = [] },
            new(PathOf(runningOfMax), new Door(Thing.Payment, Read, Own, First), new Door(Thing.Payment, Approve, OverLimit)) { Says = "Parts of the grant", Shown = [], Nobody = [Applicant, SupportingAdult] },
            new($"{PathOf(running)}/instalments/1", new Door(Thing.Payment, Approve, First, Second, OverLimit)) { Sent = [], Shown = there },
            new($"{FundPath}/payments", new Door(Thing.Payment, Write)) { Shown = [new(Thing.Payment, Read, First)] },
            new($"{PathOf(running)}/account", new Door(Thing.BankDetails, Read, Masked)) { Stricter = [(SupportingAdult, "Who types an account in does not read it back.")] },
            new($"{PathOf(running)}/account/new", new Door(Thing.BankDetails, Write)) { Shown = [new(Thing.BankDetails, Read, Masked)], Stricter = [(FinanceOfficer, "The one who checks an account is not the one who types it in.")] },
            new($"{PathOf(running)}/account", new Door(Thing.BankDetails, Write) { For = [FinanceOfficer] }) { Sent = [], Shown = there },
        ];
    }

    IEnumerable<Probe> OfReports() =>
    [
        new($"{PathOf(running)}/handover", new Door(Thing.Offer, Read, Drafting), new Door(Thing.Offer, Accept, Binding)) { Shown = [] },
        new($"{PathOf(running)}/handover", new Door(Thing.Report, Write), new Door(Thing.Report, Approve), new Door(Thing.Offer, Approve)) { Sent = [], Shown = [new(Thing.Offer, Read)] },
        new($"{PathOf(runningOfMax)}/handover/signing", new Door(Thing.Offer, Accept, Binding) { For = [SupportingAdult] }) { Nobody = [Applicant], Shown = [new(Thing.Offer, Read, Drafting)] },
        new($"{PathOf(runningOfMax)}/handover/signing", new Door(Thing.Offer, Accept, Binding) { For = [SupportingAdult] }) { Sent = [], Nobody = [Applicant], Shown = [new(Thing.Offer, Read, Drafting)] },
        new($"{PathOf(running)}/handover/signing", new Door(Thing.Offer, Accept) { For = [SupportingAdult] }) { Shown = [new(Thing.Offer, Read, Drafting), new(Thing.Offer, Accept, Binding)] },
        new($"{PathOf(running)}/things", new Door(Thing.Report, Read, MoneyPart) { For = [YouthWorker, FinanceOfficer, AccountableOfficer, Auditor] }, new Door(Thing.Report, Write)) { Shown = [] },
        new(PathOf(running), new Door(Thing.Report, Read, MoneyPart, Summary)),
        new($"{PathOf(running)}/report", new Door(Thing.Report, Read, MoneyPart)),
        new($"{PathOf(runningOfMax)}/report", new Door(Thing.Report, Read, MoneyPart)) { Nobody = [Applicant, SupportingAdult] },
        new($"{PathOf(running)}/report", new Door(Thing.Report, Write)) { Sent = [], Shown = [new(Thing.Report, Read, MoneyPart)] },
        new($"{PathOf(running)}/report/word", new Door(Thing.Report, Approve)) { Sent = [], Shown = [new(Thing.Report, Read, MoneyPart)] },
    ];
}
