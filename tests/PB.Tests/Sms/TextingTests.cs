using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Rounds;
using PB.Sms;
using PB.Tests.Town;

namespace PB.Tests.Sms;

/// <summary>Texts over HTTP, and a telephone network that fails.</summary>
public sealed class TextingTests : TownTest
{
    const string Number = "+447700900900", Amina = "+447700900101", Stranger = "+447700900104";

    TextTown town = null!;
    Round round = null!;
    int count;

    protected override async Task SettleAsync()
    {
        round = await VotingRoundAsync(null, 100_000_00, ("Bench", 1_000), ("Skate ramp", 60_000), ("Trees", 3_000));
        town = TextTown.In(Hall);
        await ChangeAsync(db => Task.FromResult(TextTown.Answer(db, Number, round.Id, Clock.GetUtcNow())));
        await town.LinkAsync((await VoterAsync()).Id, Amina);
    }

    public override async ValueTask DisposeAsync()
    {
        await town.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task One_text_is_one_ballot_and_one_answer_however_often_and_at_once_it_comes()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => town.TextAsync("SM1", Amina, Number, "VOTE 2 1")));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Contains("<Response/>", await answers[0].Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await town.RunAsync<SendTexts>();
        Assert.StartsWith("Eastfield PB: vote saved: 2 Skate ramp, 1 Bench.", Assert.Single(town.Network.Sent).Body, StringComparison.Ordinal);
        Assert.Equal(1L, await AskOwnerAsync<long>("select count(*) from ballotbox.inbox"));
    }

    [Fact]
    public async Task Texts_of_one_phone_at_once_leave_one_vote_and_the_web_changes_the_same_one()
    {
        string[] votes = ["1", "2", "1 2 3", "1 2", "1 3", "2 3"];
        await Task.WhenAll(votes.Select((vote, n) => town.TextAsync($"SM-{n}", Amina, Number, $"VOTE {vote}")));
        Assert.Equal("1 6", await AskOwnerAsync<string>("select count(*) || ' ' || max(version) from register.mark"));

        var browser = await SignedInAsync(await WithDbAsync(db => db.Users.SingleAsync(p => p.Name == "Amina Yusuf")));
        var page = await browser.OpenAsync($"/rounds/{round.Slug}/ballot/edit");
        page = await browser.PressAsync(page, "Check my choices", ("p", "3"));
        Assert.Equal("Your ballot is in", (await browser.PressAsync(page, "Send my ballot")).Heading);
        await town.RunAsync<SendTexts>();
        await TextAsync(Amina, "STATUS");
        Assert.Contains("your vote is 3 Trees.", town.Network.Sent.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_signed_is_refused_and_what_fails_leaves_nothing_behind()
    {
        var unsigned = await town.Client.PostAsync(new Uri("webhooks/twilio/sms", UriKind.Relative), new FormUrlEncodedContent(TextTown.Fields("SM1", Amina, Number, "VOTE 1")));
        Assert.Equal(HttpStatusCode.Forbidden, unsigned.StatusCode);

        await AskOwnerAsync<int>("alter table sms.outbox rename to away; select 1");
        Assert.Equal(HttpStatusCode.InternalServerError, (await town.TextAsync("SM2", Amina, Number, "VOTE 1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await town.TextAsync("SM2", Amina, Number, "VOTE 1", path: "webhooks/twilio/fallback")).StatusCode);
        await AskOwnerAsync<int>("alter table sms.away rename to outbox; select 1");
        Assert.Equal(0L, await AskOwnerAsync<long>("select count(*) from sms.inbound"));

        await town.RunAsync<DealWithKeptTexts>();
        Assert.Equal(1L, await AskOwnerAsync<long>("select count(*) from ballotbox.inbox"));
    }

    [Theory]
    [InlineData(429, 20429, false, 1)]
    [InlineData(500, 20500, true, 1)]
    [InlineData(503, 20500, false, 1)]
    [InlineData(0, 0, true, 1)]
    [InlineData(0, 0, false, 1)]
    [InlineData(400, 21610, false, 0)]
    [InlineData(400, 21614, false, 0)]
    public async Task What_the_network_refuses_is_tried_again_only_where_nobody_gets_it_twice(int status, int code, bool sends, int arrive)
    {
        town.Network.Faults.Enqueue((status, code, sends));
        await TextAsync(Amina, "VOTE 1");
        await MoveToAsync(Clock.GetUtcNow().AddMinutes(5));
        await town.RunAsync<SendTexts>();
        await town.RunAsync<SendTexts>();

        Assert.Equal(arrive, town.Network.Sent.Count);
        Assert.Equal(code == 21610, await WithDbAsync(db => db.Set<Phone>().AnyAsync(phone => phone.OptedOutAt != null)));
        Assert.Equal(1L, await AskOwnerAsync<long>("select count(*) from ballotbox.inbox"));
    }

    [Fact]
    public async Task News_of_a_delivery_never_take_back_what_was_said_before()
    {
        await TextAsync(Amina, "VOTE 1");
        var sid = await WithDbAsync(db => db.Set<OutboundText>().Select(text => text.MessageSid!).SingleAsync());
        foreach (var (status, expected) in new[] { ("sent", DeliveryState.Sent), ("delivered", DeliveryState.Delivered), ("sent", DeliveryState.Delivered), ("queued", DeliveryState.Delivered) })
        {
            await town.WithAsync<DeliveryNews, int>(async news =>
            {
                await news.HearAsync(null, sid, status, null, CancellationToken.None);
                return 0;
            });
            Assert.Equal(expected, await WithDbAsync(db => db.Set<OutboundText>().Select(text => text.State).SingleAsync()));
        }
    }

    [Fact]
    public async Task A_text_to_a_phone_that_is_off_goes_out_once_more_after_half_an_hour_and_the_vote_stands()
    {
        await TextAsync(Amina, "VOTE 1");
        for (var tries = 0; tries < 2; tries++)
        {
            var sid = await WithDbAsync(db => db.Set<OutboundText>().Select(text => text.MessageSid!).SingleAsync());
            (await town.StatusAsync(sid, "undelivered", 30003)).EnsureSuccessStatusCode();
            await town.RunAsync<SendTexts>();
            Assert.Equal(1 + tries, town.Network.Sent.Count);
            await MoveToAsync(Clock.GetUtcNow().AddMinutes(31));
            await town.RunAsync<SendTexts>();
            Assert.Equal(2, town.Network.Sent.Count);
        }

        Assert.Equal(1L, await AskOwnerAsync<long>("select count(*) from ballotbox.inbox"));
    }

    [Fact]
    public async Task Whoever_makes_us_answer_costs_no_more_than_the_day_may_and_staff_hear_of_it_once_while_votes_are_still_answered()
    {
        town.SpendAtMost(40);
        for (var phone = 0; phone < 30; phone++)
            await TextAsync($"+4477009002{phone:00}", "HELLO");
        Assert.InRange(town.Network.Sent.Count, 8, 10);
        Assert.Equal(1, await WithDbAsync(db => db.Set<TextAlert>().CountAsync(alert => alert.Kind == TextAlertKind.Spending)));

        await TextAsync(Amina, "VOTE 2");
        Assert.StartsWith("Eastfield PB: vote saved", town.Network.Sent.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_the_network_had_in_time_counts_and_nothing_is_counted_before_all_are_in()
    {
        await MoveToAsync(Closing.AddMinutes(1));
        town.Network.Receive("SM1", Amina, Number, "VOTE 1", Closing.AddSeconds(-5));
        await town.TextAsync("SM1", Amina, Number, "VOTE 1");
        town.Network.Receive("SM2", Amina, Number, "VOTE 2", Closing.AddSeconds(5));
        await town.TextAsync("SM2", Amina, Number, "VOTE 2");
        await RunAsync<ReconcileTexts>();
        await RunAsync<PB.Results.CountClosedRounds>();
        Assert.Null(await WithDbAsync(db => db.Rounds.Select(r => r.CountedAt).SingleAsync()));

        await MoveToAsync(Closing.AddMinutes(16));
        await RunAsync<ReconcileTexts>();
        await RunAsync<ReconcileTexts>();
        await RunAsync<PB.Results.CountClosedRounds>();
        await town.RunAsync<SendTexts>();
        Assert.NotNull(await WithDbAsync(db => db.Rounds.Select(r => r.CountedAt).SingleAsync()));
        Assert.Equal("1", await AskOwnerAsync<string>("select string_agg(content, ' ') from ballotbox.sealed"));
        Assert.Equal(["SAVED", "CLOSED"], await WithDbAsync(db => db.Set<InboundText>().OrderBy(t => t.MessageSid).Select(t => t.Reply!).ToArrayAsync()));
        foreach (var invariant in new[] { "I03", "I04", "I06", "I12", "I14" })
            Assert.Empty(await FaultsAsync(invariant));
    }

    [Fact]
    public async Task A_phone_is_tied_to_an_account_by_a_text_and_never_by_guessing()
    {
        var bryn = await VoterAsync("Bryn Parry");
        var digits = await town.WithAsync<PhoneLinks, string>(links => links.NewCodeAsync(bryn.Id, CancellationToken.None));
        await TextAsync(Stranger, "JOIN 000000");
        await TextAsync(Stranger, $"join {digits}");
        await TextAsync(Stranger, "VOTE 3");
        Assert.Equal(["JOIN_BAD", "JOINED", "SAVED"], await WithDbAsync(db => db.Set<InboundText>().OrderBy(t => t.MessageSid).Select(t => t.Reply!).ToArrayAsync()));
    }

    [Fact]
    public async Task A_postcode_in_two_neighbourhoods_is_answered_with_whom_to_call_and_never_guessed()
    {
        await ChangeAsync(async db => (await db.Set<TextSetUp>().SingleAsync()).Ask(ProofOfVoter.PostcodeAndAge, confirmFirst: false, EchoOfVote.Titles));
        var mill = await NeighbourhoodAsync("Millside", null, "MB1 1AA", "MB2 2BB");
        await WithDbAsync(db => db.Database.ExecuteSqlAsync($"insert into round_neighbourhoods select id, {mill.Id} from rounds"));

        foreach (var body in (string[])["VOTE 1 MB1 1AA", "MB2 2BB"])
            await TextAsync(Stranger, body);

        Assert.Equal(["NOT_ELIG", "ASK_AGE"], await WithDbAsync(db => db.Set<InboundText>().OrderBy(t => t.MessageSid).Select(t => t.Reply!).ToArrayAsync()));
        Assert.Contains("If you live here call 01632 960123", town.Network.Sent.First().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_says_where_they_live_votes_for_that_neighbourhood_also_where_another_overlaps_it()
    {
        await ChangeAsync(async db => (await db.Set<TextSetUp>().SingleAsync()).Ask(ProofOfVoter.PostcodeAndAge, confirmFirst: false, EchoOfVote.Titles));
        var mill = await NeighbourhoodAsync("Millside", null, "MB1 1AA", "MB2 2BB");
        await WithDbAsync(db => db.Database.ExecuteSqlAsync($"insert into round_neighbourhoods select id, {mill.Id} from rounds"));

        foreach (var phone in Enumerable.Range(1, 6).Select(n => $"+44770090081{n}"))
            foreach (var body in (string[])["VOTE 1 MB1 1AB", "34"])
                await TextAsync(phone, body);

        Assert.Equal(Enumerable.Repeat("MB1 1AB", 6), await WithDbAsync(db => db.Voters.Where(v => v.PersonId == null).Select(v => v.Postcode!).ToArrayAsync()));
        Assert.Equal(6, await WithDbAsync(db => db.Set<OutboundText>().CountAsync(t => t.Reply == "SAVED")));
    }

    [Fact]
    public async Task A_phone_that_has_voted_has_no_second_vote_when_its_account_is_deleted()
    {
        await TextAsync(Amina, "VOTE 2");
        await DeleteAccountAsync(await SignedInAsync(await WithDbAsync(db => db.Users.SingleAsync(person => person.Name == "Amina Yusuf"))));
        await TextAsync(Amina, "VOTE 1");
        await town.LinkAsync((await VoterAsync("Bryn Parry")).Id, Amina);
        await TextAsync(Amina, "VOTE 3");

        Assert.Equal(["SAVED", "NOT_ELIG", "NOT_ELIG"], await WithDbAsync(db => db.Set<InboundText>().OrderBy(t => t.MessageSid).Select(t => t.Reply!).ToArrayAsync()));
        Assert.Equal("2", await AskOwnerAsync<string>("select string_agg(content, ' ') from ballotbox.inbox"));
    }

    [Fact]
    public async Task Neither_a_number_nor_a_text_lies_readable_in_the_database_and_all_goes_in_time()
    {
        await TextAsync(Amina, "VOTE 2 1");
        await TextAsync(Stranger, "what a lovely idea for our street");
        var rows = await AskOwnerAsync<string>("select string_agg(row, '') from (select i::text as row from sms.inbound i union all select o::text from sms.outbox o union all select p::text from sms.phones p union all select s::text from sms.sessions s union all select e::text from sms.echoes e) all_rows");
        Assert.DoesNotContain("7700900", rows, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexStringLower("7700900"u8), rows, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexStringLower("lovely"u8), rows, StringComparison.Ordinal);

        await MoveToAsync(Clock.GetUtcNow().AddDays(8));
        await town.RunAsync<ForgetTexts>();
        Assert.Equal(1, await WithDbAsync(db => db.Set<InboundText>().CountAsync(text => text.Body != null)));
        Assert.Equal(0, await WithDbAsync(db => db.Set<OutboundText>().CountAsync(text => text.Body != null)));
        Assert.Equal(4, town.Network.Redacted.Distinct().Count());
    }

    async Task TextAsync(string from, string body)
    {
        (await town.TextAsync($"SM{++count:000}", from, Number, body)).EnsureSuccessStatusCode();
        await town.RunAsync<SendTexts>();
        await MoveToAsync(Clock.GetUtcNow().AddSeconds(90));
    }
}
