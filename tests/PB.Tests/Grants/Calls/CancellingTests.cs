using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Calls;

namespace PB.Tests.Grants.Calls;

public sealed class CancellingTests : CouncilTest
{
    [Fact]
    public async Task A_coordinator_cancels_a_call_with_a_reason_and_everybody_in_it_is_told()
    {
        var (call, path) = (await CallAsync(), $"{CallPath}/ending");
        var camp = await ApplicationAsync(call, "Camp", 500);
        await OpenMarkingAsync(call);
        await DeclareAsync("Bo", camp, ConflictLevel.None);
        var (yara, bo) = (await AsAsync("Yara"), await AsAsync("Bo"));
        foreach (var name in (string[])["Ade", "Alan", "Lea"])
            Assert.NotEqual(HttpStatusCode.OK, (await (await AsAsync(name)).OpenAsync(path)).Status);
        Assert.Equal(["Say why"], (await yara.PressAsync(await yara.OpenAsync(path), "Cancel the call")).Errors);

        await yara.PressAsync(await yara.OpenAsync(path), "Cancel the call", ("Because", "The money is needed for the flood."));

        // Lea, Sue, and the eight members.
        Assert.Equal(10, await WithDbAsync(db => db.Messages.CountAsync(mail => mail.Key.StartsWith("grants/cancelled/"))));
        Assert.Contains("The money is needed for the flood.", (await Visitor().OpenAsync(CallPath)).Text, StringComparison.Ordinal);
        Assert.Equal(["It is too late: the decisions are out, or the call was cancelled before."], (await TamperAsync(yara, path, ("Because", "Twice."))).Errors);
        Assert.Equal(["You cannot give marks here now."], (await TamperAsync(bo, $"{CallPath}/marking/{camp.Ref}/1", ("Value", "3"))).Errors);
    }

    [Fact]
    public async Task How_the_panel_marks_and_decides_is_set_before_the_call_and_printed()
    {
        await CallAsync(announced: false);
        var yara = await AsAsync("Yara");
        Assert.Equal(["Write a number from 1 to 20"], (await yara.PressAsync(await yara.OpenAsync($"{CallPath}/setup"), "Save", ("MinCards", "0"))).Errors);
        await yara.PressAsync(await yara.OpenAsync($"{CallPath}/setup"), "Save", ("MinCards", "5"), ("Secrecy", "Hands"), ("Ties", "DrawLots"), ("Allocation", "StrictOrder"), ("AppealDays", "15"), ("PapersFor", "Residential"));

        Assert.Equal(new CallRules { MinCards = 5, Secrecy = VoteSecrecy.Hands, Ties = GrantTieRule.DrawLots, Allocation = AllocationRule.StrictOrder, AppealDays = 15 }, await WithDbAsync(db => db.Calls.Select(call => call.Rules).SingleAsync()));
        var page = (await yara.OpenAsync(CallPath)).Text;
        foreach (var words in (string[])["read by at least 5 members", "How we vote: By show of hands", "After two ties: We draw lots", "When the money runs out: We stop at the first one", "you have 15 working days to say so", "add a photo of your plan for keeping everybody safe: Staying away overnight"])
            Assert.Contains(words, page, StringComparison.Ordinal);
    }
}
