using Microsoft.EntityFrameworkCore;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Grants.Meetings;

namespace PB.Tests.Grants.Meetings;

public sealed class PotQuestionTests : MeetingTest
{
    static readonly DateOnly LastDay = DateOnly.FromDateTime(MeetingOn.UtcDateTime.AddDays(-1));

    [Theory]
    [InlineData("5", "0", "CarryOut CarryIn", 5000_00, "“General”: we keep £5,000 for another year")]
    [InlineData("1", "4", "CarryOut", 0, "“General”: £5,000 goes back to the council")]
    public async Task What_is_left_in_a_pot_after_its_last_day_is_on_the_agenda_and_the_panel_says_what_becomes_of_it(string yes, string no, string entries, long left, string minute)
    {
        await AskedAsync(new CallRules { Secrecy = VoteSecrecy.Hands });
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        Assert.Contains("“General”: £5,000 left. The last day was 10 April 2027.", (await LookAsync("Dee")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ask: keep it", (await LookAsync("Dee")).Text, StringComparison.Ordinal);
        await AskAsync("Ask: keep it for another year? General");
        Assert.Contains("Yes: we keep it for another year. No: it goes back to the council.", (await LookAsync("Bo")).Text, StringComparison.Ordinal);

        await PressAsync("Ade", "Close the vote", ("Yes", "2"), ("No", "2"), ("Abstain", "1"));
        Assert.Equal(1, await WithDbAsync(db => db.Set<PotQuestion>().CountAsync(asked => asked.SettledAt == null)));
        await AskAsync("Ask: keep it for another year? General");
        await PressAsync("Ade", "Close the vote", ("Yes", yes), ("No", no));

        Assert.Contains(await MinutesAsync("Cas"), line => line.EndsWith(minute, StringComparison.Ordinal));
        Assert.Equal(entries, string.Join(' ', await WithDbAsync(db => db.PotEntries.Where(entry => entry.Kind != PotEntryKind.Allocate).OrderBy(entry => entry.Kind == PotEntryKind.CarryIn).Select(entry => entry.Kind).ToListAsync())));
        Assert.Equal(left, await AskOwnerAsync<long>("select sum(grants.sign_of(kind) * amount)::bigint from grants.pot_entries"));
        Assert.Equal(left > 0 ? LastDay.AddYears(1) : LastDay, await WithDbAsync(db => db.FundPots.Select(pot => pot.SpendBy!.Value).SingleAsync()));
        await RunAsync<AskAboutPots>();
        Assert.DoesNotContain("Money that is left", (await LookAsync("Dee")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_secret_each_votes_on_a_pot_once_and_nobody_asks_about_it_without_a_quorum_or_while_something_else_is_open()
    {
        await AskedAsync(new CallRules());
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        var question = await WithDbAsync(db => db.Set<PotQuestion>().SingleAsync());
        await PressAsync("Ade", "Talk about this one: Pitch");
        Assert.Contains("Finish what you are talking about first.", (await OpenAsync("Ade", question)).Text, StringComparison.Ordinal);
        await PressAsync("Ade", "Go on");
        await PressAsync("Ade", "Put it off");
        Assert.Contains("The chair does that.", (await OpenAsync("Bo", question)).Text, StringComparison.Ordinal);
        await PressAsync("Yara", "Has left", ("person", $"{People["Eli"].Id}"));
        Assert.Contains("There are too few in the room", (await OpenAsync("Ade", question)).Text, StringComparison.Ordinal);
        await ComeAsync("Eli");
        await OpenAsync("Ade", question);
        await VoteAsync("Ade Bo Cas", "Dee Eli");
        await CloseAsync();
        Assert.True((await WithDbAsync(db => db.Set<PotQuestion>().SingleAsync())).Kept);
    }

    async Task<Town.Page> OpenAsync(string name, PotQuestion question) => await PostAsync(name, $"{Room}/votes", ("item", $"{question.Id}"), ("stage", nameof(VoteStage.KeepPot)));

    /// <summary>The day after the pot's last one, with one application on the agenda.</summary>
    async Task AskedAsync(CallRules rules)
    {
        await ApplyAsync(rules, ("Pitch", 1000));
        await ChangeAsync(async db => (await db.FundPots.SingleAsync()).SpendUntil(LastDay, CarryRule.Ask));
        await MoveToAsync(new DateTimeOffset(LastDay, new TimeOnly(12, 0), TimeSpan.Zero));
        await RunAsync<AskAboutPots>();
        Assert.Equal(0, await WithDbAsync(db => db.Set<PotQuestion>().CountAsync()));
        await MoveToAsync(MeetingOn);
        await RunAsync<AskAboutPots>();
        await RunAsync<AskAboutPots>();
        Assert.Equal(1, await WithDbAsync(db => db.Set<PotQuestion>().CountAsync()));
    }
}
