using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Calls;

namespace PB.Tests.Grants.Calls;

public sealed class CallNoticesTests : CouncilTest
{
    [Fact]
    public async Task The_panel_and_who_is_still_writing_hear_that_a_call_opens_closes_soon_and_has_closed()
    {
        var call = await CallAsync();
        await ApplicationAsync(call, "Camp", 500);
        var draft = new Application(call.Id, People["Max"].Id, Clock.GetUtcNow());
        draft.AskAdult("tom-vale@example.org");
        await ChangeAsync(db => db.AddAsync(draft).AsTask());
        var counts = new List<int>();
        foreach (var moment in new[] { CallOpens.AddMinutes(-1), CallOpens, CallCloses.AddDays(-8), CallCloses.AddDays(-7), CallCloses.AddDays(-1), CallCloses.AddMinutes(14), CallCloses.AddMinutes(15), CallCloses.AddDays(1), CallCloses.AddDays(3) })
        {
            await MoveToAsync(moment);
            await RunAsync<RemindOfCalls>();
            counts.Add(await WithDbAsync(db => db.Messages.CountAsync(mail => mail.Key.StartsWith("grants/call/"))));
        }

        // The eight, Max and his adult; on the last day Max has a mail of his own. Lea’s group has sent theirs.
        Assert.Equal([0, 10, 10, 20, 29, 29, 39, 39, 39], counts);
        Assert.DoesNotContain("lea-moss@example.org", await WithDbAsync(db => db.Messages.Select(mail => mail.To).ToListAsync()));
    }
}
