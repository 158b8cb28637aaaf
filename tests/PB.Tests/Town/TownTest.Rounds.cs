using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Neighbourhoods;
using PB.People;
using PB.Proposals;
using PB.Rounds;
using PB.Screening;
using PB.Tally;

namespace PB.Tests.Town;

// Rounds in the town, as far on as a test needs them.
public abstract partial class TownTest
{
    /// <summary>When voting opens and closes in the rounds below, which are announced at <see cref="Start"/>.</summary>
    protected static readonly DateTimeOffset Opening = Start.AddDays(30), Closing = Start.AddDays(37);

    protected static RoundCalendar Dates { get; } = new()
    {
        IdeasFrom = Start.AddDays(1),
        ScreeningFrom = Start.AddDays(15),
        VotingFrom = Opening,
        VotingUntil = Closing,
        DeliveryFrom = Closing.AddDays(14),
    };

    /// <summary>A round that lacks nothing, still a draft.</summary>
    protected async Task<Round> DraftRoundAsync(Neighbourhood where, Person configuredBy, BallotRules? rules = null, long pot = 100_000_00, string title = "Eastfield 2027")
    {
        var now = Clock.GetUtcNow();
        var round = new Round(title, Slug.Of(title), configuredBy.Id, now);
        round.Describe(round.Title, round.Slug, "£100,000 for a better Eastfield.", "Europe/London", "GBP");
        round.TakePlaceIn([where.Id]);
        round.FillPot("Neighbourhood fund", new Money(pot), "Carys Bevan, Director of Finance", new DateOnly(2027, 2, 1), "");
        round.Schedule(Dates);
        foreach (var phase in round.PhasesThatPromise().ToList())
            round.SayPromise(phase, new PromiseWords(Influence.Empower, "Which projects are funded", "The size of the pot", "Residents", "It does not", false));
        round.SetRules(rules ?? new BallotRules { MaxChoices = 3 }, publishAtOnce: true);
        round.SetEligibility(new Eligibility { MinimumAge = 11, InWords = "Everybody of 11 and over who lives in Eastfield" });
        round.SetCriteria(["It is in Eastfield", "The council can own it afterwards"], now);
        round.SetFeedback(new DateOnly(2027, 5, 1), "This page and e-mail");
        await ChangeAsync(db => db.AddAsync(round).AsTask());
        return round;
    }

    protected async Task<Round> AnnouncedRoundAsync(Neighbourhood? where = null, BallotRules? rules = null, long pot = 100_000_00)
    {
        where ??= await NeighbourhoodAsync();
        var round = await DraftRoundAsync(where, await ManagerAsync(where), rules, pot);
        await ChangeAsync(async db => (await WholeRoundAsync(db, round.Id)).Announce(Clock.GetUtcNow()));
        return await WithDbAsync(db => WholeRoundAsync(db, round.Id));
    }

    /// <summary>An announced round with screened projects of these titles and prices, its voting just opened.</summary>
    protected async Task<Round> VotingRoundAsync(BallotRules? rules, long pot, params (string Title, long Pounds)[] projects)
    {
        var round = await AnnouncedRoundAsync(rules: rules, pot: pot);
        var officer = await OfficerAsync();
        await ChangeAsync(db =>
        {
            foreach (var ((title, pounds), index) in projects.Select((project, index) => (project, index)))
            {
                var proposal = new Proposal(round.Id, Provenance.Resident, Clock.GetUtcNow());
                proposal.BelongTo(null, "Bryn Parry", "bryn@example.org", null);
                proposal.Write(title, $"About {title}.", new Money(pounds * 100));
                proposal.Locate("Eastfield Green", null, null);
                proposal.Submit(index + 1, Clock.GetUtcNow());
                db.Add(proposal);
                db.Add(new ScreeningDecision(proposal.Id, officer.Id, new ScreeningAnswer(true, null, "It can be done.", "It is on the ballot."), Clock.GetUtcNow()));
            }

            return Task.CompletedTask;
        });
        await MoveToAsync(Opening);
        return round;
    }

    protected static Task<Round> WholeRoundAsync(PbContext db, Guid id) =>
        db.Rounds.Include(r => r.Pot).Include(r => r.Neighbourhoods).Include(r => r.Promises).Include(r => r.Criteria)
            .Include(r => r.Readiness).AsSplitQuery().SingleAsync(r => r.Id == id);
}
