using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Awards;
using PB.Grants.Calls;

namespace PB.Tests.Grants.Awards;

public sealed class AssetTests : AwardTest
{
    [Fact]
    public async Task Edge_20_a_report_is_not_in_before_it_is_said_who_keeps_what_cost_more_than_five_hundred_pounds()
    {
        var project = await RunningAsync(budget: Budget(("A kiln", 900, true), ("Clay", 600, false), ("A wheel", 500, true)));
        var lea = await AsAsync("Lea");
        var report = $"{PathOf(project)}/report";
        (string, string?)[] story = [("Story", "We fired pots."), ("YoungPeople", "12")];
        Assert.Equal(["Something on your budget costs more than £500. Say first who keeps it."], (await lea.PressAsync(await lea.OpenAsync(report), "Send the report", story)).Errors);
        Assert.Null((await WithDbAsync(db => db.Reports.SingleAsync())).SubmittedAt);

        var things = $"{PathOf(project)}/things";
        var page = await lea.OpenAsync(things);
        Assert.InRange(PlainWords.YearOf(PlainWords.SentencesOf(page)), -3, 5);
        Assert.Equal("A kiln", page.Document.QuerySelector("main h2")!.TextContent);
        Assert.Equal(["Say on which day you bought it, like 27 3 2027", "Say who keeps it, and where"], (await lea.PressAsync(page, "Write it down", ("IsBought", "True"))).Errors.Order());
        Assert.Empty((await lea.PressAsync(await lea.OpenAsync(things), "Write it down", ("IsBought", "True"), ("BoughtOn", "2027-03-01"), ("Holder", "Bikes Trust, the shed"))).Errors);

        Assert.Empty((await lea.PressAsync(await lea.OpenAsync(report), "Send the report", story)).Errors);
        Assert.NotNull((await WithDbAsync(db => db.Reports.SingleAsync())).SubmittedAt);
        Assert.Contains("Until 1 March 2030 nobody sells it", (await lea.OpenAsync(things)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sold_or_broken_a_coordinator_writes_down_and_outsiders_read_nothing_of_it()
    {
        var project = await RunningAsync(budget: Budget(("A kiln", 900, true), ("A tent", 600, true)));
        var (lea, yara, things) = (await AsAsync("Lea"), await AsAsync("Yara"), $"{PathOf(project)}/things");
        await lea.PressAsync(await lea.OpenAsync(things), "Write it down", ("IsBought", "True"), ("BoughtOn", "2027-03-01"), ("Holder", "Bikes Trust, the shed"));
        Assert.Empty((await lea.PressAsync(await lea.OpenAsync(things), "Write it down", ("IsBought", "False"))).Errors);
        Assert.Contains("Not bought.", (await lea.OpenAsync(things)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("It is kept no longer", string.Join(' ', Buttons(await lea.OpenAsync(things))), StringComparison.Ordinal);

        Assert.Equal(["Say what became of it, in 500 characters or fewer"], (await yara.PressAsync(await yara.OpenAsync(things), "It is kept no longer: A kiln", ("because", " "))).Errors);
        var tooLong = await yara.PressAsync(await yara.OpenAsync(things), "It is kept no longer: A kiln", ("because", new string('x', 501)));
        Assert.Equal(new string('x', 501), tooLong.Document.QuerySelector("main [name=because]")!.GetAttribute("value"));
        Assert.Empty((await yara.PressAsync(await yara.OpenAsync(things), "It is kept no longer: A kiln", ("because", "It burned out, and was thrown away."))).Errors);
        Assert.Contains("Kept no longer: It burned out", (await lea.OpenAsync(things)).Text, StringComparison.Ordinal);
        foreach (var name in (string[])["Max", "Cas"])
            Assert.Equal(HttpStatusCode.NotFound, (await (await AsAsync(name)).OpenAsync(things)).Status);
        Assert.Equal(2, await WithDbAsync(db => db.Set<Asset>().CountAsync()));
    }

    static BudgetWords[] Budget(params (string What, int Pounds, bool Lasts)[] lines) =>
        [.. lines.Select(line => new BudgetWords(BudgetCategory.Equipment, line.What, 1, new Tally.Money(line.Pounds * 100), line.Lasts))];
}
