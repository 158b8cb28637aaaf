using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Marking;

namespace PB.Tests.Grants.Marking;

public sealed class RemindMarkersTests : CouncilTest
{
    [Fact]
    public async Task Who_has_not_finished_is_written_to_when_marking_opens_at_half_time_and_two_days_before_the_end_by_day_and_once()
    {
        var call = await CallAsync();
        var camp = await ApplicationAsync(call, "Camp", 1000);
        await OpenMarkingAsync(call);
        Assert.Equal((8, 0), await AfterAsync(Clock.GetUtcNow()));
        Assert.Equal((8, 0), await AfterAsync(Clock.GetUtcNow().AddHours(1)));

        // Bo has finished, and Cas has a conflict and nothing else to read. Half time is in the night: nobody is written to before the morning.
        await DeclareAsync("Bo", camp, ConflictLevel.None);
        await DeclareAsync("Cas", camp, ConflictLevel.Conflict);
        await HandInAsync(camp, "Bo");
        Assert.Equal((8, 0), await AfterAsync(new DateTimeOffset(2027, 4, 5, 3, 0, 0, TimeSpan.Zero)));
        Assert.Equal((14, 0), await AfterAsync(new DateTimeOffset(2027, 4, 5, 9, 0, 0, TimeSpan.Zero)));
        Assert.Equal((14, 0), await AfterAsync(MarkingCloses.AddDays(-2).AddMinutes(-1)));

        // One card of three: the two coordinators and the chair hear that it may not be enough.
        Assert.Equal((20, 3), await AfterAsync(MarkingCloses.AddDays(-2)));
        Assert.Equal((20, 3), await AfterAsync(MarkingCloses.AddMinutes(-1)));
        Assert.Equal((20, 3), await AfterAsync(MarkingCloses));
        Assert.Equal(0, await WithDbAsync(db => db.Messages.CountAsync(mail => mail.Body.Contains("Camp") || mail.Subject.Contains("Camp"))));
    }

    /// <summary>How many mails there are then about marks to give, and about too few cards.</summary>
    async Task<(int Mark, int TooFew)> AfterAsync(DateTimeOffset moment)
    {
        await MoveToAsync(moment);
        await RunAsync<RemindMarkers>();
        await RunAsync<RemindMarkers>();
        return (await WithDbAsync(db => db.Messages.CountAsync(mail => mail.Key.StartsWith("grants/marking/"))), await WithDbAsync(db => db.Messages.CountAsync(mail => mail.Key.StartsWith("grants/too-few-cards/"))));
    }

    Task HandInAsync(Application application, string name) => ChangeAsync(async db =>
    {
        var card = new Card(application.Id, People[name].Id, Clock.GetUtcNow());
        foreach (var criterion in await db.Calls.SelectMany(call => call.Criteria).ToListAsync())
            card.Answer(criterion.Id, 4);
        card.HandIn(Clock.GetUtcNow());
        db.Add(card);
    });
}
