using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PB.Ballots;
using PB.Data;
using PB.Grants.Panels;
using PB.Journal;
using PB.People;
using PB.Web.Data;

namespace PB.Web.Demonstration;

/// <summary>Makes the demonstration council: Marlbridge, its people, and a round in each phase. Twice is the same as once.</summary>
static class Demonstrate
{
    const string Made = "Made the demonstration council";

    public static async Task<int> RunAsync(WebApplication app)
    {
        await using var owner = Database.Of(app.Configuration, "PBMigrator");
        await Demonstration.MarkAsync(owner);
        var made = await RunAsync(app.Services, owner);
        Console.WriteLine(made ? "The demonstration council is ready." : "The demonstration council is there already.");
        return 0;
    }

    /// <returns>Whether there was anything to do.</returns>
    public static async Task<bool> RunAsync(IServiceProvider services, NpgsqlDataSource owner)
    {
        await using var scope = services.CreateAsyncScope();
        await using var db = PbContext.On(owner);
        if (await db.Journal.AnyAsync(entry => entry.Act == Made))
            return false;
        if (await db.Neighbourhoods.AnyAsync())
            throw new InvalidOperationException("There are neighbourhoods in this database, perhaps half a demonstration council. Use a new, empty database.");

        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        await MakeAsync(scope.ServiceProvider, owner, db, now);
        db.Journal.Add(new JournalEntry(null, Made, "neighbourhoods/marlbridge", "Nothing in it is real.", now));
        await db.SaveChangesAsync();
        return true;
    }

    static async Task MakeAsync(IServiceProvider services, NpgsqlDataSource owner, PbContext db, DateTimeOffset now)
    {
        var founded = now.AddDays(-900);
        var settlers = new DemonstratePeople(db, services.GetRequiredService<UserManager<Person>>(), services.GetRequiredService<RoleManager<IdentityRole<Guid>>>());
        var people = await settlers.MakeAsync(founded);
        var places = DemonstratePlaces.Make(db, founded);
        settlers.Settle(people, places, founded);
        await db.SaveChangesAsync();
        var (rounds, proposals) = (new DemonstrateRounds(db, people, places, now), new DemonstrateProposals(db, people, now));
        var keys = services.GetRequiredService<RoundKeys>();
        var ballots = new DemonstrateBallots(owner, keys, now);
        await ballots.PutOnTheRollAsync();
        var votes = new DemonstrateVotes(db, ballots, keys, services);
        foreach (var plan in DemonstratePlan.All)
        {
            proposals.Make(rounds.Make(plan), plan);
            await db.SaveChangesAsync();
            // One after the other, oldest first: the jobs count all that is over.
            if (plan.Ballots > 0)
                await votes.MakeAsync(plan, now);
        }

        await DemonstrateTexts.MakeAsync(db, now);
        var (call, ideas) = await new DemonstrateFund(db, people, services.GetRequiredService<PanelAges>(), now).MakeAsync(places["marlbridge"]);
        await new DemonstratePublicVote(db, people, new DemonstratePupils(db, keys, votes), services).HoldAsync(call, ideas, places["marlbridge"].Id);
    }
}
