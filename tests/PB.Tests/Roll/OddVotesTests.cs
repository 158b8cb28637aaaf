using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Roll;
using PB.Tests.Approvals;
using PB.Tests.Town;

namespace PB.Tests.Roll;

public sealed class OddVotesTests : TwoPeopleTest
{
    const string Queue = "/desk/anomalies";

    [Fact]
    public async Task Many_ballots_from_one_place_raise_one_alert_and_all_count()
    {
        for (var i = 0; i < 20; i++)
            await VoteFromAsync(await VoterAsync($"Voter {(char)('A' + i)}"), $"203.0.113.{i + 1}");
        await RunAsync<NoticeOddities>();
        await RunAsync<NoticeOddities>();

        var page = await (await SignedInAsync(Maya)).OpenAsync(Queue);
        Assert.Contains("20 ballots came from one part of the network within an hour: 203.0.113.0/24 at 2027-04-05 12:00", page.Text, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll(".pb-card"));
        Assert.Equal(20L, await AskOwnerAsync<long>("set role pb_vote_owner; select count(*) from ballotbox.inbox"));
    }

    [Fact]
    public async Task Nineteen_raise_none()
    {
        for (var i = 0; i < 19; i++)
            await VoteFromAsync(await VoterAsync($"Voter {(char)('A' + i)}"), "2001:db8:1:2::1");
        await RunAsync<NoticeOddities>();

        Assert.Equal(0, await WithDbAsync(db => db.Anomalies.CountAsync()));
        Assert.Equal("2001:db8:1::/56", await AskOwnerAsync<string>("set role pb_vote_owner; select distinct network::text from register.sightings"));
    }

    [Fact]
    public async Task Accounts_postcodes_and_devices_are_looked_at_too()
    {
        await AskOwnerAsync<object>($"""
            set role pb_vote_owner;
            insert into register.sightings select 'account', null, '198.51.100.0/24', null, '{Opening:O}'::timestamptz from generate_series(1, 10);
            insert into register.sightings select 'ballot', '{Round.Id}', '198.51.100.0/24', sha256('x'), '{Opening:O}'::timestamptz from generate_series(1, 10)
            """);
        await AskOwnerAsync<object>($"""
            with v as (insert into register.voters (id, postcode, age, declared_at) select gen_random_uuid(), case when i = 1 then 'MB1 1CV' else 'MB1 1AA' end, 30, now()
                       from generate_series(1, 62) i returning id),
                 m as (insert into register.mark select '{Round.Id}', id, 'web', 1, false, 'declared', now() from v returning 1)
            select count(*) from m
            """);
        await RunAsync<NoticeOddities>();

        Assert.Equal(
            [AnomalyKind.BurstFromDevice, AnomalyKind.AccountsFromAddress, AnomalyKind.ImpossiblePostcode, AnomalyKind.CrowdedPostcode],
            (await WithDbAsync(db => db.Anomalies.Select(a => a.Kind).ToListAsync())).Order());
    }

    [Fact]
    public async Task A_decision_has_a_reason_and_changes_no_vote()
    {
        await VotedAsync(await VoterAsync(postcode: "MB1 1AA"), 1);
        await AskOwnerAsync<object>("set role pb_vote_owner; reset role; update register.voters set postcode = 'MB1 1CV'; select 1");
        await RunAsync<NoticeOddities>();
        var maya = await SignedInAsync(Maya);
        var form = await maya.OpenAsync((await maya.OpenAsync(Queue)).Document.QuerySelector(".pb-card a")!.GetAttribute("href")!);

        Assert.NotEmpty((await maya.PressAsync(form, "Keep my decision", ("Decision", "NothingWrong"))).Errors);
        var queue = await maya.PressAsync(form, "Keep my decision", ("Decision", "NothingWrong"), ("Reason", "A slip of the finger."));

        Assert.Contains("Nothing is wrong A slip of the finger.", queue.Text, StringComparison.Ordinal);
        Assert.Equal(1L, await AskOwnerAsync<long>("set role pb_vote_owner; select count(*) from ballotbox.inbox"));
        Assert.Equal(1, await WithDbAsync(db => db.Journal.CountAsync(entry => entry.Act == "Decided on something odd: NothingWrong")));
        Assert.Equal(HttpStatusCode.NotFound, (await maya.OpenAsync(form.Path)).Status);
    }

    [Fact]
    public async Task Addresses_are_forgotten_after_fourteen_days()
    {
        await VoteFromAsync(await VoterAsync(), "203.0.113.7");
        await RunAsync<NoticeOddities>();
        await MoveToAsync(Opening.AddDays(13));
        await RunAsync<NoticeOddities>();
        Assert.Equal(1L, await AskOwnerAsync<long>("set role pb_vote_owner; select count(*) from register.sightings"));

        await MoveToAsync(Opening.AddDays(14).AddHours(1));
        await RunAsync<NoticeOddities>();

        Assert.Equal(0L, await AskOwnerAsync<long>("set role pb_vote_owner; select count(*) from register.sightings"));
    }

    async Task VoteFromAsync(PB.People.Person who, string address)
    {
        var browser = await SignedInAsync(who);
        browser.Client.DefaultRequestHeaders.Add(DoorKeeper.From, address);
        Assert.Equal("Your ballot is in", (await VoteAsync(browser, 1)).Heading);
    }
}
