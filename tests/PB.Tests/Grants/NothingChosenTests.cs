using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Tests.Grants.Awards;

namespace PB.Tests.Grants;

public sealed class NothingChosenTests : AwardTest
{
    [Fact]
    public async Task A_vote_or_an_answer_in_which_nothing_was_chosen_counts_as_nothing_and_says_so()
    {
        var bikes = await OfferedAsync();
        var camp = await ApplicationAsync(Call, "Camp", 500);
        await OpenMarkingAsync(Call);
        await DeclareAsync("Bo", camp, ConflictLevel.None);
        Clock.MoveTo(Clock.GetUtcNow().AddMinutes(1));
        await DeclareAsync("Cas", camp, ConflictLevel.Conflict);
        var rule = await WithDbAsync(db => db.Set<EligibilityRule>().Select(one => one.Id).FirstAsync());
        foreach (var (name, path, sent, why) in new (string, string, (string, string?)[], string)[]
        {
            ("Lea", $"{PathOf(bikes)}/answer", [("withLess", "true")], "Press yes or no: nothing was chosen."),
            ("Bo", $"{CallPath}/reading/{camp.Ref}/interest", [("Reason", "Family")], "Press one of the three: nothing was chosen."),
            ("Bo", $"{CallPath}/criteria/votes", [], "Press one of the three: nothing was chosen."),
            ("Finn", $"{CallPath}/organisations/{camp.Ref}", [], "Press one of the two: nothing was chosen."),
            ("Yara", $"{CallPath}/checks/{camp.Ref}", [("RuleId", $"{rule}"), ("Note", "Fine.")], "Say whether it meets the rule: nothing was chosen."),
            ("Yara", $"{CallPath}/interests", [("Application", $"{camp.Id}"), ("Person", $"{People["Cas"].Id}"), ("Because", "It is over.")], "Press one of the two: nothing was chosen."),
        })
            Assert.Contains(why, (await TamperAsync(await AsAsync(name), path, sent)).Text, StringComparison.Ordinal);

        Assert.Equal((null, 0, 0), (await WithDbAsync(db => db.Awards.Select(award => award.DeclinedAt).SingleAsync()), await WithDbAsync(db => db.EligibilityChecks.CountAsync()), await WithDbAsync(db => db.ConflictLowerings.CountAsync())));
        Assert.Equal(0, await WithDbAsync(db => db.Set<WeightVote>().CountAsync()));
        Assert.Equal(2, await WithDbAsync(db => db.ConflictDeclarations.CountAsync()));
    }
}
