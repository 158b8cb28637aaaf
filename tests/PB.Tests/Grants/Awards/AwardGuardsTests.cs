using PB.Grants.Applications;

namespace PB.Tests.Grants.Awards;

/// <summary>The steps of an award, out of turn.</summary>
public sealed class AwardGuardsTests : AwardTest
{
    [Fact]
    public async Task An_offer_is_signed_once_answered_once_by_each_and_prolonged_once()
    {
        var project = await OfferedAsync();
        await RefusedAsync("This offer is signed already.", "Alan", project, "signature");
        await RefusedAsync("Nothing is paid before both have accepted the offer, or after the award has ended.", "Yara", project, "instalments/1");
        await RefusedAsync("This award is not under way.", "Alan", project, "ending", ("ending", "Terminated"), ("reason", "So."));
        await PressAsync("Alan", project, "Give the group 28 more days");
        await RefusedAsync("This group was given more time once already.", "Alan", project, "signature/extension");
        await PressAsync("Lea", project, "Yes, we accept");
        await RefusedAsync("You answered this offer already.", "Lea", project, "answer", ("isYes", "true"));
        await PressAsync("Sue", project, "No, thank you");
        await RefusedAsync("You answered this offer already.", "Sue", project, "answer", ("isYes", "true"), ("withLess", "true"));
    }

    [Fact]
    public async Task A_payment_waits_for_each_in_turn_and_an_award_ends_when_all_is_in()
    {
        var project = await RunningAsync(parts: "50, 50");
        await RefusedAsync("Somebody else has to approve this payment first.", "Finn", project, "instalments/1");
        await RefusedAsync("A report is not accepted yet.", "Yara", project, "ending", ("ending", "Completed"));
        await PressAsync("Yara", project, "Approve part 1");
        await PressAsync("Finn", project, "Approve part 1");
        await SendAsync();
        await RefusedAsync("A payment is at the bank. Wait until you know whether it arrived.", "Alan", project, "ending", ("ending", "Terminated"), ("reason", "So."));
    }

    async Task RefusedAsync(string why, string name, Application project, string part, params (string, string?)[] fields) =>
        Assert.Equal([why], (await TamperAsync(await AsAsync(name), $"{PathOf(project)}/{part}", fields)).Errors);
}
