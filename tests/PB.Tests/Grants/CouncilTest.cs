using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.People;
using PB.Tally;
using PB.Tests.Town;

namespace PB.Tests.Grants;

/// <summary>A youth fund with £5,000 and a panel of eight young people, six adults who look after it, and groups that apply.</summary>
public abstract class CouncilTest : TownTest
{
    protected const string FundPath = "/funds/youth-fund", PanelPath = FundPath + "/panels/panel", CallPath = FundPath + "/calls/spring";

    /// <summary>The young people, the chair first; all are trained and said yes.</summary>
    protected static readonly string[] Young = ["Ade Bello", "Bo Lind", "Cas Moor", "Dee Shah", "Eli Fox", "Fay Hunt", "Gus Roy", "Hana Kim"];

    protected static readonly (string Name, FundRole Role)[] Adults =
    [
        ("Yara Wood", FundRole.YouthWorker), ("Yusuf Ali", FundRole.YouthWorker), ("Dana Lowe", FundRole.SafeguardingLead),
        ("Finn Ito", FundRole.FinanceOfficer), ("Faye Ito", FundRole.FinanceOfficer), ("Alan Price", FundRole.AccountableOfficer),
    ];

    int applications;

    protected static readonly DateTimeOffset CallOpens = Start.AddDays(1), CallCloses = Start.AddDays(21).AddHours(5), MarkingCloses = Start.AddDays(35),
        MeetingOn = Start.AddDays(36), Publishes = Start.AddDays(40);

    protected Fund Fund { get; private set; } = null!;
    protected FundPot Pot { get; private set; } = null!;
    protected Panel Panel { get; private set; } = null!;

    /// <summary>Everybody by first name: members, adults, the leads Lea and Max, the supporting adult Sue, the administrator Ada.</summary>
    protected Dictionary<string, Person> People { get; } = [];

    protected override async Task SettleAsync()
    {
        await AddAsync("Ada Lind", Role.Administrator);
        foreach (var name in (string[])[.. Young, .. Adults.Select(adult => adult.Name), "Lea Moss", "Max Orr", "Sue Hart"])
            await AddAsync(name);
        await ChangeAsync(MakeFundAsync);
    }

    protected Task<Browser> AsAsync(string firstName) => SignedInAsync(People[firstName]);

    /// <summary>A call with four criteria on which the panel agreed: need 30, young-led 30, value 20, plan 20. Announced, unless it is to be a draft.</summary>
    protected async Task<Call> CallAsync(bool announced = true, CallMoney? money = null, CallRules? rules = null)
    {
        var now = Clock.GetUtcNow();
        var call = new Call(Fund.Id, Panel.Id, "Spring 2027", "spring", now);
        call.Describe("Spring 2027", "Ideas that bring young people together.");
        call.Schedule(new CallDates { OpensAt = CallOpens, ClosesAt = CallCloses, MarkingClosesAt = MarkingCloses, MeetingOn = MeetingOn, PublishesAt = Publishes });
        call.Offer(money ?? new CallMoney { MinAward = new Money(50_00), MaxAward = new Money(2000_00), PerItemCap = new Money(1000_00) });
        call.Decide(rules ?? new CallRules());
        call.Use([Pot.Id]);
        call.Ask([Words("Need", 30), Words("Young-led", 30), Words("Value", 20), Words("Plan", 20)], now);
        call.Require([new EligibilityRuleWords("It is for young people of this town", EligibilityKind.ByHand)], now);
        await ChangeAsync(db => db.AddAsync(call).AsTask());
        if (announced)
            await ChangeAsync(async db =>
            {
                var made = await db.Calls.Include(c => c.Criteria).SingleAsync(c => c.Id == call.Id);
                made.AgreeOnCriteria(new WeightsTally(Active: 8, Present: 6, For: 6, Against: 0, Abstained: 0), now);
                made.Announce(now);
            });
        return call;
    }

    /// <summary>An application of Lea's (or another lead's) group that was sent, signed by Sue and found to fit.</summary>
    protected async Task<Application> ApplicationAsync(Call call, string title, long pounds, string lead = "Lea", Action<Application>? also = null, bool isChecked = true, BudgetWords[]? budget = null)
    {
        var (now, number) = (Clock.GetUtcNow(), ++applications);
        var application = new Application(call.Id, People[lead].Id, now);
        application.Write(new ApplicationText(title, $"{title} for everybody.", new ApplicationAnswers { Need = "We need it.", YoungLed = "We run it.", Plan = "First this, then that." },
            new ApplyingGroup { GroupName = $"The {title} group", GroupKind = GroupKind.YouthGroup, TeamSize = 4, Areas = ["Eastfield"], AgeBands = ["13-15"], Themes = ["Sport"] }));
        application.AskFor(new AmountsAsked { Requested = new Money(pounds * 100), Viable = new Money(pounds * 50) },
            budget ?? [new BudgetWords(BudgetCategory.Equipment, "What we need", 1, new Money(pounds * 100), Capital: true)], now);
        application.AskAdult(People["Sue"].Email!);
        var host = new HostOrganisation($"{title} Trust", HostKind.Charity, People["Sue"].Id, now);
        host.PassCheck(now);
        application.BeHostedBy(host.Id);
        application.Submit(string.Create(CultureInfo.InvariantCulture, $"YF27-{number:0000}"), new byte[32], now);
        application.Cosign(People["Sue"].Id, now);
        if (isChecked)
            application.FindEligible(now);
        also?.Invoke(application);
        await ChangeAsync(async db =>
        {
            await db.AddAsync(host);
            await db.AddAsync(application);
        });
        return application;
    }

    /// <summary>Moves on to the time of marking, with everything checked.</summary>
    protected async Task OpenMarkingAsync(Call call)
    {
        await MoveToAsync(CallCloses.AddDays(3));
        await ChangeAsync(async db => (await db.Calls.SingleAsync(c => c.Id == call.Id)).OpenMarking(Clock.GetUtcNow()));
    }

    /// <summary>Somebody says, without a page, how they stand to an application.</summary>
    protected Task DeclareAsync(string firstName, Application application, ConflictLevel level) => ChangeAsync(db => db.AddAsync(
        new ConflictDeclaration(application.Id, People[firstName].Id, new ConflictWords(level, level is ConflictLevel.Conflict ? ConflictReason.Family : null), Clock.GetUtcNow())).AsTask());

    /// <summary>All eight members say that they have nothing to do with any of these.</summary>
    protected async Task DeclareAllAsync(params Application[] all)
    {
        foreach (var application in all)
            foreach (var name in Young)
                await DeclareAsync(FirstName(name), application, ConflictLevel.None);
    }

    /// <summary>Sends a form that was never shown to them, with the token of one that was.</summary>
    protected static async Task<Page> TamperAsync(Browser browser, string path, params (string Name, string? Value)[] fields)
    {
        var token = (await browser.OpenAsync("/me")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value");
        return await browser.PostAsync(path, [.. fields, ("__RequestVerificationToken", token)]);
    }

    /// <summary>How many acts are in no journal: what a test does behind the site's back, and nothing else.</summary>
    protected Task<long> UnwrittenAsync() => AskOwnerAsync<long>("select count(*) from journal.touches t where not exists (select from journal.entries e where e.xact = t.xact)");

    protected static string FirstName(string name) => name.Split(' ')[0];

    protected static CriterionWords Words(string name, int weight) =>
        new(name, $"How good is it: {name}?", ["Not at all", "A little", "Some of it", "Well enough", "Very well", "It could not be better"], weight);

    async Task AddAsync(string name, params string[] roles)
    {
        People[FirstName(name)] = await PersonAsync(name, roles);
        if (Adults.Any(adult => adult.Name == name))
            await ChangeAsync(async db => (await db.Users.SingleAsync(person => person.Id == People[FirstName(name)].Id)).TwoFactorEnabled = true);
    }

    async Task MakeFundAsync(PB.Data.PbContext db)
    {
        var now = Clock.GetUtcNow();
        Fund = new Fund("Youth Fund", "youth-fund", new FundBody("Marlbridge Council", "GB-LAE-MRB", "360G-marlbridge", "YF"), now);
        Fund.Describe("Youth Fund", "For what young people want to do here.");
        Fund.Publish(new FundTexts { SafeguardingPolicy = "Two adults, always.", PrivacyNotice = "We keep little.", Terms = "Spend it as you said.", PanelRules = "Say when you know somebody." });
        Pot = new FundPot(Fund.Id, "General", FundPotKind.General, 1, now);
        Panel = new Panel(Fund.Id, "The panel", "panel", now);
        await db.AddRangeAsync(Fund, Pot, Panel, new PotEntry(Pot.Id, PotEntryKind.Allocate, new Money(5000_00), new EntryReason("From the council", People["Finn"].Id), now));
        await db.AddRangeAsync(Adults.Select(adult => new AdultCheck(People[FirstName(adult.Name)].Id, CheckScheme.Dbs, new CheckedDays(new DateOnly(2026, 1, 1), new DateOnly(2029, 1, 1)), People["Ada"].Id, now)));
        await db.AddRangeAsync(Adults.Select(adult => new FundAppointment(Fund.Id, People[FirstName(adult.Name)].Id, adult.Role, People["Ada"].Id, now)));
        await db.AddRangeAsync(Young.Select((name, index) => Seated(name, index is 0 ? PanelRole.Chair : index is 1 ? PanelRole.ViceChair : PanelRole.Member, now)));
    }

    /// <summary>A member of 17 who is trained and said yes.</summary>
    protected PanelMember Seated(string name, PanelRole role, DateTimeOffset now, DateOnly? bornOn = null, Panel? panel = null)
    {
        var ages = Hall.Services.GetRequiredService<PanelAges>();
        var member = new PanelMember((panel ?? Panel).Id, $"{FirstName(name)} {name.Split(' ')[1][0]}", ages.Seal(bornOn ?? new DateOnly(2009, 9, 9)), role, now);
        member.Join(People[FirstName(name)].Id, now);
        member.Train(now);
        member.SignCode(now);
        return member;
    }
}
