using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Meetings;

namespace PB.Tests.Grants.Meetings;

/// <summary>Who is written to about a meeting, and about a decision that came back (2.8).</summary>
public sealed class MeetingNoticesTests : MeetingTest
{
    [Fact]
    public async Task All_who_are_to_come_are_invited_and_reminded_a_day_before_and_coordinators_hear_where_too_few_can_take_part()
    {
        var all = await ApplyAsync(new CallRules { Secrecy = VoteSecrecy.Hands }, ("Pitch", 1000), ("Stage", 800));
        foreach (var name in All.Skip(2))
            await DeclareAsync(FirstName(name), all[0], ConflictLevel.Conflict);
        var yara = await PhoneAsync("Yara");
        await yara.PressAsync(await yara.OpenAsync($"{CallPath}/meetings/new"), "Call the meeting", ("Place", "Town hall"), ("StartsAt", "2027-04-15T18:00"));
        // Ten members and two coordinators; nobody reads what is on.
        Assert.Equal(12, await CountAsync("/invite/"));
        Assert.All(await WithDbAsync(db => db.Messages.Where(mail => mail.Key.StartsWith("meeting/")).Select(mail => mail.Subject + mail.Body).ToListAsync()), mail =>
        {
            Assert.Contains("Thursday 15 April, 18:00. Where: Town hall.", mail, StringComparison.Ordinal);
            Assert.DoesNotContain("Pitch", mail, StringComparison.Ordinal);
        });

        await MoveToAsync(new DateTimeOffset(2027, 4, 14, 16, 0, 0, TimeSpan.Zero));
        await RunAsync<RemindOfMeetings>();
        Assert.Equal(0, await CountAsync("/tomorrow/"));
        for (var again = 0; again < 2; again++)
        {
            await MoveToAsync(new DateTimeOffset(2027, 4, 14, 17, again, 0, TimeSpan.Zero));
            await RunAsync<RemindOfMeetings>();
        }

        Assert.Equal(12, await CountAsync("/tomorrow/"));
        Assert.Equal(["yara-wood@example.org", "yusuf-ali@example.org"], await WithDbAsync(db => db.Messages.Where(mail => mail.Key.Contains("/too-few/")).Select(mail => mail.To).Order().ToListAsync()));
    }

    [Fact]
    public async Task The_panel_hears_that_a_decision_came_back_and_the_group_only_that_it_takes_longer()
    {
        var pitch = (await ApplyAsync(new CallRules { Secrecy = VoteSecrecy.Hands }, ("Pitch", 1000)))[0];
        await MoveToAsync(Clock.GetUtcNow().AddMinutes(1));
        await DeclareAsync("Gus", pitch, ConflictLevel.Conflict);
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        await FundByHandsAsync("Pitch", 5);
        await PressAsync("Yara", "End the meeting");
        var (alan, referral) = (await PhoneAsync("Alan"), $"{CallPath}/panel-decisions/{pitch.Ref}/referral");
        await alan.PressAsync(await alan.OpenAsync(referral), "Send it back", ("Ground", "NoMoney"), ("Text", "The council has to save."));

        var mails = await WithDbAsync(db => db.Messages.Where(mail => mail.Key.StartsWith("referral/")).ToListAsync());
        // Nine members without Gus, two coordinators, and Lea and Sue.
        Assert.Equal(13, mails.Count);
        Assert.DoesNotContain(mails, mail => mail.To == People["Gus"].Email);
        Assert.All(mails.Where(mail => mail.Key.Contains("/back/", StringComparison.Ordinal)), mail => Assert.DoesNotContain("Pitch", mail.Subject + mail.Body, StringComparison.Ordinal));
        Assert.Equal(["lea-moss@example.org", "sue-hart@example.org"], mails.Where(mail => mail.Subject == "“Pitch”: the decision takes longer").Select(mail => mail.To).Order());
        Assert.All(mails.Where(mail => mail.To == "lea-moss@example.org"), mail => Assert.DoesNotContain("council", mail.Body, StringComparison.Ordinal));

        await PostAsync("Alan", $"{referral}/end");
        Assert.Equal(11, await CountAsync("/withdrawn/"));
    }

    Task<int> CountAsync(string part) => WithDbAsync(db => db.Messages.CountAsync(mail => mail.Key.Contains(part)));
}
