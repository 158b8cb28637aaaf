using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PB.Screening;
using PB.Sms;
using PB.Tests.Sms;

namespace PB.Tests.Ballots;

public sealed class DrawingNumbersTests : PaperTest
{
    const string Button = "Draw the numbers", Fell = "Dice 4 2 6 1 3, assembly of 3 May";

    [Fact]
    public async Task Numbers_are_drawn_with_what_fell_in_public_and_anybody_can_draw_them_again()
    {
        await FiveAsync();
        var page = await Manager.OpenAsync(Paper);
        Assert.Equal(["Write down what fell: nobody may be able to choose it"], (await Manager.PressAsync(page, Button, ("Form.Fell", ""))).Errors);
        Assert.Empty((await Manager.PressAsync(page, Button, ("Form.Fell", ""))).LostErrors);
        Assert.Equal(["Use only letters, figures, spaces and . , : / -"], (await Manager.PressAsync(page, Button, ("Form.Fell", "$(dice) 4 2"))).Errors);

        await Manager.PressAsync(page, Button, ("Form.Fell", Fell));

        var seed = await AskOwnerAsync<string>("select seed from number_lots");
        Assert.StartsWith($"eastfield-2027/{Fell}/", seed, StringComparison.Ordinal);
        var order = Enumerable.Range(1, 5).OrderBy(number => Ticket(seed, number), StringComparer.Ordinal).ToList();
        Assert.Equal(order, await WithDbAsync(db => db.Proposals.OrderBy(p => p.Number).Select(p => p.EarlierNumber!.Value).ToListAsync()));
        Assert.Equal(Enumerable.Range(101, 5), await WithDbAsync(db => db.Proposals.OrderBy(p => p.Number).Select(p => p.Number!.Value).ToListAsync()));
        var round = await Visitor().OpenAsync(RoundPath);
        Assert.Contains(seed, round.Text, StringComparison.Ordinal);
        Assert.Equal(order.Select(number => Ticket(seed, number)), round.Document.QuerySelectorAll("#lot ~ details td code").Select(code => code.TextContent));
        var entry = await WithDbAsync(db => db.Journal.AsNoTracking().SingleAsync(e => e.Act == "Drew the numbers on the ballot by lot"));
        Assert.Contains(seed, entry.Reason, StringComparison.Ordinal);
        Assert.Contains($"Idea {order[0]} is 101", entry.Reason, StringComparison.Ordinal);
        var letter = await WithDbAsync(db => db.Messages.AsNoTracking().SingleAsync(m => m.To == $"bryn{order[1]}@example.org"));
        Assert.Contains("is number 102 on the ballot", letter.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain(await FaultsAsync("I27"), fault => fault.Contains("number_lots", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Old_addresses_lead_on_pairs_and_short_titles_follow_and_everybody_votes_by_the_drawn_numbers()
    {
        await FiveAsync();
        await ChangeAsync(db =>
        {
            var texts = new TextSetUp(Round.Id, "EAST", "Eastfield");
            texts.Call(1, "Benches!");
            db.AddRange(texts, new Exclusion(Round.Id, (1, 2), (Officer.Id, true, "Both want the green."), Clock.GetUtcNow()));
            return Task.CompletedTask;
        });
        await DrawAsync();
        var (one, two) = (await NumberOfAsync(1), await NumberOfAsync(2));

        foreach (var rest in new[] { "", "/discussion" })
            Assert.Equal($"{RoundPath}/proposals/{one}{rest}", (await Visitor().OpenAsync($"{RoundPath}/proposals/1{rest}")).Path);
        Assert.Contains($"Number {one}, drawn by lot. As an idea it was number 1.", (await Visitor().OpenAsync($"{RoundPath}/proposals/{one}")).Text, StringComparison.Ordinal);
        Assert.Equal((long)one, await AskOwnerAsync<long>("select number::bigint from sms.titles"));
        await MoveToAsync(Opening);
        var ballot = await Visitor().OpenAsync(Ballot);
        Assert.Contains($"Only one of this and project {two} can be funded.", ballot.Document.QuerySelector($"#project-{one}")!.TextContent, StringComparison.Ordinal);
        await VotedAsync(await VoterAsync(), one, 104);
        Assert.Equal(string.Join(',', new[] { one, 104 }.Order().Distinct()), await InTheBoxAsync());
        Assert.Empty(await FaultsAsync("I31"));
    }

    [Fact]
    public async Task A_text_with_a_drawn_number_is_a_vote_for_the_project_that_drew_it()
    {
        await FiveAsync();
        await DrawAsync();
        await using var town = TextTown.In(Hall);
        await ChangeAsync(db => Task.FromResult(TextTown.Answer(db, "+447700900900", Round.Id, Clock.GetUtcNow())));
        await town.LinkAsync((await VoterAsync()).Id, "+447700900101");
        await MoveToAsync(Opening);
        var first = await WithDbAsync(db => db.Proposals.SingleAsync(p => p.EarlierNumber == 1));

        await town.TextAsync("SM1", "+447700900101", "+447700900900", $"VOTE {first.Number}");
        await town.RunAsync<SendTexts>();

        Assert.StartsWith($"Eastfield PB: vote saved: {first.Number} {first.Title}.", Assert.Single(town.Network.Sent).Body, StringComparison.Ordinal);
        Assert.Equal($"{first.Number}", await InTheBoxAsync());
        await town.TextAsync("SM2", "+447700900101", "+447700900900", "VOTE 1");
        Assert.Equal($"{first.Number}", await InTheBoxAsync());
    }

    [Fact]
    public async Task A_number_is_drawn_once_and_what_comes_later_gets_the_next()
    {
        await FiveAsync();
        var page = await Manager.OpenAsync(Paper);
        await DrawAsync();
        var before = await NumbersAsync();
        Assert.Contains("There is no project that needs a number.", Assert.Single((await Manager.PressAsync(page, Button, ("Form.Fell", Fell))).Errors), StringComparison.Ordinal);

        await PassedAsync(106, "Late");
        await DrawAsync();

        Assert.Equal($"{before}, 106>107", await NumbersAsync());
        Assert.Equal(2, (await Visitor().OpenAsync(RoundPath)).Document.QuerySelectorAll("#lot ~ details").Length);
    }

    [Fact]
    public async Task The_database_keeps_numbers_lots_and_the_text_on_the_ballot()
    {
        await FiveAsync();
        await DrawAsync();
        await RefusedAsync("PB004", "update proposals set number = number + 50", "update proposals set earlier_number = null", "update number_lots set seed = 'mine'", "delete from number_lots");
        await PassedAsync(106, "Late");
        await RefusedAsync("PB004", "update proposals set number = 120, earlier_number = 106 where number = 106");
        await MoveToAsync(Opening);
        await Visitor().OpenAsync(Ballot);

        await RefusedAsync("PB002", "update proposals set description = 'Better.'", "update proposals set place = 'Here'");
    }

    [Fact]
    public async Task None_is_drawn_before_the_ideas_are_in_or_once_voting_has_opened()
    {
        await FiveAsync();
        var page = await Manager.OpenAsync(Paper);
        await MoveToAsync(Opening);
        Assert.Equal(["The ballot is fixed, so its numbers can no longer change."], (await Manager.PressAsync(page, Button, ("Form.Fell", Fell))).Errors);
        Assert.DoesNotContain(Button, (await Manager.OpenAsync(Paper)).Document.QuerySelectorAll("button").Select(button => button.TextContent.Trim()));

        await DraftRoundAsync(await NeighbourhoodAsync("Westfield"), Officer, title: "Westfield 2027");
        Assert.Equal(PB.Ballots.NumberDrawRefusal.IdeasAreOpen, await WithDbAsync(async db => PB.Ballots.NumberDrawDoors.WhyNoDraw(await db.Rounds.SingleAsync(r => r.Slug == "westfield-2027"), Clock.GetUtcNow())));
    }

    static string Ticket(string seed, int number) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"pb/1/tie\0{seed}\0{number}")));

    async Task FiveAsync()
    {
        foreach (var (title, index) in new[] { "Benches", "Stage", "Lights", "Trees", "Slide" }.Select((title, index) => (title, index)))
            await PassedAsync(index + 1, title, price: 100);
    }

    async Task DrawAsync() => await Manager.PressAsync(await Manager.OpenAsync(Paper), Button, ("Form.Fell", Fell));

    Task<int> NumberOfAsync(int idea) => WithDbAsync(db => db.Proposals.Where(p => p.EarlierNumber == idea).Select(p => p.Number!.Value).SingleAsync());

    Task<string> NumbersAsync() => AskOwnerAsync<string>("select string_agg(earlier_number || '>' || number, ', ' order by number) from proposals where earlier_number is not null");

    async Task RefusedAsync(string state, params string[] acts)
    {
        await using var web = NpgsqlDataSource.Create(Database.Web);
        foreach (var sql in acts)
        {
            await using var command = web.CreateCommand(sql);
            Assert.Equal(state, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
        }
    }
}
