using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Approvals;
using PB.People;

namespace PB.Tests.Approvals;

public sealed class FourEyesTests : TwoPeopleTest
{
    [Fact]
    public async Task One_person_alone_does_nothing()
    {
        await CountedAsync();
        await MoveToAsync(Closing.AddDays(6));
        var both = await PersonAsync("Hanna Berg", Role.Ratifier, Role.Administrator);
        var asked = await AskAsync(both, ApprovedAct.Certify);
        var browser = await SignedInAsync(both);
        var page = await browser.OpenAsync(asked.Path);

        Assert.Contains("somebody else has to decide", page.Text, StringComparison.Ordinal);
        // A form that was never shown does not help either.
        var hash = Convert.ToHexStringLower(await WithDbAsync(db => db.ApprovalRequests.Select(request => request.SubjectHash).SingleAsync()));
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value")
            ?? (await browser.OpenAsync($"{Requests}/new?act=Certify")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value");
        var forced = await browser.PostAsync(asked.Path, ("Form.Approve", "true"), ("Form.Answer", "Mine"), ("Form.Shown", hash), ("__RequestVerificationToken", token));

        Assert.Equal(["This needs a second person: not the one who asked, and for a result not the one who set up the round."], forced.Errors);
        Assert.Equal("sealed", await StateAsync());
    }

    [Fact]
    public async Task The_second_person_sees_exactly_what_will_happen()
    {
        var asked = await AskAsync(Maya, ApprovedAct.Extend, ("Form.ClosesAt.Day", "14 4 2027"), ("Form.ClosesAt.Hour", "17:00"));

        var seen = await (await SignedInAsync(Rita)).OpenAsync(asked.Path);

        Assert.Contains("closes on Wednesday 14 April 2027, 5:00pm (UK time), which is later than people were told: Monday 12 April 2027, 1:00pm (UK time).", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Maya Okoro (Neighbourhood manager)", seen.Text, StringComparison.Ordinal);
        Assert.Contains("A reason that everybody can read.", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_declined_does_not_happen()
    {
        var asked = await AskAsync(Maya, ApprovedAct.Void);

        var declined = await DecideAsync(Rita, asked.Path, approve: false);

        Assert.Contains("Declined by Rita Shah", declined.Text, StringComparison.Ordinal);
        Assert.Equal("open", await StateAsync());
        Assert.Empty(await FaultsAsync("I26"));
    }

    [Fact]
    public async Task A_request_runs_out_after_seven_days()
    {
        var asked = await AskAsync(Maya, ApprovedAct.ExportVoters);
        await MoveToAsync(Opening.AddDays(7));

        var page = await (await SignedInAsync(await AdministratorAsync())).OpenAsync(asked.Path);

        Assert.Contains("Nobody decided in time.", page.Text, StringComparison.Ordinal);
        var id = asked.Path.Split('/')[^1];
        Assert.Equal("expired", await AskOwnerAsync<string>(
            $"set role pb_vote_owner; select approval.decide('{id}', (select id from people where name = 'Ada Lind'), 'Administrator', true, 'x', (select subject_hash from approval.requests))"));
    }

    [Fact]
    public async Task An_approval_of_something_else_than_was_shown_does_not_count()
    {
        var asked = await AskAsync(Maya, ApprovedAct.Void);
        var rita = await SignedInAsync(Rita);
        var page = await rita.OpenAsync(asked.Path);

        var decided = await rita.PressAsync(page, "Decide", ("Form.Approve", "true"), ("Form.Answer", "Yes"), ("Form.Shown", new string('0', 64)));

        Assert.Equal(["The request is not the one that you were shown. Read it again."], decided.Errors);
        Assert.Equal("open", await StateAsync());
    }

    [Theory]
    [InlineData("Certify")]
    [InlineData("ExportVoters")]
    public async Task Some_acts_want_a_second_person_of_a_certain_kind(string act)
    {
        await CountedAsync();
        await MoveToAsync(Closing.AddDays(6));
        var asked = await AskAsync(Maya, Enum.Parse<ApprovedAct>(act));

        var other = await PersonAsync("Noor Khan", Role.NeighbourhoodManager);
        Assert.Equal(HttpStatusCode.NotFound, (await (await SignedInAsync(other)).OpenAsync(asked.Path)).Status);
    }

    [Fact]
    public async Task A_manager_of_another_place_asks_for_nothing_here()
    {
        var elsewhere = await NeighbourhoodAsync("Westhill", null, "MB2 2AA");
        var noor = await PersonAsync("Noor Khan", Role.NeighbourhoodManager);
        await ChangeAsync(db => db.AddAsync(new Appointment(noor.Id, elsewhere.Id)).AsTask());

        var browser = await SignedInAsync(noor);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync(Requests)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync($"{Requests}/new?act=Void")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await SignedInAsync(await ReviewerAsync())).OpenAsync(Requests)).Status);
    }

    // The database keeps it, whatever the site would do.
    [Theory]
    [InlineData("update rounds set cancelled_at = now(), cancelled_because = 'x'", "PB006")]
    [InlineData("update rounds set voting_until = voting_until + interval '1 hour'", "PB006")]
    [InlineData("update rounds set certified_at = now(), published_at = now(), counted_at = now()", "PB006")]
    [InlineData("update rounds set minimum_votes = 5", "PB006")]
    [InlineData("update rounds set title = 'Something else'", "PB006")]
    [InlineData("update rounds set is_rehearsal = true", "PB002")]
    [InlineData("update pots set amount = 1", "PB002")]
    [InlineData("delete from round_neighbourhoods", "PB002")]
    [InlineData("update proposals set price = 1 where number = 1", "PB002")]
    [InlineData("update proposals set title = 'x' where number = 1", "PB002")]
    [InlineData("insert into calendar_changes (id, round_id, reason, at) select gen_random_uuid(), id, 'x', now() from rounds", "PB002")]
    [InlineData("select rnd.void_round(id) from rounds", "PB003")]
    [InlineData("select rnd.carry_out(gen_random_uuid())", "PB006")]
    [InlineData("update approval.requests set outcome = 'Approved'", "42501")]
    [InlineData("insert into approval.requests select * from approval.requests", "42501")]
    [InlineData("update rnd.round set state = 'void'", "42501")]
    [InlineData("select approval.spend(gen_random_uuid())", "42501")]
    [InlineData("insert into rnd.key_destructions select id, key_checksum, now() from rnd.round", "42501")]
    [InlineData("select ballotbox.annul(gen_random_uuid(), sha256(''))", "PB009")]
    public async Task The_web_process_cannot_do_it_without_two_people(string sql, string refusal) =>
        Assert.Equal(refusal, (await RefusedAsync(sql)).SqlState);

    [Theory]
    [InlineData("update rnd.round set state = 'void'", "PB003")]
    [InlineData("update rnd.round set closes_at = closes_at + interval '1 day'", "PB002")]
    [InlineData("update rnd.round set state = 'certified'", "PB003")]
    [InlineData("delete from rnd.state_changes", "PB004")]
    [InlineData("truncate rnd.certifications", "PB004")]
    public async Task The_owner_of_the_tables_meets_the_same_triggers(string sql, string refusal) =>
        Assert.Equal(refusal, (await RefusedAsync(sql, asOwner: true)).SqlState);

    [Fact]
    public async Task Two_different_people_is_a_constraint()
    {
        await AskAsync(Maya, ApprovedAct.Void);

        var failure = await RefusedAsync(
            "update approval.requests set approved_by = requested_by, approved_as = 'Ratifier', decided_at = requested_at, outcome = 'Approved', answer = 'x'", asOwner: true);

        Assert.Equal("ck_requests_two_people", failure.ConstraintName);
    }

    // Negative control of I26: a void round without approval, an approval by one person.
    [Fact]
    public async Task An_act_that_only_one_person_wanted_is_found_out()
    {
        Assert.Empty(await FaultsAsync("I26"));
        await AskAsync(Maya, ApprovedAct.Void);
        await MeddleAsync("pb_vote_owner", "approval.requests", """
            alter table approval.requests drop constraint ck_requests_two_people;
            update approval.requests set approved_by = requested_by, approved_as = 'Ratifier', decided_at = requested_at, outcome = 'Approved', answer = 'x', used_at = requested_at, used_xact = '1'
            """);
        Assert.Contains(await FaultsAsync("I26"), fault => fault.Contains("without the word of a second person", StringComparison.Ordinal));

        await MeddleAsync("pb_vote_owner", "rnd.round",
            "update rnd.round set state = 'void'; insert into rnd.state_changes select id, 2, 'open', 'void', now(), '7' from rnd.round");
        Assert.Contains(await FaultsAsync("I26"), fault => fault.Contains("went from open to void without the word of two people", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_of_voters_is_for_whoever_asked_for_seven_days_and_every_download_is_in_the_journal()
    {
        await VoterAsync();
        var asked = await AskAsync(Maya, ApprovedAct.ExportVoters);
        var maya = await SignedInAsync(Maya);
        var list = $"{asked.Path}/voters.csv";
        Assert.Equal(HttpStatusCode.NotFound, (await maya.OpenAsync(list)).Status);

        var ada = await AdministratorAsync();
        await DecideAsync(ada, asked.Path);

        var table = await maya.Client.GetStringAsync(new Uri(list, UriKind.Relative));
        Assert.Contains("\"Amina Yusuf\",\"amina-yusuf@example.org\",\"MB1 1AA\",\"maya-okoro@example.org\"", table, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await SignedInAsync(ada)).OpenAsync(list)).Status);
        Assert.Equal(1, await WithDbAsync(db => db.Journal.CountAsync(entry => entry.Act == "Downloaded the list of voters" && entry.ActorId == Maya.Id)) - 1);

        await MoveToAsync(Opening.AddDays(8));
        Assert.Equal(HttpStatusCode.NotFound, (await maya.OpenAsync(list)).Status);
    }

    Task<Person> ReviewerAsync() => PersonAsync("Olu Ade", Role.Reviewer);
}
