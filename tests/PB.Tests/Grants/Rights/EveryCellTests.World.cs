using Microsoft.EntityFrameworkCore;
using PB.Grants;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Care;
using PB.Grants.Funds;
using PB.Grants.Meetings;
using PB.Grants.Panels;
using PB.Tests.Grants.Awards;

namespace PB.Tests.Grants.Rights;

// The town in which the table is tried.
public sealed partial class EveryCellTests : AwardTest
{
    const string Draft = FundPath + "/calls/autumn", Links = "/panel-consents/", OwnChildsKey = "pams-own-key";

    /// <summary>Who comes as what; the public is signed out.</summary>
    static readonly Dictionary<GrantRole, string> Somebody = new()
    {
        [GrantRole.Member] = "Cas",
        [GrantRole.Chair] = "Ade",
        [GrantRole.Observer] = "Olu",
        [GrantRole.YouthWorker] = "Yara",
        [GrantRole.SafeguardingLead] = "Dana",
        [GrantRole.FinanceOfficer] = "Finn",
        [GrantRole.AccountableOfficer] = "Alan",
        [GrantRole.Applicant] = "Lea",
        [GrantRole.SupportingAdult] = "Sue",
        [GrantRole.Parent] = "Pam",
        [GrantRole.Auditor] = "Aud",
    };

    Application camp = null!, boats = null!, unsent = null!, asked = null!, unsentOfMax = null!;
    Meeting meeting = null!;
    Vote vote = null!;
    Guid member, worry, potId, practice, link;
    readonly Dictionary<GrantRole, Guid> messages = [];

    protected override async Task SettleAsync()
    {
        await base.SettleAsync();
        foreach (var name in (string[])["Olu Vance", "Pam Moor", "Aud Kerr", "Tom Vale"])
            People[FirstName(name)] = await PersonAsync(name);
        await ChangeAsync(async db =>
        {
            var now = Clock.GetUtcNow();
            (await db.Users.SingleAsync(person => person.Id == People["Aud"].Id)).TwoFactorEnabled = true;
            await db.AddAsync(new FundAppointment(Fund.Id, People["Aud"].Id, FundRole.Auditor, People["Ada"].Id, now));
            await db.AddAsync(Seated("Olu Vance", PanelRole.Observer, now));
            var autumn = new Call(Fund.Id, Panel.Id, "Autumn 2027", "autumn", now);
            autumn.Ask([Words("Need", 100)], now);
            await db.AddAsync(autumn);
        });
        potId = Pot.Id;
    }

    /// <summary>What groups wrote: Lea and Sue's, and Max and Tom's, which is nobody's of the twelve.</summary>
    async Task PlayAsync()
    {
        camp = await ApplicationAsync(Call, "Camp", 500);
        boats = await OfMaxAsync("Boats", 600);
        unsent = await UnsentAsync("Lea", "Sue", helps: false);
        asked = await UnsentAsync("Lea", "Sue", helps: true);
        unsentOfMax = await UnsentAsync("Max", "Tom", helps: false);
        await DeclareAllAsync(camp, boats);
        var both = new PlanLink(camp.Id, boats.Id, "They are for one fair.", People["Yara"].Id, Clock.GetUtcNow());
        await ChangeAsync(db => db.AddAsync(both).AsTask());
        link = both.Id;
        foreach (var name in (string[])["Cas", "Ade"])
            await DeclareAsync(name, boats, ConflictLevel.Conflict);
        await ChangeAsync(async db =>
        {
            var cas = await db.PanelMembers.SingleAsync(one => one.PersonId == People["Cas"].Id);
            cas.AskParent("pam-moor@example.org", PB.Proposals.DraftKey.HashOf(OwnChildsKey));
            member = cas.Id;
        });
        await WriteAsync();
        var yara = await AsAsync("Yara");
        await yara.PressAsync(await yara.OpenAsync($"{PanelPath}/practices"), "Open the practice", ("Title", "Practice"), ("WithExamples", "true"));
        practice = await WithDbAsync(db => db.Set<PB.Grants.Practising.Practice>().Select(one => one.Id).SingleAsync());
    }

    /// <summary>A worry that waits for the lead, and two messages: one for each of those who moderate.</summary>
    async Task WriteAsync()
    {
        var visitor = Visitor();
        await visitor.PressAsync(await visitor.OpenAsync($"{FundPath}/worries/new"), "Send it to the safeguarding lead", ("Text", "A friend of mine."));
        worry = await WithDbAsync(db => db.Worries.Select(one => one.Id).SingleAsync());
        await ChangeAsync(async db =>
        {
            var now = Clock.GetUtcNow();
            var thread = new SharedThread(Fund.Id, "The camp", People["Yara"].Id, now);
            foreach (var name in (string[])["Yara", "Dana", "Cas"])
                thread.Join(People[name].Id, name, isAdult: name is not "Cas", now);
            foreach (var role in Enum.GetValues<GrantRole>())
                messages[role] = thread.Say(People["Cas"].Id, $"For {role}.", now).Id;
            await db.AddAsync(thread);
        });
    }

    Task<Application> OfMaxAsync(string title, long pounds) => ApplicationAsync(Call, title, pounds, lead: "Max", also: own =>
    {
        own.AskAdult(People["Tom"].Email!);
        own.Cosign(People["Tom"].Id, Clock.GetUtcNow());
    });

    async Task<Application> UnsentAsync(string lead, string adult, bool helps)
    {
        var own = new Application(Call.Id, People[lead].Id, Clock.GetUtcNow());
        own.AskAdult(People[adult].Email!);
        if (helps) own.AskForHelp(Clock.GetUtcNow());
        await ChangeAsync(db => db.AddAsync(own).AsTask());
        return own;
    }

    Task MarkAsync() => OpenMarkingAsync(Call);

    /// <summary>The panel sits over the camp, and a vote is open.</summary>
    async Task MeetAsync()
    {
        await MoveToAsync(MeetingOn);
        var now = Clock.GetUtcNow();
        meeting = new Meeting(Call, Panel.Id, new MeetingPlan(now, "Town hall", "seed", People["Yara"].Id), now);
        meeting.Plan([camp.Id], now);
        foreach (var name in (string[])["Ade", "Bo", "Cas", "Dee", "Eli"])
            meeting.Come(People[name].Id, AttendanceKind.Member, now);
        foreach (var name in (string[])["Yara", "Yusuf"])
            meeting.Come(People[name].Id, AttendanceKind.Adult, now);
        meeting.Open(now);
        meeting.Items[0].Begin(now);
        meeting.Items[0].ClearRoom(now);
        vote = new Vote(meeting.Id, meeting.Items[0].Id, (VoteStage.Fund, VoteSecrecy.Secret), 4, now);
        await ChangeAsync(db => db.AddRangeAsync(meeting, vote));
    }
}
