using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PB.Ballots;
using PB.Roll;

namespace PB.Tests.People;

public sealed class MyPageTests : AccountTest
{
    [Fact]
    public async Task My_page_shows_that_I_voted_and_after_the_close_no_receipt()
    {
        var round = await VotingRoundAsync(null, 100_00, ("Benches", 60), ("Trees", 70));
        var amina = await VoterAsync();
        var voter = await WithDbAsync(db => db.Voters.AsNoTracking().SingleAsync(v => v.PersonId == amina.Id));
        await using (var scope = Hall.Services.CreateAsyncScope())
            Assert.Null(await scope.ServiceProvider.GetRequiredService<BallotBox>()
                .CastAsync(voter, round, new BallotEntry([1], Channel.Web, "form-1", 0), TestContext.Current.CancellationToken));
        await ChangeAsync(db => db.AddAsync(new RoundFollower(round.Id, amina.Id, Clock.GetUtcNow())).AsTask());
        var browser = await SignedInAsync(amina);

        var open = await browser.OpenAsync("/me");
        Assert.NotNull(open.Document.QuerySelector($"a[href='/rounds/{round.Slug}/ballot/receipt']"));
        Assert.Equal(2, open.Document.QuerySelectorAll($"a[href='/rounds/{round.Slug}']").Length);
        await MoveToAsync(Closing);

        var closed = await browser.OpenAsync("/me");
        Assert.Null(closed.Document.QuerySelector($"a[href='/rounds/{round.Slug}/ballot/receipt']"));
        Assert.Contains("What you chose is secret", closed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_can_change_my_name()
    {
        var browser = await SignedInAsync(await ResidentAsync());
        var form = await browser.OpenAsync("/me/name");

        Assert.Equal(["Enter your name"], (await browser.PressAsync(form, "Save my name", ("Name", "  "))).Errors);
        Assert.Contains("Amina Rees", (await browser.PressAsync(form, "Save my name", ("Name", "Amina Rees"))).Text, StringComparison.Ordinal);
    }
}
