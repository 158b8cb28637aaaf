using Microsoft.Extensions.DependencyInjection;
using PB.Ballots;
using PB.People;
using PB.Results;
using PB.Rounds;
using PB.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace PB.Tests.Ballots;

public sealed class CastingABallotTests : TownTest
{
    [Fact]
    public async Task A_ballot_goes_in_is_counted_and_the_round_is_published()
    {
        var round = await VotingRoundAsync(null, 100_00, ("Benches", 60), ("Trees", 70));
        var amina = await VoterAsync();

        Assert.Null(await CastAsync(round, amina, [2], "form-1"));
        Assert.Null(await CastAsync(round, amina, [2], "form-1"));
        await MoveToAsync(Closing);
        Assert.Equal(BallotRefusal.Closed, await CastAsync(round, amina, [1], "form-2", replaces: 1));
        await RunAsync<CountClosedRounds>();
        await RunAsync<PublishCountedRounds>();

        var result = await WithDbAsync(async db => ResultDocument.Read((await db.Results.SingleAsync()).Document));
        Assert.Equal([2], result.Count.Funded);
        Assert.Equal(1L, await AskOwnerAsync<long>("select count(*) from ballotbox.inbox"));
    }

    [Fact]
    public async Task Fifty_posts_at_once_leave_one_ballot()
    {
        var round = await VotingRoundAsync(null, 100_00, ("Benches", 60), ("Trees", 70));
        var amina = await VoterAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => CastAsync(round, amina, [1 + i % 2], $"form-{i}")));

        Assert.Single(answers, answer => answer is null);
        Assert.All(answers.Where(a => a is not null), answer => Assert.Equal(BallotRefusal.ChangedElsewhere, answer));
        Assert.Equal(1L, await AskOwnerAsync<long>("select count(*) from ballotbox.inbox"));
        Assert.Equal(1L, await AskOwnerAsync<long>("select count(*) from ballotbox.submission"));
    }

    async Task<BallotRefusal?> CastAsync(Round round, Person person, int[] numbers, string form, int replaces = 0)
    {
        await using var scope = Hall.Services.CreateAsyncScope();
        var voter = await WithDbAsync(db => db.Voters.AsNoTracking().SingleAsync(v => v.PersonId == person.Id));
        return await scope.ServiceProvider.GetRequiredService<BallotBox>()
            .CastAsync(voter, round, new BallotEntry(numbers, Channel.Web, form, replaces), TestContext.Current.CancellationToken);
    }
}
