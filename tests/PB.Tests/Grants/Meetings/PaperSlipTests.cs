using Microsoft.EntityFrameworkCore;
using Npgsql;
using PB.Grants.Calls;
using PB.Grants.Meetings;

namespace PB.Tests.Grants.Meetings;

/// <summary>Bo and Cas have no phone, and vote on paper in the same secret votes.</summary>
public sealed class PaperSlipTests : MeetingTest
{
    [Fact]
    public async Task I19_slips_that_two_adults_enter_alike_are_cast_with_the_votes_of_the_phones_and_nobody_can_tell_whose_they_are()
    {
        await BeginAsync("Bo", "Cas");
        await AskAsync("Ask: shall we fund it?");
        await VoteAsync("Ade Dee", "Eli");
        Assert.Contains("You vote on paper", (await LookAsync("Bo")).Text, StringComparison.Ordinal);
        Assert.Contains("You cannot vote on this.", (await PostAsync("Bo", $"{Room}/votes/{await VoteIdAsync()}/casts", ("choice", "Yes"))).Text, StringComparison.Ordinal);
        Assert.Contains("The slips of those who vote on paper are not in yet.", (await CloseAsync()).Text, StringComparison.Ordinal);

        var tooMany = await EnterAsync("Yara", yes: 2, no: 1);
        Assert.Contains("There has to be one slip for each", tooMany.Text, StringComparison.Ordinal);
        Assert.Equal(["2", "1", "0"], tooMany.Document.QuerySelectorAll("input[id^=slips-]").Select(box => box.GetAttribute("value")));
        Assert.Contains("Now a second adult", (await EnterAsync("Yara", yes: 1, no: 1)).Text, StringComparison.Ordinal);
        Assert.Contains("You have entered them.", (await LookAsync("Yara")).Text, StringComparison.Ordinal);
        Assert.Contains("did not enter the same", (await EnterAsync("Yusuf", yes: 2, no: 0)).Text, StringComparison.Ordinal);
        await EnterAsync("Yusuf", yes: 1, no: 1);
        Assert.Contains("The slips are in.", (await EnterAsync("Yara", yes: 1, no: 1)).Text, StringComparison.Ordinal);

        Assert.Equal("No,No,Yes,Yes,Yes", await AskOwnerAsync<string>("select string_agg(array_to_string(choices, ','), ';') from grants.casts"));
        Assert.Equal((5L, 0L), (await AskOwnerAsync<long>("select count(*) from grants.voters"), await AskOwnerAsync<long>("select count(*) from grants.slips")));
        await Assert.ThrowsAnyAsync<PostgresException>(() => WithDbAsync(db => db.Database.ExecuteSqlRawAsync("select from grants.slips")));
        await CloseAsync();
        Assert.Equal(new YesNo(3, 2, 0), await WithDbAsync(async db => (await db.Set<Vote>().SingleAsync()).Outcome));
    }

    [Fact]
    public async Task One_adult_alone_casts_nothing_and_one_slip_alone_is_not_taken()
    {
        await BeginAsync("Bo");
        await AskAsync("Ask: shall we fund it?");
        await VoteAsync("Ade Cas Dee Eli");
        Assert.Contains("One slip alone is not secret.", (await EnterAsync("Yara", yes: 1, no: 0)).Text, StringComparison.Ordinal);
        await EnterAsync("Ade", yes: 1, no: 0);
        Assert.Equal((4L, 0L), (await AskOwnerAsync<long>("select count(*) from grants.voters"), await AskOwnerAsync<long>("select count(*) from grants.slips")));
    }

    [Fact]
    public async Task Amounts_on_paper_count_for_the_one_in_the_middle()
    {
        await BeginAsync("Bo", "Cas");
        await AskAsync("Ask: shall we fund it?");
        await VoteAsync("Ade Dee Eli");
        await EnterAsync("Yara", yes: 2, no: 0);
        await EnterAsync("Yusuf", yes: 2, no: 0);
        await CloseAsync();
        await AskAsync("Ask: how much?");
        foreach (var (name, amount) in new[] { ("Ade", "1,000"), ("Dee", "600"), ("Eli", "700") })
            await NameAsync(name, amount);
        var wrong = await PressAsync("Yara", "Enter the slips", ("Amounts", "800\nmuch"));
        Assert.Contains("Write one amount in figures on each line", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("800\nmuch", wrong.Document.QuerySelector("#slips")!.TextContent.ReplaceLineEndings("\n"));
        foreach (var adult in (string[])["Yara", "Yusuf"])
            await PressAsync(adult, "Enter the slips", ("Amounts", adult == "Yara" ? "800\nnone" : "none\n800"));
        await CloseAsync();
        Assert.Equal(750_00L, await WithDbAsync(db => db.Set<Vote>().Where(vote => vote.Stage == VoteStage.Amount).Select(vote => vote.Amount!.Value).SingleAsync()));
    }

    async Task BeginAsync(params string[] onPaper)
    {
        await ApplyAsync(new CallRules(), ("Pitch", 1000));
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        foreach (var name in onPaper)
            await PressAsync("Yara", "Votes on paper", ("person", $"{People[name].Id}"));
        await TurnToAsync("Pitch");
    }

    async Task<PB.Tests.Town.Page> EnterAsync(string adult, int yes, int no) =>
        await PostAsync(adult, $"{Room}/votes/{await VoteIdAsync()}/slips", ("Yes", $"{yes}"), ("No", $"{no}"), ("Abstain", "0"));

    Task<Guid> VoteIdAsync() => WithDbAsync(db => db.Set<Vote>().Where(vote => vote.ClosedAt == null).Select(vote => vote.Id).SingleAsync());
}
