using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Approvals;
using PB.Results;

namespace PB.Tests.Approvals;

public sealed class ActsOfTwoTests : TwoPeopleTest
{
    static readonly (string, string?)[] WednesdayAtFive = [("Form.ClosesAt.Day", "14 4 2027"), ("Form.ClosesAt.Hour", "17:00")];
    static readonly DateTimeOffset WednesdayAtFiveUtc = new(2027, 4, 14, 16, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Voting_is_kept_open_longer_in_public()
    {
        await DoneAsync(ApprovedAct.Extend, WednesdayAtFive);

        var page = await Visitor().OpenAsync("/rounds/eastfield-2027");
        Assert.Contains("A reason that everybody can read.", page.Text, StringComparison.Ordinal);
        await MoveToAsync(Closing.AddHours(1));
        await VotedAsync(await VoterAsync(), 1);
        await RunAsync<CountClosedRounds>();
        Assert.Equal("open", await StateAsync());
        await MoveToAsync(WednesdayAtFiveUtc);
        await RunAsync<CountClosedRounds>();
        Assert.Equal("sealed", await StateAsync());
        Assert.Empty(await FaultsAsync("I13"));
        Assert.Empty(await FaultsAsync("I26"));
    }

    [Fact]
    public async Task The_frozen_rules_keep_their_fingerprint_when_the_close_moves()
    {
        var before = await AskOwnerAsync<string>("select encode(rules_hash, 'hex') from rnd.round");

        await DoneAsync(ApprovedAct.Extend, WednesdayAtFive);
        await MoveToAsync(WednesdayAtFiveUtc);
        await RunAsync<CountClosedRounds>();

        Assert.Equal(before, await WithDbAsync(db => db.Results.Select(result => result.RulesFingerprint).SingleAsync()));
    }

    [Fact]
    public async Task Voting_closes_early_only_from_when_it_was_decided()
    {
        await VotedAsync(await VoterAsync(), 1);
        await DoneAsync(ApprovedAct.CloseEarly, ("Form.ClosesAt.Day", "8 4 2027"), ("Form.ClosesAt.Hour", "17:00"));
        await MoveToAsync(new DateTimeOffset(2027, 4, 8, 16, 0, 0, TimeSpan.Zero));

        var late = await (await SignedInAsync(await VoterAsync("Bryn Parry"))).OpenAsync(Ballot);
        Assert.Contains("It closed on Thursday 8 April 2027, 5:00pm", late.Text, StringComparison.Ordinal);
        await RunAsync<CountClosedRounds>();
        Assert.Equal("sealed", await StateAsync());
    }

    [Fact]
    public async Task A_vote_is_annulled_by_two_and_says_why()
    {
        await CountedAsync();

        await DoneAsync(ApprovedAct.Void);

        Assert.Equal("void", await StateAsync());
        var result = await Visitor().OpenAsync(Result);
        Assert.Contains("Annulled The vote was annulled, so this count does not stand: A reason that everybody can read.", result.Text, StringComparison.Ordinal);
        Assert.Empty(await FaultsAsync("I13"));
        Assert.Empty(await FaultsAsync("I26"));
    }

    [Fact]
    public async Task The_button_that_one_person_may_press_is_gone_once_voting_has_opened()
    {
        var maya = await SignedInAsync(Maya);

        Assert.Equal(HttpStatusCode.Forbidden, (await maya.OpenAsync("/rounds/eastfield-2027/cancellation")).Status);
        Assert.DoesNotContain("Cancel this round", (await maya.OpenAsync("/rounds/eastfield-2027")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Voting_is_opened_again_and_the_earlier_result_stays_to_be_read()
    {
        await CountedAsync();
        await DoneAsync(ApprovedAct.Reopen, WednesdayAtFive);

        Assert.Equal("open", await StateAsync());
        await VotedAsync(await VoterAsync("Dara Quinn"), 3);
        await VotedAsync(await VoterAsync("Evan Moss"), 3);
        await MoveToAsync(WednesdayAtFiveUtc);
        await RunAsync<CountClosedRounds>();
        await RunAsync<PublishCountedRounds>();

        var newest = await Visitor().OpenAsync(Result);
        Assert.Contains("5 people voted.", newest.Text, StringComparison.Ordinal);
        Assert.Contains("Voting was opened again", newest.Text, StringComparison.Ordinal);
        var first = await Visitor().OpenAsync($"{Result}/versions/1");
        Assert.Contains("3 people voted.", first.Text, StringComparison.Ordinal);
        Assert.Contains("Not the newest", first.Text, StringComparison.Ordinal);
        Assert.Contains("\"ballots\":3", await Visitor().Client.GetStringAsync(new Uri($"{Result}/versions/1.json", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Empty(await FaultsAsync("I13"));
        Assert.Empty(await FaultsAsync("I26"));
    }

    [Fact]
    public async Task A_recount_is_a_new_version_with_its_reason()
    {
        await CountedAsync();
        Assert.Equal("PB006", (await RefusedAsync("insert into results select gen_random_uuid(), round_id, 2, rules_fingerprint, document, counted_at, 0, null, null from results")).SqlState);
        await MoveToAsync(Closing.AddHours(1));

        await DoneAsync(ApprovedAct.Recount);

        var page = await Visitor().OpenAsync(Result);
        Assert.Contains("Version 2, counted on Monday 12 April 2027, 2:00pm (UK time) (this page)", page.Text, StringComparison.Ordinal);
        Assert.Contains("The ballots were counted again, Monday 12 April 2027, 2:00pm (UK time). Asked for by: Neighbourhood manager. Approved by somebody else: Ratifier. Reason: A reason that everybody can read.", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Visitor().OpenAsync($"{Result}/versions/1")).Status);
        Assert.Equal("PB006", (await RefusedAsync("insert into results select gen_random_uuid(), round_id, 3, rules_fingerprint, document, counted_at, 0, null, null from results where version = 2")).SqlState);
    }

    [Theory]
    [InlineData("update results set document = '{}'")]
    [InlineData("update results set published_at = null")]
    [InlineData("delete from results")]
    [InlineData("update results set annulled = 1")]
    public async Task A_result_is_never_edited(string sql)
    {
        await CountedAsync();

        Assert.Equal("PB004", (await RefusedAsync(sql)).SqlState);
    }

    [Fact]
    public async Task Rules_change_by_annulling_the_vote_and_setting_up_another()
    {
        await DoneAsync(ApprovedAct.ChangeRules);

        Assert.Equal("void", await StateAsync());
        var draft = await WithDbAsync(db => db.Rounds.SingleAsync(round => round.AnnouncedAt == null));
        Assert.Equal(("Eastfield 2027", "eastfield-2027-2", Maya.Id), (draft.Title, draft.Slug, draft.ConfiguredBy));
        var setup = await (await SignedInAsync(Maya)).OpenAsync("/rounds/eastfield-2027-2/setup/ballot");
        Assert.Equal(HttpStatusCode.OK, setup.Status);
        Assert.Empty(await FaultsAsync("I26"));
    }

    [Fact]
    public async Task A_ballot_is_left_out_for_a_reason_of_the_roll_and_the_result_says_what_it_would_have_changed()
    {
        await CountedAsync();
        var before = await Visitor().OpenAsync(Result);
        Assert.Contains("3 people voted.", before.Text, StringComparison.Ordinal);

        await DoneAsync(ApprovedAct.AnnulBallot, ("Form.Email", "cleo-hart@example.org"), ("Form.Because", "NotEligible"));

        var page = await Visitor().OpenAsync(Result);
        Assert.Contains("2 people voted.", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 ballot was left out, because it should not have been cast. With them these projects would be funded: 1, 3.", page.Text, StringComparison.Ordinal);
        Assert.Equal(3L, await AskOwnerAsync<long>("set role pb_vote_owner; select count(*) from ballotbox.sealed"));
        Assert.Equal("cleo-hart@example.org", await WithDbAsync(db => db.Messages.Where(m => m.Subject.Contains("is not counted")).Select(m => m.To).SingleAsync()));
        Assert.Empty(await FaultsAsync("I26"));
    }

    [Fact]
    public async Task Nothing_that_stays_says_whose_ballot_was_left_out()
    {
        await CountedAsync();
        var voter = await WithDbAsync(db => (from v in db.Voters join p in db.Users on v.PersonId equals p.Id where p.Name == "Cleo Hart" select v.Id).SingleAsync());
        await DoneAsync(ApprovedAct.AnnulBallot, ("Form.Email", "cleo-hart@example.org"), ("Form.Because", "NotEligible"));

        Assert.Equal(0L, await AskOwnerAsync<long>($"set role pb_vote_owner; select count(*) from approval.requests r where r::text like '%{voter}%' or r::text ilike '%cleo%'"));
        Assert.Equal(0L, await AskOwnerAsync<long>($"set role pb_vote_owner; select count(*) from journal.book r where r::text like '%{voter}%' or r::text ilike '%cleo%'"));
        Assert.Equal(0L, await AskOwnerAsync<long>($"set role pb_vote_owner; select count(*) from ballotbox.annulled r where r::text like '%{voter}%'"));
    }

    [Fact]
    public async Task A_ballot_of_somebody_who_has_deleted_their_account_can_be_left_out_by_the_address_that_they_had()
    {
        await CountedAsync();
        await DeleteAccountAsync(await SignedInAsync(await WithDbAsync(db => db.Users.SingleAsync(p => p.Name == "Cleo Hart"))));

        await DoneAsync(ApprovedAct.AnnulBallot, ("Form.Email", "cleo-hart@example.org"), ("Form.Because", "NotEligible"));

        Assert.Contains("2 people voted.", (await Visitor().OpenAsync(Result)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ballot_of_somebody_who_did_not_vote_cannot_be_left_out()
    {
        await CountedAsync();
        await VoterAsync("Dara Quinn");

        var page = await AskAsync(Maya, ApprovedAct.AnnulBallot, ("Form.Email", "dara-quinn@example.org"), ("Form.Because", "NotEligible"));

        Assert.Equal(["Nobody with this address has voted in this round"], page.Errors);
    }
}
