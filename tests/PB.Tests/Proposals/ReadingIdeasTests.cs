using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PB.Ballots;
using PB.Delivery;
using PB.Proposals;
using PB.Results;
using PB.Rounds;
using PB.Screening;
using PB.Tally;
using PB.Tests.Town;

namespace PB.Tests.Proposals;

public sealed class ReadingIdeasTests : TownTest
{
    const string List = "/rounds/eastfield-2027/proposals";

    [Fact]
    public async Task The_list_says_where_each_idea_stands()
    {
        var round = await VotingRoundAsync(null, 100_00, ("Benches", 60), ("Trees", 70));
        await AddAsync(round.Id, 3, "Statue", eligible: false);
        await AddAsync(round.Id, 4, "Pond", eligible: null);

        await MoveToAsync(Opening.AddSeconds(-1));
        var before = await Visitor().OpenAsync(List);
        Assert.Equal(["On the ballot", "On the ballot", "Not on the ballot", "Waiting for a check"], Tags(before));
        Assert.Contains("Too dear to keep.", before.Text, StringComparison.Ordinal);

        await MoveToAsync(Opening);
        var during = await Visitor().OpenAsync(List);
        Assert.Equal(["On the ballot", "On the ballot", "Not on the ballot", "Not on the ballot"], Tags(during));
        Assert.Contains("It was not checked before voting opened.", during.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("vote", string.Concat(during.Document.QuerySelectorAll(".pb-card").Select(card => card.TextContent)).Replace("before voting opened", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_funded_project_shows_its_votes_and_what_became_of_the_money()
    {
        var round = await VotingRoundAsync(null, 100_00, ("Benches", 60), ("Trees", 70));
        var voter = await VoterAsync();
        await CastAsync(round, voter.Id, 2);
        await MoveToAsync(Closing);
        await RunAsync<CountClosedRounds>();
        Assert.DoesNotContain("It won", (await Visitor().OpenAsync($"{List}/2")).Text, StringComparison.Ordinal);

        await RunAsync<PublishCountedRounds>();
        await ChangeAsync(async db => db.Add(new DeliveryUpdate(
            await db.Proposals.Where(p => p.Number == 2).Select(p => p.Id).SingleAsync(), DeliveryStage.UnderWay, "The first ten stand.", new Money(30_00), Clock.GetUtcNow())));

        var page = await Visitor().OpenAsync($"{List}/2");
        Assert.Contains("It won 1 vote and will be funded.", page.Text, StringComparison.Ordinal);
        Assert.Contains("The first ten stand.", page.Text, StringComparison.Ordinal);
        Assert.Contains("£30 of £70 is spent.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Trees"], Titles(await Visitor().OpenAsync($"{List}?state=Funded")));
        Assert.Equal(["Benches"], Titles(await Visitor().OpenAsync($"{List}?state=NotFunded")));
    }

    [Fact]
    public async Task The_list_is_searched_filtered_and_turned_by_pages()
    {
        await VotingRoundAsync(null, 100_00, [.. Enumerable.Range(1, 31).Select(i => (i == 7 ? "100% shade_trees" : $"Bench {i}", 60L))]);

        Assert.Equal(30, Titles(await Visitor().OpenAsync(List)).Count);
        Assert.Equal(["Bench 31"], Titles(await Visitor().OpenAsync($"{List}?page=2")));
        Assert.Equal(["Bench 31"], Titles(await Visitor().OpenAsync($"{List}?page=9")));
        Assert.Equal(["100% shade_trees"], Titles(await Visitor().OpenAsync($"{List}?q=0%25+SHADE_")));
        var nothing = await Visitor().OpenAsync($"{List}?q=%25%25");
        Assert.Contains("No idea matches what you look for.", nothing.Text, StringComparison.Ordinal);
        Assert.Empty(Titles(await Visitor().OpenAsync($"{List}?state=NotOnTheBallot")));
    }

    [Fact]
    public async Task A_place_with_coordinates_is_a_dot_on_the_map()
    {
        var round = await AnnouncedRoundAsync();
        await ChangeAsync(async db => (await db.Neighbourhoods.SingleAsync()).Bound("""{"type":"Polygon","coordinates":[[[-0.1,51.5],[-0.09,51.5],[-0.09,51.51],[-0.1,51.5]]]}"""));
        await AddAsync(round.Id, 1, "Pond", eligible: null, spot: (51.505, -0.095));

        var page = await Visitor().OpenAsync(List);

        Assert.Equal($"{List}/1", page.Document.QuerySelector(".pb-map svg a")!.GetAttribute("href"));
        Assert.NotNull(page.Document.QuerySelector(".pb-map__area"));
        Assert.NotNull((await Visitor().OpenAsync($"{List}/1")).Document.QuerySelector(".pb-map__pin"));
    }

    [Theory]
    [InlineData("/rounds/nowhere/proposals")]
    [InlineData("/rounds/eastfield-2027/proposals/99")]
    [InlineData("/rounds/eastfield-2027/proposals/99999999999999")]
    [InlineData("/rounds/eastfield-2027/proposals/1/photos/1")]
    public async Task What_is_not_there_is_a_designed_404(string path)
    {
        await AnnouncedRoundAsync();
        var page = await Visitor().OpenAsync(path);

        Assert.Equal((HttpStatusCode.NotFound, "We cannot find that page"), (page.Status, page.Heading));
    }

    [Fact]
    public async Task The_list_of_a_round_that_is_not_announced_is_not_there()
    {
        var where = await NeighbourhoodAsync();
        await DraftRoundAsync(where, await ManagerAsync(where));

        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().OpenAsync(List)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().OpenAsync($"{List}/new")).Status);
    }

    [Fact]
    public async Task An_empty_list_says_so()
    {
        await AnnouncedRoundAsync();
        await MoveToAsync(Dates.IdeasFrom!.Value);

        Assert.Contains("Nobody has sent in an idea yet. Yours can be the first.", (await Visitor().OpenAsync(List)).Text, StringComparison.Ordinal);
    }

    Task AddAsync(Guid round, int number, string title, bool? eligible, (double, double)? spot = null) => ChangeAsync(async db =>
    {
        var proposal = new Proposal(round, Provenance.Group, Clock.GetUtcNow());
        proposal.BelongTo(null, "The Friends of Eastfield", "friends@example.org", null);
        proposal.Write(title, $"About {title}.", new Money(50_00));
        proposal.Locate("Eastfield Green", spot?.Item1, spot?.Item2);
        proposal.Submit(number, Clock.GetUtcNow());
        db.Add(proposal);
        if (eligible is not { } yes) return;
        var officer = await db.Users.Where(person => person.Name == "Otis Hale").Select(person => person.Id).SingleAsync();
        var criterion = await db.Set<Criterion>().Select(c => c.Id).FirstAsync();
        db.Add(new ScreeningDecision(proposal.Id, officer, new ScreeningAnswer(yes, yes ? null : criterion, "Too dear to keep.", "Try again."), Clock.GetUtcNow()));
    });

    Task<BallotRefusal?> CastAsync(Round round, Guid person, int number) => WithDbAsync(async db =>
    {
        await using var scope = Hall.Services.CreateAsyncScope();
        var box = scope.ServiceProvider.GetRequiredService<BallotBox>();
        return await box.CastAsync(await db.Voters.AsNoTracking().SingleAsync(v => v.PersonId == person), round,
            new BallotEntry([number], Channel.Web, "form", 0), TestContext.Current.CancellationToken);
    });

    static List<string> Tags(Page page) => [.. page.Document.QuerySelectorAll(".pb-card .govuk-tag").Select(tag => tag.TextContent)];

    static List<string> Titles(Page page) => [.. page.Document.QuerySelectorAll(".pb-card__title").Select(title => title.TextContent.Split(". ", 2)[1])];
}
