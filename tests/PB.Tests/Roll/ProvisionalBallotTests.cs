using Microsoft.EntityFrameworkCore;
using PB.People;
using PB.Roll;
using PB.Rounds;
using PB.Tests.Town;

namespace PB.Tests.Roll;

public sealed class ProvisionalBallotTests : RollTest
{
    protected override Task SettleAsync() => OpenAsync(Proofs.Register);

    [Fact]
    public async Task Whom_no_register_knows_votes_and_two_people_decide_which_of_these_ballots_count()
    {
        await RegisterAsync("Gwen Price,1970-01-01,MB1 1AA");
        await VotedByRegisterAsync("Gwen Price", "1970-01-01", 3);
        foreach (var (name, number) in (((string, int)[])[("Amina Yusuf", 1), ("Bryn Parry", 2), ("Cleo Hart", 4)]))
        {
            var browser = await SignedInAsync(await ResidentAsync(name));
            var receipt = await VoteProvisionallyAsync(browser, await MatchAsync(browser, name, "1990-03-27"), number);
            Assert.Contains("Your ballot is provisional", receipt.Text, StringComparison.Ordinal);
        }

        var second = await SignedInAsync(await PersonAsync("Noor Abadi", Role.Administrator));
        await DecideAsync(second, "Amina Yusuf", ProvisionalDecision.Accept);
        await DecideAsync(second, "Bryn Parry", ProvisionalDecision.Refuse);
        await MoveToAsync(Closing);
        await CountAsync();
        Assert.Equal(("closed", 0L), (await AskOwnerAsync<string>("select state from rnd.round"), await AskOwnerAsync<long>("select count(*) from ballotbox.inbox")));
        Assert.Empty(await FaultsAsync("I19"));

        await MoveToAsync(Closing.AddDays(3));
        await CountAsync();

        Assert.Equal(["1", "3"], await AskOwnerAsync<string[]>("select array_agg(content order by content) from ballotbox.counted((select id from rnd.round))"));
        foreach (var invariant in (string[])["I03", "I04", "I07", "I19", "I25", "I26", "I28", "I29", "I30"])
            Assert.Empty(await FaultsAsync(invariant));
        var result = await Visitor().OpenAsync("/rounds/eastfield-2027/result");
        Assert.Contains("Two members of staff looked at each. It counts: fewer than 10.", result.Text, StringComparison.Ordinal);
        Assert.Contains("2 ballots were left out", result.Text, StringComparison.Ordinal);
        Assert.Equal(2, await WithDbAsync(db => db.Messages.CountAsync(message => message.Key.StartsWith("provisional/"))));
        Assert.DoesNotContain("Mill Lane", await AskOwnerAsync<string>("select string_agg(p::text, '') from register.provisional_voters p where confirmed_at is not null"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_person_alone_decides_nothing_and_a_second_one_can_send_it_back()
    {
        var browser = await SignedInAsync(await ResidentAsync());
        await VoteProvisionallyAsync(browser, await MatchAsync(browser, "Amina Yusuf", "1990-03-27"), 1);
        var path = await PathOfAsync("Amina Yusuf");
        await ProposeAsync(path, ProvisionalDecision.Accept);

        Assert.Contains("You proposed this. Somebody else has to agree.", (await Maya.OpenAsync(path)).Text, StringComparison.Ordinal);
        var token = (await Maya.OpenAsync($"{Voters}/register")).Document.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value");
        var page = await Maya.PostAsync(path, ("__RequestVerificationToken", token), ("Form.Agree", "true"));
        Assert.Equal(["This needs a second person: not the one who proposed it"], page.Errors);

        var second = await SignedInAsync(await PersonAsync("Noor Abadi", Role.Administrator));
        await second.PressAsync(await second.OpenAsync(path), "Decide", ("Form.Agree", "false"));
        Assert.Null(await WithDbAsync(db => db.ProvisionalVoters.Select(voter => voter.Decision).SingleAsync()));
    }

    [Fact]
    public async Task Where_two_say_that_they_are_one_nobody_is_locked_out_and_only_one_can_count()
    {
        await RegisterAsync("Gwen Price,1970-01-01,MB1 1AA");
        await VotedByRegisterAsync("Gwen Price", "1970-01-01", 3, account: "An Impostor");
        var gwen = await SignedInAsync(await ResidentAsync("Gwen Price"));
        var page = await MatchAsync(gwen, "Gwen Price", "1970-01-01");
        Assert.Contains("Somebody takes part as this person already.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Your ballot is in", (await VoteProvisionallyAsync(gwen, page, 1)).Heading);

        var path = await PathOfAsync("Gwen Price");
        await ProposeAsync(path, ProvisionalDecision.Accept);
        var second = await SignedInAsync(await PersonAsync("Noor Abadi", Role.Administrator));
        page = await second.PressAsync(await second.OpenAsync(path), "Decide", ("Form.Agree", "true"));
        Assert.Equal(["Somebody else's ballot stands as this person's. Leave that one out first, which needs two people too"], page.Errors);

        page = await second.PressAsync(await second.OpenAsync("/rounds/eastfield-2027/requests/new?act=AnnulBallot"), "Ask a second person",
            ("Form.Email", "an-impostor@example.org"), ("Form.Because", "Fraud"), ("Form.Reason", "Gwen came with her passport."));
        await Maya.PressAsync(await Maya.OpenAsync(page.Path), "Decide", ("Form.Approve", "true"), ("Form.Answer", "I saw it."));
        await second.PressAsync(await second.OpenAsync(path), "Decide", ("Form.Agree", "true"));
        await MoveToAsync(Closing);
        await CountAsync();

        Assert.Equal(["1"], await AskOwnerAsync<string[]>("select array_agg(content) from ballotbox.counted((select id from rnd.round))"));
    }

    [Fact]
    public async Task Ending_an_account_frees_no_second_vote()
    {
        await RegisterAsync("Gwen Price,1970-01-01,MB1 1AA");
        var gwen = await VotedByRegisterAsync("Gwen Price", "1970-01-01", 3);
        Assert.Equal("Your account is deleted", (await DeleteAccountAsync(gwen)).Heading);

        var page = await MatchAsync(await SignedInAsync(await ResidentAsync("Gwen Again")), "Gwen Price", "1970-01-01");

        Assert.Contains("Somebody takes part as this person already.", page.Text, StringComparison.Ordinal);
        Assert.Equal(1L, await AskOwnerAsync<long>("select count(*) from register.mark"));
    }

    [Fact]
    public async Task A_postcode_in_two_neighbourhoods_asks_before_somebody_votes_provisionally()
    {
        var mill = await NeighbourhoodAsync("Millside", null, "MB1 1AA", "MB2 2BB");
        await WithDbAsync(db => db.Database.ExecuteSqlAsync($"insert into round_neighbourhoods values ({Round.Id}, {mill.Id})"));
        var browser = await SignedInAsync(await ResidentAsync());
        (string, string?)[] said = [("Address", "7 Mill Lane"), ("Because", "I have just moved here.")];
        Assert.Equal(["Enter the first and last name", "Enter the date of birth, like 27 3 1990", "Enter the whole postcode, like MB1 1AA", "Enter your address, so that we can check it"],
            (await browser.PressAsync(await browser.OpenAsync($"{Roll}/provisional"), "Go on to my ballot")).Errors);

        var page = await browser.PressAsync(await MatchAsync(browser, "Amina Yusuf", "1990-03-27"), "Go on to my ballot", said);

        Assert.Equal(["This postcode lies in more than one neighbourhood of this round. Choose yours"], page.Errors);
        Assert.Contains("In which neighbourhood do you want to vote?", page.Text, StringComparison.Ordinal);
        Assert.Equal("7 Mill Lane", page.Document.QuerySelector("[name=Address]")!.GetAttribute("value"));
        Assert.Equal(0, await WithDbAsync(db => db.ProvisionalVoters.CountAsync()));
        Assert.Empty((await browser.PressAsync(page, "Go on to my ballot", [.. said, ("Area", $"{mill.Id}")])).Errors);
        Assert.Equal("Your ballot is in", (await VoteAsync(browser, 1)).Heading);
        Assert.Equal(mill.Id, await WithDbAsync(db => db.RollEntries.Select(entry => entry.AreaId!.Value).SingleAsync()));
    }

    async Task<Browser> VotedByRegisterAsync(string name, string bornOn, int number, string? account = null)
    {
        var browser = await SignedInAsync(await ResidentAsync(account ?? name));
        await MatchAsync(browser, name, bornOn);
        Assert.Equal("Your ballot is in", (await VoteAsync(browser, number)).Heading);
        return browser;
    }

    async Task DecideAsync(Browser second, string name, ProvisionalDecision decision)
    {
        var path = await PathOfAsync(name);
        await ProposeAsync(path, decision);
        Assert.Empty((await second.PressAsync(await second.OpenAsync(path), "Decide", ("Form.Agree", "true"))).Errors);
    }

    async Task ProposeAsync(string path, ProvisionalDecision decision) =>
        Assert.Empty((await Maya.PressAsync(await Maya.OpenAsync(path), "Propose it", ("Form.Decision", decision.ToString()), ("Form.Reason", "We looked in the rent book."))).Errors);

    async Task<string> PathOfAsync(string name) =>
        $"{Voters}/provisional/{await WithDbAsync(db => db.ProvisionalVoters.Where(voter => voter.Name == name).Select(voter => voter.VoterId).SingleAsync())}";
}
