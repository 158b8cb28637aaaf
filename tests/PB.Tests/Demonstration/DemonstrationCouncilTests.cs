using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PB.Grants.Meetings;
using PB.People;
using PB.Results;
using PB.Rounds;
using PB.Tests.Town;
using PB.Web.Demonstration;

namespace PB.Tests.Demonstration;

public sealed class DemonstrationCouncilTests : TownTest
{
    protected override async Task SettleAsync()
    {
        await using var owner = NpgsqlDataSource.Create(Database.Owner);
        Assert.True(await Demonstrate.RunAsync(Hall.Services, owner));
    }

    [Fact]
    public async Task There_is_a_round_in_every_phase_and_one_for_young_people()
    {
        var rounds = await WithDbAsync(db => db.Rounds.AsNoTracking().ToListAsync());
        var phases = rounds.Select(round => round.PhaseAt(Start)).ToList();

        Assert.Empty(Enum.GetValues<RoundPhase>().Except(phases));
        Assert.Equal(DemonstratePlan.All.Select(plan => (plan.Slug, plan.Phase)).Append(("pupils-decide", RoundPhase.Result)).Order(), rounds.Select(round => (round.Slug, round.PhaseAt(Start))).Order());
        Assert.Contains(rounds, round => round.ForYoungPeople);
    }

    [Fact]
    public async Task Doing_it_twice_changes_nothing()
    {
        const string sums = "select (select count(*) from rounds) + (select count(*) from proposals) + (select count(*) from people) + (select count(*) from ballotbox.inbox)";
        var before = await AskOwnerAsync<long>(sums);
        await using var owner = NpgsqlDataSource.Create(Database.Owner);

        Assert.False(await Demonstrate.RunAsync(Hall.Services, owner));
        Assert.Equal(before, await AskOwnerAsync<long>(sums));
    }

    [Fact]
    public async Task Past_rounds_have_results_that_leave_somebody_out_and_a_story_of_the_money()
    {
        var results = await WithDbAsync(db => db.Results.AsNoTracking().Select(result => result.Document).ToListAsync());
        Assert.Equal(6, results.Count);
        foreach (var count in results.Select(document => ResultDocument.Read(document).Count))
        {
            Assert.NotEmpty(count.Funded);
            Assert.True(count.Funded.Count() < count.Steps.Length);
        }

        Assert.Equal(1L, await AskOwnerAsync<long>("select count(*) from delivery_updates where stage = 'Delayed'"));
        Assert.True(await AskOwnerAsync<long>("select count(*) from delivery_updates where stage = 'Done'") >= 6);
    }

    [Fact]
    public async Task The_round_that_closes_after_two_minutes_is_counted_by_the_jobs()
    {
        await MoveToAsync(Start.AddMinutes(2));
        await RunAsync<CountClosedRounds>();
        await RunAsync<PublishCountedRounds>();

        Assert.Equal(RoundPhase.Result, await WithDbAsync(async db =>
            (await db.Rounds.AsNoTracking().SingleAsync(round => round.Slug == "orchard-vale-pocket-parks")).PhaseAt(Clock.GetUtcNow())));
    }

    [Fact]
    public async Task What_pupils_voted_became_the_youth_panels_decisions_and_everybody_reads_it()
    {
        var told = await Visitor().OpenAsync("/funds/marlbridge-youth-fund/calls/school-ideas/decisions");
        var votes = (await WithDbAsync(db => db.Set<Decision>().Where(decision => decision.PublicVotes > 0).ToListAsync())).OrderByDescending(decision => decision.PublicVotes).ToList();

        Assert.Equal([DecisionOutcome.Fund, DecisionOutcome.Fund, DecisionOutcome.Reserve], votes.ConvertAll(decision => decision.Outcome));
        Assert.All(votes.Where(decision => decision.IsFunded), decision => Assert.Contains($"{decision.PublicVotes} people voted for it.", told.Text, StringComparison.Ordinal));
        Assert.Equal(47L, await AskOwnerAsync<long>("select count(voter_id) from register.codes"));
    }

    [Fact]
    public async Task Everybody_can_sign_in_and_staff_have_their_second_factor()
    {
        await using var scope = Hall.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        foreach (var line in SignIns.All)
        {
            var person = (await people.FindByEmailAsync(line.Email))!;
            Assert.True(await people.CheckPasswordAsync(person, SignIns.Password));
            Assert.Equal(line.Roles, await people.GetRolesAsync(person));
            Assert.Equal(line.Roles.Length > 0, person.TwoFactorEnabled);
        }
    }

    [Fact]
    public async Task Every_page_that_somebody_finds_is_there()
    {
        var open = await CrawlAsync(Visitor(), []);
        Assert.True(open.Count > 100, $"Only {open.Count} pages.");

        // A resident who has signed in opens all of them again; after that, everybody what is new to them.
        var seen = await CrawlAsync(await SignedInAsync(new Person { Email = "amina@marlbridge.example" }), []);
        foreach (var name in (string[])["maya", "gareth", "otis", "carys", "ada"])
            seen.UnionWith(await CrawlAsync(await SignedInAsync(new Person { Email = $"{name}@marlbridge.example" }), seen));
    }

    static async Task<HashSet<string>> CrawlAsync(Browser browser, HashSet<string> known)
    {
        var (seen, waiting, bad) = (new HashSet<string> { "/" }, new Queue<string>(["/"]), new List<string>());
        while (waiting.TryDequeue(out var path))
        {
            var page = await browser.OpenAsync(path);
            if (page.Status is not HttpStatusCode.OK)
                bad.Add($"{path}: {page.Status}");
            foreach (var link in page.Document.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!.Split('#')[0]))
                if (link.StartsWith('/') && !link.Contains('?', StringComparison.Ordinal) && !known.Contains(link) && seen.Add(link))
                    waiting.Enqueue(link);
        }

        Assert.Empty(bad);
        return seen;
    }
}
