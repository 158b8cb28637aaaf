using PB.Data;
using PB.Journal;
using PB.Neighbourhoods;
using PB.People;
using PB.Roll;
using PB.Rounds;
using PB.Tally;

namespace PB.Web.Demonstration;

/// <summary>Sets up the rounds of the demonstration, each in its own past, present or future.</summary>
sealed class DemonstrateRounds(PbContext db, Dictionary<string, Person> people, Dictionary<string, Neighbourhood> places, DateTimeOffset now)
{
    static readonly string[] West = ["westhill", "orchard-vale", "fairmead"];

    public Round Make(DemonstratePlan plan)
    {
        var announced = plan.CalendarAt(now).IdeasFrom!.Value.AddDays(-14);
        var manager = people[West.Contains(plan.Place) ? "Gareth Llewellyn" : "Maya Okoro"];
        var round = new Round(plan.Title, plan.Slug, manager.Id, (announced < now ? announced : now).AddDays(-10));
        Describe(round, plan, announced);
        if (plan.Phase is not RoundPhase.Draft)
        {
            Promise(round, plan);
            round.Announce(announced);
            db.Journal.Add(new JournalEntry(manager.Id, "Announced the round", $"rounds/{plan.Slug}", "The set-up is complete.", announced));
        }

        if (plan.Phase is RoundPhase.Cancelled)
            Cancel(round, manager);
        db.Add(round);
        if (plan.Slug is "old-town-streets" or "orchard-vale-pocket-parks")
            Follow(round, "Amina Yusuf", "Tom Ashcroft");
        return round;
    }

    /// <summary>Asks for the result by e-mail, for people who take part.</summary>
    void Follow(Round round, params string[] names) =>
        db.AddRange(names.Select(name => new RoundFollower(round.Id, people[name].Id, round.Calendar.VotingFrom!.Value.AddHours(3))));

    void Describe(Round round, DemonstratePlan plan, DateTimeOffset announced)
    {
        round.Describe(plan.Title, plan.Slug, plan.Summary, "Europe/London", "GBP");
        round.SetKind(startsFromCouncilOptions: false, plan.IsForYoungPeople);
        round.TakePlaceIn([places[plan.Place].Id]);
        round.Schedule(plan.CalendarAt(now));
        round.SetRules(plan.Rules, publishAtOnce: !plan.IsHeldForCertification);
        var isDraft = plan.Phase is RoundPhase.Draft;
        round.FillPot($"{places[plan.Place].Name} fund", new Money(plan.Pounds * 100), isDraft ? "" : "Sunita Grewal, Director of Finance",
            isDraft ? null : DateOnly.FromDateTime(announced.UtcDateTime.AddDays(-30)), "For things and people's time, not for running costs after the first year.");
        round.SetCriteria(DemonstrateWords.Criteria, announced);
    }

    void Promise(Round round, DemonstratePlan plan)
    {
        foreach (var phase in round.PhasesThatPromise().ToList())
            round.SayPromise(phase, DemonstrateWords.Promise(phase));
        var place = places[plan.Place].Name;
        round.SetEligibility(plan.IsForYoungPeople
            ? new Eligibility { MinimumAge = 11, MaximumAge = 25, InWords = $"Everybody from 11 to 25 who lives in {place}" }
            : new Eligibility { MinimumAge = 11, InWords = $"Everybody of 11 or over who lives in {place}, whatever their nationality" });
        round.SetFeedback(DateOnly.FromDateTime(round.Calendar.DeliveryFrom!.Value.UtcDateTime), "This page, e-mail, and a notice in the library");
        if (plan.IsForYoungPeople)
            foreach (var (evidence, index) in DemonstrateWords.YoungPeoplesChecklist.Select((text, index) => (text, index)))
                round.GiveEvidence(index + 1, evidence);
    }

    void Cancel(Round round, Person manager)
    {
        const string why = "The money had to go to repairs after the storm. Both ideas are carried over to the next round.";
        var when = round.Calendar.IdeasFrom!.Value.AddDays(20);
        round.Cancel(why, when);
        db.Journal.Add(new JournalEntry(manager.Id, "Cancelled the round", $"rounds/{round.Slug}", why, when));
    }
}
