using Microsoft.EntityFrameworkCore;

namespace PB.Tests.Grants.Awards;

public sealed class SignOverTests : AwardTest
{
    const string Setup = FundPath + "/setup";

    [Fact]
    public async Task A_coordinator_types_in_over_which_sum_a_payment_needs_a_third_yes_and_payments_keep_to_it()
    {
        var yara = await AsAsync("Yara");
        Assert.Equal("2000", (await yara.OpenAsync(Setup)).Document.QuerySelector("input[name=SignOver]")!.GetAttribute("value"));
        foreach (var (typed, faults) in new[] { ("much", 1), ("", 1), ("-5", 1), ("499.99", 0) })
            Assert.Equal(faults, (await yara.PressAsync(await yara.OpenAsync(Setup), "Save", ("SignOver", typed))).Errors.Count);
        Assert.Equal(499_99, await LimitAsync());

        var project = await RunningAsync(sum: "500");
        await ApproveAsync(project, "Yara", "Finn");
        Assert.Contains("Nothing is ready.", (await (await AsAsync("Finn")).OpenAsync(Payments)).Text, StringComparison.Ordinal);
        await ApproveAsync(project, "Alan");
        Assert.Contains($"{project.Ref}-P1", await SendAsync(), StringComparison.Ordinal);

        Assert.Empty((await yara.PressAsync(await yara.OpenAsync(Setup), "Save", ("SignOver", "500"))).Errors);
        var boats = await RunningAsync("Boats", "500");
        await ApproveAsync(boats, "Yara", "Finn");
        Assert.Contains($"{boats.Ref}-P1", await SendAsync(), StringComparison.Ordinal);
        Assert.Empty((await yara.PressAsync(await yara.OpenAsync(Setup), "Save", ("SignOver", "0"))).Errors);
        Assert.Equal(0, await LimitAsync());
    }

    async Task ApproveAsync(PB.Grants.Applications.Application project, params string[] people)
    {
        foreach (var name in people)
            Assert.Empty((await PressAsync(name, project, "Approve part 1")).Errors);
    }

    Task<long> LimitAsync() => WithDbAsync(async db => (await db.Funds.SingleAsync()).SignOver.MinorUnits);
}
