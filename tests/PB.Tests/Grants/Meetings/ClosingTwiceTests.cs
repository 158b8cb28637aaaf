using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Calls;
using PB.Grants.Meetings;

namespace PB.Tests.Grants.Meetings;

public sealed class ClosingTwiceTests : MeetingTest
{
    [Fact]
    public async Task A_vote_that_is_closed_by_several_taps_at_once_has_one_outcome_and_decides_once()
    {
        await ApplyAsync(new CallRules(), ("Stage", 900), ("Lights", 700));
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        await AskAsync("Ask: fund them all?");
        await VoteAsync("Ade Bo Cas Dee Eli");
        await TapAsync("Close the vote");

        Assert.Equal(2, await WithDbAsync(db => db.Set<Decision>().CountAsync()));
        Assert.Single(await MinutesAsync("Ade"), line => line.Contains("5 yes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task So_has_a_vote_on_one_application()
    {
        await ApplyAsync(new CallRules(), ("Stage", 900), ("Lights", 700));
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        await TurnToAsync("Stage");
        await AskAsync("Ask: shall we fund it?");
        await VoteAsync("Ade Bo Cas", "Dee Eli");
        await TapAsync("Close the vote");

        Assert.Single(await MinutesAsync("Ade"), line => line.Contains("3 yes, 2 no", StringComparison.Ordinal));
    }

    async Task TapAsync(string button)
    {
        var (ade, page) = (await PhoneAsync("Ade"), await LookAsync("Ade"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ade.PressAsync(page, button)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
    }
}
