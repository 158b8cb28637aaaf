using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PB.Ballots;
using PB.Results;
using PB.Tally;
using PB.Tests.Town;
using PB.Web.Look;
using PB.Web.Results;

namespace PB.Tests.Results;

public sealed class StepWordsTests : TownTest
{
    [Fact]
    public async Task Every_outcome_has_a_verdict_and_a_reason()
    {
        var (page, text) = (await PageAsync(), Hall.Services.GetRequiredService<IStringLocalizer<Words>>());

        foreach (var outcome in Enum.GetValues<Outcome>())
        {
            var step = page.Steps[0] with { Outcome = outcome, ExcludedBy = outcome is Outcome.Excluded ? 2 : null, Reason = "The school is paid for already." };
            Assert.EndsWith("unded", text.Verdict(step), StringComparison.Ordinal);
            Assert.Matches("^[^{}]+\\.$", text.Why(step, page));
        }
    }

    [Fact]
    public async Task An_excluded_project_is_told_by_which_one()
    {
        var (page, text) = (await PageAsync(), Hall.Services.GetRequiredService<IStringLocalizer<Words>>());

        Assert.Equal("Only one of it and project 2, Trees, could be funded, and that one came first.",
            text.Why(page.Steps[0] with { Outcome = Outcome.Excluded, ExcludedBy = 2 }, page));
    }

    [Theory]
    [InlineData(null, null, "")]
    [InlineData(1, null, "It would have needed 1 more vote.")]
    [InlineData(35, null, "It would have needed 35 more votes.")]
    [InlineData(null, 17_600_00L, "It would have had to cost £17,600 less.")]
    [InlineData(1, 50L, "It would have needed 1 more vote, or to cost £0.50 less.")]
    [InlineData(35, 17_600_00L, "It would have needed 35 more votes, or to cost £17,600 less.")]
    public async Task What_was_missing_is_told_in_votes_and_in_money(int? votes, long? cheaper, string sentence)
    {
        var (page, text) = (await PageAsync(), Hall.Services.GetRequiredService<IStringLocalizer<Words>>());
        var step = page.Steps[0] with { VotesShort = votes, CheaperBy = cheaper is { } sum ? new Money(sum) : null };

        Assert.Equal(sentence, text.Missing(step, page));
    }

    async Task<ResultPage> PageAsync()
    {
        var round = await VotingRoundAsync(null, 100_00, ("Benches", 60), ("Trees", 70));
        await MoveToAsync(Closing);
        await RunAsync<CountClosedRounds>();
        await using var scope = Hall.Services.CreateAsyncScope();
        var paper = await scope.ServiceProvider.GetRequiredService<BallotGate>().PaperAsync(round, TestContext.Current.CancellationToken);
        var result = await WithDbAsync(db => db.Results.SingleAsync());
        return new ResultPage(round, result, ResultDocument.Read(result.Document), paper!) { Standing = null!, MayAnswer = false };
    }
}
