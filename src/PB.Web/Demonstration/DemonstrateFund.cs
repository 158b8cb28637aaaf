using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.Grants.Practising;
using PB.Neighbourhoods;
using PB.People;
using PB.Tally;

namespace PB.Web.Demonstration;

/// <summary>Makes the demonstration's youth fund: twelve young people, the adults who help them, and a call in each phase: one that pupils decided, one that the panel decided, one to decide tonight,
/// one in which two have yet to say who they are too close to before all read and mark, one to apply to, and one to set criteria for.</summary>
sealed class DemonstrateFund(PbContext db, Dictionary<string, Person> people, PanelAges ages, DateTimeOffset now)
{
    public const string Slug = "marlbridge-youth-fund";

    readonly DemonstrateApplications applications = new(db, people, now);
    readonly DemonstratePots money = new(db, people, now);

    static readonly string[] Anchors = ["Not at all", "A little", "Some of it", "Well enough", "Very well", "It could not be better"];

    /// <returns>The call in which pupils are to decide, with what they can choose from.</returns>
    public async Task<(Call Call, List<Application> Ideas)> MakeAsync(Neighbourhood town)
    {
        var fund = Fund(town);
        var (pots, panel) = (money.Make(fund), Recruit(fund));
        Call(fund, panel, pots, "Spring ideas", 60).Decide(new CallRules { Mode = DecisionMode.PanelThenPublicVote });
        var (given, tonight) = (Call(fund, panel, pots, "Summer ideas", -75), Call(fund, panel, pots, "Harvest ideas", -52));
        var (reading, open) = (Call(fund, panel, pots, "Autumn ideas", -40), Call(fund, panel, pots, "Winter ideas", -5));
        var pupils = ForPupils(fund, panel);
        // The last card comes in while the evening begins.
        tonight.Schedule(tonight.Dates with { MarkingClosesAt = now.AddMinutes(1), MeetingOn = now.AddMinutes(1) });
        await db.SaveChangesAsync();
        Announce(open, -5);
        var read = Receive(reading, -40, DemonstrateFundWords.Ideas, first: 1);
        var ideas = Receive(tonight, -52, DemonstrateGrantWords.Tonight, first: 6);
        tonight.OpenMarking(At(-52 + 28));
        await db.SaveChangesAsync();
        reading.AskForInterests(At(-12));
        Declare(read, At(-10), PanelRole.Member);
        var (before, school) = (await ReadAsync(given, -75, DemonstrateGrantWords.Before, first: 9), await ReadAsync(pupils, -110, DemonstrateGrantWords.ForPupils, first: 12));
        await new DemonstrateEvening(db, people, now).MeetAsync(tonight, ideas);
        await new DemonstrateGrants(db, people, pots[^1]).GiveAsync(given, before);
        return (pupils, school);
    }

    Call ForPupils(Fund fund, Panel panel)
    {
        var call = Call(fund, panel, [money.MakeForPupils(fund)], "School ideas", -110);
        call.Decide(new CallRules { Mode = DecisionMode.PanelThenPublicVote });
        call.Schedule(call.Dates with { PublishesAt = now });
        return call;
    }

    /// <summary>A call whose applications all members have read.</summary>
    async Task<List<Application>> ReadAsync(Call call, int opened, DemonstrateFundWords.Idea[] ideas, int first)
    {
        var all = Receive(call, opened, ideas, first);
        call.OpenMarking(At(opened + 28));
        await db.SaveChangesAsync();
        Declare(all, At(opened + 27), PanelRole.Chair, PanelRole.ViceChair, PanelRole.Member);
        return all;
    }

    Panel Recruit(Fund fund)
    {
        var panel = new Panel(fund.Id, "The Marlbridge youth panel", "youth-panel", At(-200));
        var practice = new Practice(panel.Id, "Practice for new members", people["Yara Wood"].Id, At(-175));
        foreach (var example in ShippedExamples.All)
            practice.Add(example, At(-175));
        db.AddRange(fund, panel, practice);
        Seat(panel);
        return panel;
    }

    void Announce(Call call, int opened)
    {
        call.AgreeOnCriteria(new WeightsTally(11, 10, 9, 1, 0), At(opened - 10));
        call.Announce(At(opened - 5));
    }

    /// <summary>These have said that they are not too close to any of them. Once all have, a coordinator can open the marking.</summary>
    void Declare(List<Application> all, DateTimeOffset at, params PanelRole[] roles) =>
        db.AddRange(from young in SignIns.Young
                    where roles.Contains(young.Role)
                    from own in all
                    select new ConflictDeclaration(own.Id, people[young.Name].Id, new ConflictWords(ConflictLevel.None), at));

    /// <summary>A call to which groups have applied, and whose applications fit.</summary>
    List<Application> Receive(Call call, int opened, DemonstrateFundWords.Idea[] ideas, int first)
    {
        Announce(call, opened);
        return applications.Receive(call, opened + 10, ideas, first);
    }

    DateTimeOffset At(int days) => DemonstrateClock.At(now, days, 17);

    Fund Fund(Neighbourhood town)
    {
        var fund = new Fund("Marlbridge Youth Fund", Slug, new FundBody("Marlbridge Council", "GB-LAE-MRB", "360G-marlbridge", "MY"), At(-200));
        fund.Describe(fund.Name, "For what young people in Marlbridge want to do, and for the things they need to do it.");
        fund.BelongTo(town.Id);
        fund.Admit(new FundAges { Min = 13, Max = 19, ParentConsentUnder = 16 });
        fund.Publish(DemonstrateFundWords.Texts);
        fund.SignPaymentsOver(new Money(1000_00));
        db.AddRange(SignIns.Adults.Select(adult => new FundAppointment(fund.Id, people[adult.Name].Id, adult.Task, people["Ada Lind"].Id, At(-200))));
        var seen = DateOnly.FromDateTime(At(-200).DateTime);
        db.AddRange(SignIns.Adults.Select(adult => people[adult.Name].Id).Distinct().Select(adult => new AdultCheck(adult, CheckScheme.Dbs, new CheckedDays(seen, seen.AddYears(3)), people["Ada Lind"].Id, At(-200))));
        return fund;
    }

    void Seat(Panel panel)
    {
        foreach (var (young, index) in SignIns.Young.Select((young, index) => (young, index)))
        {
            var names = young.Name.Split(' ');
            var born = DateOnly.FromDateTime(At(0).DateTime).AddYears(-young.Age).AddDays(-40 - index);
            var member = new PanelMember(panel.Id, $"{names[0]} {names[1][0]}", ages.Seal(born), young.Role, At(-190));
            member.Join(people[young.Name].Id, At(-185));
            if (young.Age < 16)
                member.Agree(ConsentKind.Join, ConsentBy.Parent, "by the link in the mail", At(-184));
            member.SignCode(At(-180));
            member.Train(At(-170));
            db.Add(member);
        }
    }

    Call Call(Fund fund, Panel panel, List<FundPot> pots, string title, int opens)
    {
        var call = new Call(fund.Id, panel.Id, title, PB.Data.Slug.Of(title), At(opens - 20));
        call.Describe(title, "We want to hear from groups of young people: what would make life here better, and what do you need for it?\n\nSmall ideas are as welcome as big ones.");
        call.Schedule(new CallDates { OpensAt = At(opens), ClosesAt = At(opens + 25), MarkingClosesAt = At(opens + 50), MeetingOn = At(opens + 52), PublishesAt = At(opens + 57) });
        call.Offer(new CallMoney { MinAward = new Money(50_00), MaxAward = new Money(2000_00), PerItemCap = new Money(1000_00) });
        call.Use(pots.Select(pot => pot.Id));
        call.Ask(DemonstrateFundWords.Criteria.Select(one => new CriterionWords(one.Name, one.Question, Anchors, one.Weight)), At(opens - 18));
        call.Require(
        [
            new EligibilityRuleWords("Young people of Marlbridge lead it", EligibilityKind.ByHand),
            new EligibilityRuleWords("The organisation that holds the money owes us no report", EligibilityKind.HostNotBlocked),
            new EligibilityRuleWords("At most 75 percent of the budget is for staying away overnight", EligibilityKind.ShareOfBudget, true, BudgetCategory.Residential, 75),
        ], At(opens - 18));
        db.Add(call);
        return call;
    }
}
