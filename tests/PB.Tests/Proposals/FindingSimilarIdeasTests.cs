using Microsoft.EntityFrameworkCore;
using PB.Proposals;

namespace PB.Tests.Proposals;

public sealed class FindingSimilarIdeasTests : IdeasTest
{
    [Fact]
    public async Task Nine_of_ten_who_write_an_idea_again_see_it_among_the_first_five_of_five_thousand()
    {
        var town = new GeneratedIdeas(5000);
        await FillAsync(town);
        var (whole, typing) = (0, 0);
        for (var i = 0; i < 200; i++)
        {
            var number = i * 25 + 3;
            var again = town.InOtherWords(town.Ideas[number - 1], i % 4);
            whole += await FindsAsync(again.Title, again.Description, number);
            typing += await FindsAsync(again.Title, "", number);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"With the description {whole} of 200, by the title alone {typing} of 200.");
        Assert.InRange(whole, 180, 200);
        Assert.InRange(typing, 100, 200);
    }

    [Fact]
    public async Task The_check_and_the_box_for_the_title_offer_what_is_alike_and_not_ones_own()
    {
        await SentAsync(await SignedInAsync(await ResidentAsync("Cai")), ("Title", "Seats on River Walk"), ("Description", "Benches where people can rest along the river."));
        await SentAsync(await SignedInAsync(await ResidentAsync("Dee")), ("Title", "A mural for the station"), ("Description", "Colour."), ("Place", "Station"));
        var amina = await SignedInAsync(await ResidentAsync());

        var check = await WrittenAsync(amina, await DraftAsync(amina));
        Assert.Contains("1. Seats on River Walk", check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("mural", check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("3. Benches", check.Text, StringComparison.Ordinal);

        var typed = await Visitor().OpenAsync($"{List}/similar?title=Seets+on+the+River+Walk");
        Assert.Contains("1. Seats on River Walk", typed.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", (await Visitor().OpenAsync($"{List}/similar?title=%25_%27--")).Document.Body!.TextContent.Trim());
        Assert.Equal($"{List}/similar", (await DraftAsync(amina)).Document.QuerySelector("#Title")!.GetAttribute("data-similar"));
    }

    async Task<int> FindsAsync(string title, string description, int number) =>
        (await WithDbAsync(db => new SimilarProposals(db).FindAsync(Round.Id, null, title, description, CancellationToken.None))).Exists(found => found.Number == number) ? 1 : 0;

    async Task FillAsync(GeneratedIdeas town)
    {
        var (titles, descriptions, places) = (town.Ideas.ConvertAll(idea => idea.Title), town.Ideas.ConvertAll(idea => idea.Description), town.Ideas.ConvertAll(idea => idea.Place));
        await WithDbAsync(db => db.Database.ExecuteSqlAsync($"""
            insert into proposals (id, round_id, number, provenance, proposer_name, title, description, place, estimate, running_costs_by, owner_after, consent, event, created_at, submitted_at)
            select gen_random_uuid(), {Round.Id}, n, 'Resident', 'Amina', t, d, p, 100000, '', '', '', '', now(), now()
            from unnest({titles}, {descriptions}, {places}) with ordinality as town (t, d, p, n)
            """));
        await WithDbAsync(db => db.Database.ExecuteSqlRawAsync("analyze proposals"));
    }
}
