using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PB.Ballots;
using PB.Data;
using PB.People;
using PB.Roll;
using PB.Rounds;

namespace PB.Tests.Ballots;

/// <summary>A round of many voters, and a look at its log behind the site's back.</summary>
public abstract class LogTest : BallotTest
{
    /// <summary>People of Eastfield on the roll, all at once.</summary>
    protected async Task<IReadOnlyList<Voter>> CrowdAsync(int size, string name = "Voter")
    {
        var voters = new List<Voter>();
        await ChangeAsync(db =>
        {
            for (var i = 0; i < size; i++)
            {
                var email = $"{name}-{i}@example.org";
                var person = new Person { Id = Ids.New(Clock.GetUtcNow()), Name = $"{name} {i}", UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, CreatedAt = Clock.GetUtcNow() };
                var voter = new Voter(person.Id, Clock.GetUtcNow());
                Assert.True(PB.Neighbourhoods.Postcode.TryParse("MB1 1AA", out var postcode));
                voter.Declare(postcode, 34, Clock.GetUtcNow());
                db.AddRange(person, voter);
                voters.Add(voter);
            }

            return Task.CompletedTask;
        });
        return voters;
    }

    /// <summary>Casts through the one door, without the pages before it.</summary>
    protected async Task CastAsync(Round round, Voter voter, int replaces = 0, params int[] numbers)
    {
        await using var scope = Hall.Services.CreateAsyncScope();
        var box = scope.ServiceProvider.GetRequiredService<BallotBox>();
        Assert.Null(await box.CastAsync(voter, round, new BallotEntry(numbers, Channel.Web, $"{voter.Id}/{replaces}", replaces), TestContext.Current.CancellationToken));
    }

    protected async Task CastAllAsync(Round round, IEnumerable<Voter> voters)
    {
        foreach (var (voter, index) in voters.Select((voter, index) => (voter, index)))
            await CastAsync(round, voter, 0, 1 + index % 4);
    }

    /// <summary>Six days after the close Maya, who set the round up, asks, and Rita certifies.</summary>
    protected async Task CertifyAsync()
    {
        await MoveToAsync(Closing.AddDays(6));
        var maya = await SignedInAsync(await WithDbAsync(db => Task.FromResult(db.Users.Single(person => person.Name == "Maya Okoro"))));
        var rita = await SignedInAsync(await PersonAsync("Rita Shah", Role.Ratifier));
        var asked = await maya.PressAsync(await maya.OpenAsync("/rounds/eastfield-2027/requests/new?act=Certify"), "Ask a second person", ("Form.Reason", "The time for challenges is over."));
        var decided = await rita.PressAsync(await rita.OpenAsync(asked.Path), "Decide", ("Form.Approve", "true"), ("Form.Answer", "I have looked at it."));
        Assert.Empty(decided.Errors);
        Assert.Equal("certified", await AskOwnerAsync<string>("select state from rnd.round"));
    }

    protected Task SealAsync() => RunAsync<SealBallots>();

    protected Task SetAsync(string sql) => AskOwnerAsync<object>($"with done as ({sql} returning 1) select count(*) from done");

    /// <summary>Checks all of a round's log: leaves without a gap, hashes, batches, every head a prefix, every signature.</summary>
    protected async Task<(int Heads, int Ballots)> AuditAsync(Guid round)
    {
        await using var owner = NpgsqlDataSource.Create(Database.Owner);
        return await LogAudit.CheckAsync(owner, round);
    }
}
