using System.Net;
using PB.Roll;
using PB.Tests.Approvals;

namespace PB.Tests.Ballots;

public sealed class TurnoutTests : TwoPeopleTest
{
    const string Turnout = "/rounds/eastfield-2027/turnout";

    [Fact]
    public async Task Staff_see_how_many_by_channel_area_and_hour_and_never_a_small_group()
    {
        await ManyAsync(12, "web", "MB1 1AA", Opening);
        await ManyAsync(11, "assisted", "MB1 1AB", Opening.AddHours(2));
        await ManyAsync(9, "paper", "MB1 1AA", Opening.AddHours(2));
        await StartedAsync();

        var page = await (await SignedInAsync(Maya)).OpenAsync(Turnout);

        Assert.Contains("Have voted 32", page.Text, StringComparison.Ordinal);
        Assert.Contains("Began and have not sent their ballot fewer than 10", page.Text, StringComparison.Ordinal);
        // 9 on paper is too few; with it goes the next smallest, or 32 - 12 - 11 would tell it.
        Assert.Contains("with help too few to show", page.Text, StringComparison.Ordinal);
        Assert.Contains("on paper too few to show", page.Text, StringComparison.Ordinal);
        Assert.Contains("on this site 12", page.Text, StringComparison.Ordinal);
        Assert.Contains("Eastfield 32", page.Text, StringComparison.Ordinal);
        Assert.Contains("the hour from Monday 5 April 2027, 1:00pm (UK time) 12", page.Text, StringComparison.Ordinal);
        Assert.Contains("the hour from Monday 5 April 2027, 3:00pm (UK time) 20", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Benches", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_figure_that_the_database_gives_out_is_from_1_to_9()
    {
        foreach (var (channel, people) in (((string, int)[])[("web", 3), ("sms", 14), ("assisted", 1), ("paper", 10)]))
            await ManyAsync(people, channel, people % 2 == 0 ? "MB1 1AA" : "MB9 9ZZ", Opening.AddHours(people));

        var figures = await WithDbAsync(db => db.FiguresAsync(Round.Id, TestContext.Current.CancellationToken));

        Assert.DoesNotContain(figures, figure => figure.People is >= 1 and <= 9);
        foreach (var kind in figures.Where(f => f.Kind is not ("all" or "started")).GroupBy(f => f.Kind))
            Assert.NotEqual(1, kind.Count(f => f.People is null));
        // The negative control: there were such groups.
        Assert.Equal(2L, await AskOwnerAsync<long>("set role pb_vote_owner; select count(*) from (select 1 from register.mark group by channel having count(*) < 10) small"));
    }

    [Fact]
    public async Task Who_began_is_forgotten_at_the_close()
    {
        await StartedAsync();
        Assert.Equal(1L, await AskOwnerAsync<long>("set role pb_vote_owner; select count(*) from register.started"));

        await MoveToAsync(Closing);
        await RunAsync<PB.Results.CountClosedRounds>();

        Assert.Equal(0L, await AskOwnerAsync<long>("set role pb_vote_owner; select count(*) from register.started"));
    }

    [Fact]
    public async Task Others_do_not_see_it()
    {
        Assert.StartsWith("/sign-in", (await Visitor().OpenAsync(Turnout)).Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await SignedInAsync(await ResidentAsync())).OpenAsync(Turnout)).Status);
    }

    [Theory]
    [InlineData("select * from register.mark")]
    [InlineData("select * from register.started")]
    [InlineData("select * from register.sightings")]
    public async Task The_web_process_has_no_other_way_to_figures(string sql) => Assert.Equal("42501", (await RefusedAsync(sql)).SqlState);

    // Somebody presses on to the check and goes away.
    async Task StartedAsync() => await ChooseAsync(await SignedInAsync(await VoterAsync("Dara Quinn")), 1);

    Task<long> ManyAsync(int people, string channel, string postcode, DateTimeOffset at) => AskOwnerAsync<long>($"""
        with v as (insert into register.voters (id, postcode, age, declared_at) select gen_random_uuid(), '{postcode}', 30, now() from generate_series(1, {people}) returning id),
             m as (insert into register.mark select '{Round.Id}', id, '{channel}', 1, false, 'declared', '{at:O}' from v returning 1)
        select count(*) from m
        """);
}
