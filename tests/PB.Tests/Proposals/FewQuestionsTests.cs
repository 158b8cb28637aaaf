using PB.Tests.Town;

namespace PB.Tests.Proposals;

/// <summary>A page asks the database for itself in at most two questions, and once for each of its sections.</summary>
public sealed class FewQuestionsTests : IdeasTest
{
    protected override async Task SettleAsync()
    {
        await base.SettleAsync();
        for (var i = 1; i <= 3; i++)
            await SentAsync(await SignedInAsync(await ResidentAsync($"Neighbour {i}")), ("Title", $"Bench {i}"), ("Latitude", "51.5, -0.1"));
    }

    [Theory]
    [InlineData(List, 3)] // the round, the ideas with how many there are, the map
    [InlineData(List + "?q=bench&state=Waiting&page=1", 3)]
    [InlineData(List + "/similar?title=Benches", 2)]
    [InlineData(List + "/2/versions", 2)]
    [InlineData(List + "/2", 13)] // the round and the idea; its kin, costs, places, versions, photos, checks, what departments say, delivery, the map, endorsements, who is together in it
    public async Task A_page_asks_so_often(string path, int most)
    {
        using var questions = Questions.To(Database);

        await Visitor().OpenAsync(path);

        Assert.True(questions.Asked.Count <= most, $"{questions.Asked.Count}:\n{string.Join("\n\n", questions.Asked)}");
        Assert.NotEmpty(questions.Asked);
    }
}
