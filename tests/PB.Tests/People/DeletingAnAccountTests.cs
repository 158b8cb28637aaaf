using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PB.Journal;
using PB.Proposals;
using PB.Screening;
using PB.Sms;
using PB.Tally;
using PB.Tests.Proposals;
using PB.Tests.Town;

namespace PB.Tests.People;

/// <summary>Zebedee Quillfeather has done all that a resident can, and deletes his account; no one else in the town is called anything like it.</summary>
public sealed class DeletingAnAccountTests : IdeasTest
{
    const string Name = "Zebedee Quillfeather", Ballot = "/rounds/eastfield-2027/ballot", Phone = "+447700900123";

    // Where it says so, and why: which postcodes a neighbourhood has is nobody's own business.
    static readonly string[] Elsewhere = ["public.neighbourhood_postcodes.postcode"];

    [Fact]
    public async Task A_deleted_account_leaves_nothing_in_the_database_that_says_whose_it_was()
    {
        var zebedee = await SignedInAsync(await VoterAsync(Name, "MB1 1AB"));
        await LiveAsync(zebedee);
        var before = await WhereAsync();
        Assert.All(["public.people.name", "public.people.email", "public.proposals.proposer_name", "public.co_proposers.email", "public.comments.text", "outbox.messages.body", "outbox.messages.to", "journal.details.reason", "register.voters.postcode"],
            column => Assert.Contains(column, before));

        var page = await zebedee.OpenAsync("/me/deletion");
        Assert.Contains("1 idea that you have not sent in", page.Text, StringComparison.Ordinal);
        Assert.Contains("without your name", page.Text, StringComparison.Ordinal);
        var done = await DeleteAsync(zebedee, ("TakeCommentsAway", "true"));

        Assert.Equal("Your account is deleted", done.Heading);
        Assert.Equal(Elsewhere, await WhereAsync());
        Assert.Contains("Idea of a resident", (await Visitor().OpenAsync($"{List}/1")).Text, StringComparison.Ordinal);
        Assert.Contains("Whoever wrote this has taken the words away.", (await Visitor().OpenAsync($"{List}/2/discussion")).Text, StringComparison.Ordinal);
        Assert.Equal(["Benches along the river", "Trees"], await WithDbAsync(db => db.Proposals.OrderBy(p => p.Number).Select(p => p.Title).ToListAsync()));
        Assert.Equal("", await WithDbAsync(db => db.Journal.Where(e => e.Act == "Deleted their account").Select(e => e.Reason + e.Detail).SingleAsync()));
        foreach (var invariant in new[] { "I03", "I06", "I08", "I25", "I35", "I39" })
            Assert.Empty(await FaultsAsync(invariant));
    }

    [Fact]
    public async Task A_vote_stays_counted_and_whoever_comes_back_with_the_same_address_has_no_second_one()
    {
        var amina = await VotedAsync(await VoterAsync("Amina Yusuf"));
        await DeleteAsync(amina);
        Assert.Equal("1", await AskOwnerAsync<string>("select content from ballotbox.inbox"));

        var again = await SignedInAsync(await VoterBackAsync("Amina Yusuf"));
        Assert.Contains("Your ballot is in", (await again.OpenAsync(Ballot)).Document.Body!.TextContent, StringComparison.Ordinal);
        await VoteAsync(again, 2);

        Assert.Equal((1L, "1 2"), (await AskOwnerAsync<long>("select count(*) from register.mark"), await AskOwnerAsync<string>("select string_agg(content, ' ' order by version) from ballotbox.inbox")));
        Assert.Empty(await FaultsAsync("I06"));
    }

    [Fact]
    public async Task A_vote_can_be_taken_back_first()
    {
        var amina = await VotedAsync(await VoterAsync("Amina Yusuf"));
        Assert.Contains("Your vote counts, also without an account.", (await amina.OpenAsync("/me/deletion")).Text, StringComparison.Ordinal);

        await DeleteAsync(amina, ("TakeBack", "eastfield-2027"));

        Assert.Equal("1 ", await AskOwnerAsync<string>("select string_agg(content, ' ' order by version) from ballotbox.inbox"));
        await VoteAsync(await SignedInAsync(await VoterBackAsync("Amina Yusuf")), 2);
        Assert.Equal(1L, await AskOwnerAsync<long>("select count(*) from register.mark"));
    }

    [Fact]
    public async Task However_somebody_deletes_votes_and_comes_back_at_once_there_is_one_vote()
    {
        await OpenAsync();
        for (var times = 1; times <= 3; times++)
        {
            var amina = await VoterBackAsync("Amina Yusuf");
            var casts = new List<Func<Task<Page>>>();
            foreach (var number in new[] { 1, 2, 3 })
            {
                var tab = await SignedInAsync(amina);
                // The choice that is in already asks for no other ballot.
                if (await CheckAsync(tab, number) is { Path: not $"{Ballot}/receipt" } check)
                    casts.Add(() => tab.PressAsync(check, "Send my ballot"));
            }

            var leaving = await SignedInAsync(amina);
            await Task.WhenAll([.. casts.Select(cast => cast()), DeleteAsync(leaving)]);
            Assert.Equal(times, await WithDbAsync(db => db.Users.CountAsync(person => person.ErasedAt != null)));
        }

        await VoterBackAsync("Amina Yusuf");
        Assert.Equal(1L, await AskOwnerAsync<long>("select count(*) from register.mark"));
        foreach (var invariant in new[] { "I01", "I03", "I05", "I06", "I39" })
            Assert.Empty(await FaultsAsync(invariant));
    }

    [Fact]
    public async Task All_devices_are_signed_out_at_once_and_the_password_opens_nothing_any_more()
    {
        var amina = await ResidentAsync("Amina Yusuf");
        var (here, phone) = (await SignedInAsync(amina), await SignedInAsync(amina));
        var wrong = await here.PressAsync(await here.OpenAsync("/me/deletion"), "Delete my account for good", ("Password", "seven geese fly south"));
        Assert.Equal(["This is not your password. Check it, or choose a new one"], wrong.Errors);
        Assert.Equal("My page", (await phone.OpenAsync("/me")).Heading);

        await DeleteAsync(here);

        Assert.Equal("Sign in", (await phone.OpenAsync("/me")).Heading);
        Assert.Equal("Sign in", (await here.OpenAsync("/me")).Heading);
        Assert.Contains("do not belong together", Assert.Single((await here.PressAsync(await here.OpenAsync("/sign-in"), "Sign in", ("Email", amina.Email), ("Password", Password))).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_duties_ends_them_first_and_the_record_of_what_they_did_keeps_their_name()
    {
        var otis = await OfficerAsync();
        var browser = await SignedInAsync(otis);
        var page = await browser.OpenAsync("/me/deletion");
        Assert.Contains("Ask an administrator to end your appointment.", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form[action='/me/deletion']"));
        await using (var scope = Hall.Services.CreateAsyncScope())
            Assert.Equal(PB.People.ErasureRefusal.HasDuties, await scope.ServiceProvider.GetRequiredService<PB.People.AccountErasure>().EraseAsync(otis.Id, new([], false), TestContext.Current.CancellationToken));

        await ScreenAsync(otis.Id, "Trees");
        await AskOwnerAsync<long>("with ended as (delete from person_roles returning 1) select count(*) from ended");
        browser = await SignedInAsync(otis);
        Assert.Contains("The law wants that for six years.", (await browser.OpenAsync("/me/deletion")).Text, StringComparison.Ordinal);
        await DeleteAsync(browser);

        Assert.Equal("Otis Hale", await WithDbAsync(db => db.Journal.Where(e => e.Act == "Deleted their account").Select(e => e.Detail).SingleAsync()));
    }

    // An idea sent in with somebody, one begun, a comment, support, a phone, a vote; and what an officer wrote down.
    async Task LiveAsync(Browser zebedee)
    {
        var sent = await SentAsync(zebedee, ("ProposerName", Name));
        await zebedee.PressAsync(await zebedee.OpenAsync($"{sent.Path}/together"), "Ask them", ("Name", "Bryn Parry"), ("Email", "bryn@example.org"));
        await WrittenAsync(zebedee, await DraftAsync(zebedee), ("Title", "A fountain for the Quillfeathers"), ("ProposerName", Name));
        var officer = await OfficerAsync();
        await ScreenAsync(officer.Id, "Trees");
        await zebedee.PressAsync(await zebedee.OpenAsync($"{List}/2"), "Endorse this idea");
        await zebedee.PressAsync(await zebedee.OpenAsync($"{List}/2/discussion"), "Send", ("Kind", "Question"), ("Text", "Who waters them? Write to zebedee-quillfeather@example.org"));
        await using (var scope = Hall.Services.CreateAsyncScope())
        await using (var held = await scope.ServiceProvider.GetRequiredService<PB.Data.PbContext>().Database.BeginTransactionAsync())
        {
            var (book, me) = (scope.ServiceProvider.GetRequiredService<PhoneBook>(), await WithDbAsync(db => db.Users.Where(p => p.Name == Name).Select(p => p.Id).SingleAsync()));
            await book.LinkToAsync(await book.PutDownAsync(Phone, CancellationToken.None), me, ProofOfLink.JoinText, CancellationToken.None);
            await held.CommitAsync();
        }

        await ChangeAsync(db =>
        {
            db.AddRange(new CoProposer(db.Proposals.Single(p => p.Number == 2).Id, Name, "Zebedee-Quillfeather@example.org", [1, 2, 3], Clock.GetUtcNow()),
                new JournalEntry(officer.Id, "Answered a call", "desk", "zebedee-quillfeather@example.org wrote about the trees.", Clock.GetUtcNow()));
            return Task.CompletedTask;
        });
        await MoveToAsync(Opening);
        await VoteAsync(zebedee, 2);
    }

    async Task OpenAsync()
    {
        await ScreenAsync((await OfficerAsync()).Id, "Benches", "Trees", "Slide");
        await MoveToAsync(Opening);
    }

    async Task<Browser> VotedAsync(PB.People.Person person)
    {
        await OpenAsync();
        var browser = await SignedInAsync(person);
        await VoteAsync(browser, 1);
        return browser;
    }

    // Ideas that an officer let through.
    Task ScreenAsync(Guid officer, params string[] titles) => ChangeAsync(async db =>
    {
        var first = await db.Proposals.CountAsync(p => p.Number != null) + 1;
        foreach (var (title, index) in titles.Select((title, index) => (title, index)))
        {
            var idea = new Proposal(Round.Id, Provenance.Resident, Clock.GetUtcNow());
            idea.BelongTo(null, "Bryn", "bryn@example.org", null);
            idea.Write(title, "For all.", new Money(1000_00));
            idea.Locate("River Walk", null, null);
            idea.Submit(first + index, Clock.GetUtcNow());
            db.AddRange(idea, new ScreeningDecision(idea.Id, officer, new ScreeningAnswer(true, null, "It can be done.", "Vote."), Clock.GetUtcNow()));
        }
    });

    // Whoever comes back makes an account anew, as one does: the same name, the same address.
    async Task<PB.People.Person> VoterBackAsync(string name)
    {
        var person = await ResidentAsync(name);
        var browser = await SignedInAsync(person);
        await browser.PressAsync(await browser.OpenAsync("/me/address"), "Save my address", ("Postcode", "MB1 1AA"), ("Age", "34"), ("LivesHere", "true"));
        return person;
    }

    static Task<Page> DeleteAsync(Browser browser, params (string, string?)[] wishes) => DeleteAccountAsync(browser, wishes);

    static async Task<Page> CheckAsync(Browser browser, int number)
    {
        var page = await browser.OpenAsync(Ballot);
        return await browser.PressAsync(page.Path == Ballot ? page : await browser.OpenAsync($"{Ballot}/edit"), "Check my choices", ("p", $"{number}"));
    }

    static async Task VoteAsync(Browser browser, int number) =>
        Assert.Equal("Your ballot is in", (await browser.PressAsync(await CheckAsync(browser, number), "Send my ballot")).Heading);

    // Every column of every table, as text, and bytes as the letters that they may be.
    Task<string[]> WhereAsync() => AskOwnerAsync<string[]>("""
        select coalesce(array_agg(place order by place collate "C"), '{}') from (
            select format('%s.%s.%s', c.table_schema, c.table_name, c.column_name) as place, query_to_xml(format(
                'select count(*) as n from %I.%I where %s ilike any (array[''%%quillfeather%%'', ''%%zebedee%%'', ''%%7700900123%%'', ''%%MB1 1AB%%''])', c.table_schema, c.table_name,
                case c.udt_name when 'bytea' then format('encode(%I, ''escape'')', c.column_name) else format('%I::text', c.column_name) end), false, true, '') as answer
            from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
            where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema', 'test')) asked
        where (xpath('//*[local-name() = "n"]/text()', answer))[1]::text <> '0'
        """);
}
