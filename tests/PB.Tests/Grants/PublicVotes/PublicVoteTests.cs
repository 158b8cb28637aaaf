using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Meetings;
using PB.Grants.PublicVotes;
using PB.People;
using PB.Results;
using PB.Rounds;
using PB.Tests.Grants.Meetings;
using PB.Tests.Roll;
using PB.Tests.Town;

namespace PB.Tests.Grants.PublicVotes;

/// <summary>The panel puts three of four plans on the ballot, pupils vote with slips from their teacher, and the count decides.</summary>
public sealed class PublicVoteTests : MeetingTest
{
    const string Vote = CallPath + "/public-vote", Round = "/rounds/spring-2027";
    static readonly DateTimeOffset Opens = MeetingOn.AddDays(3), Closes = MeetingOn.AddDays(10);

    Browser maya = null!;
    List<Application> plans = [];

    [Fact]
    public async Task What_the_panel_shortlists_goes_on_a_ballot_and_what_pupils_vote_becomes_its_decisions()
    {
        await ShortlistAsync();
        Assert.Equal(["There is no money left in the call’s pots"], (await MakeAsync(after: EmptyPotAsync)).Errors);
        await FillPotAsync();
        Assert.Empty((await MakeAsync()).Errors);
        Assert.Equal((0L, 5000_00L), (await AvailableAsync(), await AskOwnerAsync<long>("select amount from pots where round_id = (select round_id from grants.public_votes)")));

        await AnnounceAsync();
        await SeeThePlansAsync();
        await VoteAsync();
        await CountAsync();
        await RunAsync<DecideByPublicVote>();
        Assert.Equal(1, await WithDbAsync(db => db.Set<Decision>().CountAsync()));
        await CertifyAsync();
        await RunAsync<DecideByPublicVote>();
        await RunAsync<DecideByPublicVote>();

        Assert.Equal(
            [("Skate park", DecisionOutcome.Fund, 2000_00L, 4), ("Choir", DecisionOutcome.Fund, 2000_00L, 3), ("Chess", DecisionOutcome.Reserve, 2000_00L, 2), ("Radio", DecisionOutcome.No, 0L, null)],
            await WithDbAsync(async db => (from plan in plans
                                           join decision in await db.Set<Decision>().ToListAsync() on plan.Id equals decision.ApplicationId
                                           select (plan.Title, decision.Outcome, decision.Amount.MinorUnits, decision.PublicVotes)).ToList()));
        Assert.Equal(5000_00L, await AvailableAsync());
        await ReleaseAsync();
        // The pot emptied and filled, and the list for young people: what the test did itself is in no journal, and all else is.
        Assert.Equal(3, await UnwrittenAsync() - unwritten);
        await SetAConditionAsync();
    }

    [Fact]
    public async Task The_database_takes_no_decision_that_says_otherwise_than_the_certified_count()
    {
        await ShortlistAsync();
        await MakeAsync();
        await AnnounceAsync();
        await VoteAsync();
        await CountAsync();
        // Before the result is final nothing is decided by it, and afterwards nothing but what it says.
        await Assert.ThrowsAnyAsync<PostgresException>(() => InsertAsync("Skate park", "Fund", 4));
        await CertifyAsync();
        foreach (var (title, outcome, votes) in new[] { ("Chess", "Fund", 2), ("Chess", "Reserve", 3), ("Skate park", "No", 4), ("Skate park", "Part", 4) })
            await Assert.ThrowsAnyAsync<PostgresException>(() => InsertAsync(title, outcome, votes));
        Assert.Equal(1L, await InsertAsync("Skate park", "Fund", 4));
    }

    [Fact]
    public async Task A_cancelled_vote_gives_its_money_back_and_another_can_be_made_and_only_coordinators_make_one()
    {
        await ShortlistAsync();
        foreach (var (name, status) in new[] { ("Ade", HttpStatusCode.Forbidden), ("Lea", HttpStatusCode.NotFound), ("Finn", HttpStatusCode.NotFound) })
            Assert.Equal(status, (await (await AsAsync(name)).OpenAsync(Vote)).Status);
        await MakeAsync();
        Assert.Equal(["The round is made already"], (await PostMakingAsync()).Errors);
        await ChangeAsync(async db => (await db.Rounds.SingleAsync()).Cancel("The school is closed.", Clock.GetUtcNow()));

        await RunAsync<DecideByPublicVote>();

        Assert.Equal(5000_00L, await AvailableAsync());
        Assert.Empty((await MakeAsync()).Errors);
        Assert.Equal(2, await WithDbAsync(db => db.Set<PublicVote>().CountAsync()));
    }

    long unwritten;

    async Task ShortlistAsync()
    {
        var eastfield = await NeighbourhoodAsync();
        maya = await SignedInAsync(await ManagerAsync(eastfield));
        plans = await ApplyAsync(new CallRules { Mode = DecisionMode.PanelThenPublicVote, Secrecy = VoteSecrecy.Hands }, ("Skate park", 2000), ("Choir", 2000), ("Chess", 2000), ("Radio", 600));
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli", "Fay");
        foreach (var (plan, yes, no) in new[] { (plans[0], 6, 0), (plans[1], 5, 1), (plans[2], 4, 2), (plans[3], 1, 5) })
        {
            await TurnToAsync(plan.Title);
            await AskAsync("Ask: shall it go on the ballot?");
            await PressAsync("Ade", "Close the vote", ("Yes", $"{yes}"), ("No", $"{no}"));
            await SayAsync("We talked about it for long.");
        }

        Assert.Contains(await MinutesAsync("Bo"), line => line.Contains("It goes on the ballot, and people decide.", StringComparison.Ordinal));
        unwritten = await UnwrittenAsync();
    }

    async Task<Page> MakeAsync(Func<Task>? after = null)
    {
        if (after is not null) await after();
        return await PostMakingAsync();
    }

    async Task<Page> PostMakingAsync()
    {
        var yara = await AsAsync("Yara");
        var place = await WithDbAsync(db => db.Neighbourhoods.Select(n => n.Id).SingleAsync());
        return await TamperAsync(yara, Vote, ("Title", "Spring 2027"), ("Voters", nameof(PublicVoters.Pupils)), ("MinimumAge", "11"), ("Places", $"{place}"), ("MaxChoices", "2"),
            ("Opens.Day", Day(Opens)), ("Opens.Hour", "12:00"), ("Closes.Day", Day(Closes)), ("Closes.Hour", "12:00"));
    }

    Task EmptyPotAsync() => ChangeAsync(db => db.AddAsync(new PB.Grants.Funds.PotEntry(Pot.Id, PB.Grants.Funds.PotEntryKind.AdjustDown, new PB.Tally.Money(5000_00), new PB.Grants.Funds.EntryReason("For a moment", People["Finn"].Id), Clock.GetUtcNow())).AsTask());

    Task FillPotAsync() => ChangeAsync(db => db.AddAsync(new PB.Grants.Funds.PotEntry(Pot.Id, PB.Grants.Funds.PotEntryKind.AdjustUp, new PB.Tally.Money(5000_00), new PB.Grants.Funds.EntryReason("And back", People["Finn"].Id), Clock.GetUtcNow())).AsTask());

    // Somebody under 16 votes: the list of what keeps young people safe comes first, and then the neighbourhood's manager announces it.
    async Task AnnounceAsync()
    {
        var refused = await TamperAsync(maya, $"{Round}/announcement");
        Assert.Equal(["This round cannot be announced yet. Mend what is listed under “Announce it”."], refused.Errors);
        await ChangeAsync(async db =>
        {
            var round = await WholeRoundAsync(db, (await db.Rounds.SingleAsync()).Id);
            foreach (var point in Enumerable.Range(1, ReadinessEvidence.Points))
                round.GiveEvidence(point, "Seen to.");
        });
        Assert.Equal(Round, (await TamperAsync(maya, $"{Round}/announcement")).Path);
    }

    async Task SeeThePlansAsync()
    {
        var round = await Visitor().OpenAsync(Round);
        Assert.Contains("The young people of “The panel” chose the plans for this round.", round.Text, StringComparison.Ordinal);
        var plan = await Visitor().OpenAsync($"{Round}/proposals/1");
        Assert.Contains("Plan of the group The Skate park group", plan.Text, StringComparison.Ordinal);
        Assert.NotNull(plan.Document.QuerySelector($"a[href='{CallPath}']"));
        Assert.NotNull((await (await AsAsync("Lea")).OpenAsync($"/applications/{plans[0].Id}")).Document.QuerySelector($"a[href='{Round}/proposals/1']"));
        foreach (var hidden in (string[])["Lea", People["Lea"].Email!, "Sue", "Radio"])
            Assert.DoesNotContain(hidden, plan.Text + round.Text, StringComparison.Ordinal);
    }

    // Four pupils of one class choose two each, and the teacher's sheet is one page.
    async Task VoteAsync()
    {
        await MoveToAsync(Opens.AddHours(1));
        var form = await maya.OpenAsync($"{Round}/voters/codes/new");
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = form.Document.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!,
            ["Kind"] = "School",
            ["Name"] = "Eastfield Academy, class 8C",
            ["Size"] = "5",
        });
        var response = await maya.Client.PostAsync(new Uri($"{Round}/voters/codes", UriKind.Relative), fields);
        var sheet = Assert.Single(PdfLetters.PagesOf(await response.Content.ReadAsByteArrayAsync()));
        Assert.Contains("Eastfield Academy, class 8C", sheet, StringComparison.Ordinal);
        var codes = PdfLetters.CodesIn(sheet);
        Assert.Equal(5, codes.Distinct().Count());
        foreach (var (code, numbers) in codes.Zip((int[][])[[1, 2], [1, 2], [1, 3], [1], [2, 3]]))
            await CastAsync(code, numbers);
        Assert.Contains("Used: fewer than 10.", (await maya.OpenAsync($"{Round}/voters/codes")).Text, StringComparison.Ordinal);
    }

    async Task CastAsync(string code, int[] numbers)
    {
        var pupil = Visitor();
        var ballot = await pupil.PressAsync(await pupil.OpenAsync("/code"), "Go to my ballot", ("Code", code));
        var check = await pupil.PressAsync(ballot, "Check my choices", [.. numbers.Select(number => ("p", (string?)$"{number}"))]);
        Assert.Equal("Your ballot is in", (await pupil.PressAsync(check, "Send my ballot")).Heading);
    }

    async Task CountAsync()
    {
        await MoveToAsync(Closes);
        await RunAsync<CountClosedRounds>();
        await RunAsync<PublishCountedRounds>();
    }

    async Task CertifyAsync()
    {
        await MoveToAsync(Closes.AddDays(6));
        var asked = await maya.PressAsync(await maya.OpenAsync($"{Round}/requests/new?act=Certify"), "Ask a second person", ("Form.Reason", "The time for challenges is over."));
        var rita = await SignedInAsync(await PersonAsync("Rita Shah", Role.Ratifier));
        Assert.Empty((await rita.PressAsync(await rita.OpenAsync(asked.Path), "Decide", ("Form.Approve", "true"), ("Form.Answer", "I have looked at it."))).Errors);
    }

    async Task ReleaseAsync()
    {
        await MoveToAsync(Closes.AddDays(16));
        var yara = await AsAsync("Yara");
        await yara.PressAsync(await yara.OpenAsync($"{CallPath}/panel-decisions"), "Release the decisions");
        var told = await Visitor().OpenAsync($"{CallPath}/decisions");
        Assert.Contains("4 people voted for it.", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Chess", told.Text, StringComparison.Ordinal);
        var letters = await WithDbAsync(db => db.Messages.Where(mail => mail.To == People["Lea"].Email && mail.Key.StartsWith("decision/")).Select(mail => mail.Body).ToListAsync());
        Assert.Equal((4, 2), (letters.Count, letters.Count(body => body.Contains("it gets the money", StringComparison.Ordinal))));
    }

    // People have decided; the panel still says what the group has to do for its money.
    async Task SetAConditionAsync()
    {
        var (ade, path) = (await AsAsync("Ade"), $"{CallPath}/panel-decisions/{plans[0].Ref}/conditions");
        await ade.PressAsync(await ade.OpenAsync(path), "Ask the panel", ("Text", "Ask the neighbours first."));
        foreach (var name in (string[])["Bo", "Cas", "Dee", "Eli", "Fay"])
        {
            var member = await AsAsync(name);
            await member.PressAsync(await member.OpenAsync(path), "Yes: Ask the neighbours first.");
        }

        var yara = await AsAsync("Yara");
        await yara.PressAsync(await yara.OpenAsync($"{FundPath}/applications/{plans[0].Ref}/offer"), "Hand it to the accountable officer");
        Assert.Equal(["Ask the neighbours first."], await WithDbAsync(db => db.Awards.SelectMany(award => award.Conditions).Select(condition => condition.Text).ToListAsync()));
    }

    Task<long> AvailableAsync() => AskOwnerAsync<long>("select sum(grants.sign_of(kind) * amount)::bigint from grants.pot_entries");

    Task<long> InsertAsync(string title, string outcome, int votes) => AskOwnerAsync<long>($"""
        with made as (insert into grants.decisions (id, item_id, application_id, meeting_id, vote_id, outcome, amount, below_viable, reason, reason_to_group, decided_at, result_id, public_votes)
        select gen_random_uuid(), i.id, a.id, i.meeting_id, v.id, '{outcome}', {(outcome is "No" ? 0 : 2000_00)}, false, 'So.', '', rnd.clock(), (select id from results), {votes}
        from grants.applications a join grants.meeting_items i on i.application_id = a.id join grants.votes v on v.item_id = i.id where a.title = '{title}' returning 1)
        select count(*) from made
        """);

    static string Day(DateTimeOffset moment) => moment.ToString("d M yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
