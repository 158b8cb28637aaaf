using Npgsql;
using PB.Data;
using PB.Neighbourhoods;
using PB.People;
using PB.Proposals;
using PB.Roll;
using PB.Rounds;
using PB.Tally;
using PB.Web.Data;

namespace PB.Tests.Faults;

/// <summary>Rounds that are open, and a crowd who may vote in them, in any database and by any clock.</summary>
sealed class VotingTown(NpgsqlDataSource owner, TimeProvider clock)
{
    /// <summary>As many as a ballot number has binary digits: each ballot of a voter is told by its choices.</summary>
    public const int Projects = 14;

    Guid place, manager;

    /// <summary>Makes the tables, where there are none, and a clock that can be put forward without waiting.</summary>
    public static async Task BuildAsync(NpgsqlDataSource owner)
    {
        await Migration.RunAsync(owner);
        await using var command = owner.CreateCommand("""
            create schema test;
            grant usage on schema test to public;
            create table test.clock (now timestamptz, ahead interval not null);
            insert into test.clock values (null, '0');
            grant select on test.clock to public;
            create or replace function rnd.clock() returns timestamptz language sql volatile as
                'select coalesce(now, clock_timestamp() + ahead) from test.clock';
            """);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<Round> RoundAsync(string title, DateTimeOffset until, BallotRules? rules = null)
    {
        var now = clock.GetUtcNow();
        await using var db = PbContext.On(owner);
        if (place == default)
            SettleIn(db, now);
        var round = new Round(title, Slug.Of(title), manager, now);
        round.Describe(title, round.Slug, "To see what faults do to ballots.", "Europe/London", "GBP");
        round.TakePlaceIn([place]);
        round.FillPot("Fund", new Money(300_00), "", null, "");
        round.Schedule(new RoundCalendar { VotingFrom = now.AddMinutes(-1), VotingUntil = until });
        round.SetRules(rules ?? new BallotRules(), publishAtOnce: true);
        round.SetEligibility(new Eligibility { InWords = "Everybody" });
        round.AnnounceImported(now);
        db.Add(round);
        for (var number = 1; number <= Projects; number++)
        {
            var project = new Proposal(round.Id, Provenance.Imported, now);
            project.Import(number, $"{number}", $"Project {number}", "", new Money(number * 10_00), now);
            db.Add(project);
        }

        await db.SaveChangesAsync();
        return round;
    }

    /// <summary>People of the town on the roll; with an address for mail, or none where no mail is wanted.</summary>
    public async Task<IReadOnlyList<(Person Person, Voter Voter)>> CrowdAsync(int size, bool withMail = false)
    {
        var crowd = new List<(Person, Voter)>(size);
        foreach (var part in Enumerable.Range(0, size).Chunk(2000))
        {
            await using var db = PbContext.On(owner);
            foreach (var _ in part)
                crowd.Add(Settle(db, clock.GetUtcNow(), withMail));
            await db.SaveChangesAsync();
        }

        return crowd;
    }

    void SettleIn(PbContext db, DateTimeOffset now)
    {
        var neighbourhood = new Neighbourhood("Faultham", "faultham", null, now);
        neighbourhood.Cover([Postcode.TryParse("MB1 1AA", out var postcode) ? postcode : throw new InvalidOperationException("No postcode.")]);
        var (person, _) = Settle(db, now, withMail: false);
        db.Add(neighbourhood);
        (place, manager) = (neighbourhood.Id, person.Id);
    }

    static (Person, Voter) Settle(PbContext db, DateTimeOffset now, bool withMail)
    {
        var id = Ids.New(now);
        var email = withMail ? $"{id}@example.org" : null;
        var person = new Person { Id = id, Name = "Somebody", UserName = $"{id}", NormalizedUserName = $"{id}".ToUpperInvariant(), Email = email, NormalizedEmail = email?.ToUpperInvariant(), SecurityStamp = "stamp", CreatedAt = now };
        var voter = new Voter(id, now);
        _ = Postcode.TryParse("MB1 1AA", out var postcode);
        voter.Declare(postcode, 34, now);
        db.AddRange(person, voter);
        return (person, voter);
    }

    /// <summary>The choices by which the n-th ballot of a voter is known, from 1.</summary>
    public static IReadOnlyList<int> ChoicesOf(int n) => [.. Enumerable.Range(1, Projects).Where(number => (n >> (number - 1) & 1) == 1)];
}
