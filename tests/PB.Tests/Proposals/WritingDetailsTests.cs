using Microsoft.EntityFrameworkCore;

namespace PB.Tests.Proposals;

public sealed class WritingDetailsTests : IdeasTest
{
    [Fact]
    public async Task Costs_piece_by_piece_make_the_estimate_and_everybody_reads_what_comes_later()
    {
        var amina = await SignedInAsync(await ResidentAsync());
        var photos = await amina.PressAsync(await DraftAsync(amina), "Save and go on", [.. Benches]);
        var details = await amina.OpenAsync(photos.Path.Replace("/photos", "/details", StringComparison.Ordinal));
        var check = await amina.PressAsync(details, "Save and check",
            ("CostLines", "Three benches: 1,350\nA path: with gravel: £600.50"), ("RunningCosts", "40"), ("RunningCostsBy", "The parks department"),
            ("OwnerAfter", "The council"), ("OtherPlaces", "Mill Lane\nOld Quay, 51.505, -0.095\nPark Gate 51.506,-0.096"));
        Assert.Contains("£1,950.50", check.Text, StringComparison.Ordinal);
        await amina.PressAsync(check, "Send my idea");

        var page = await Visitor().OpenAsync($"{List}/1");
        foreach (var part in (string[])["£1,350", "A path: with gravel", "£600.50", "£40", "Paid by: The parks department", "The council", "Mill Lane", "Old Quay"])
            Assert.Contains(part, page.Text, StringComparison.Ordinal);
        Assert.Equal(2, page.Document.QuerySelectorAll(".pb-map__pin").Length);
        Assert.Equal(2, (await Visitor().OpenAsync(List)).Document.QuerySelectorAll(".pb-map__pin").Length);
        Assert.Equal(195050, (await OnlyProposalAsync()).Estimate!.Value.MinorUnits);
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_is_named_and_nothing_is_kept()
    {
        var amina = await SignedInAsync(await ResidentAsync());
        var draft = await DraftAsync(amina);

        var page = await amina.PressAsync(await amina.OpenAsync($"{draft.Path}/details"), "Save and check",
            ("CostLines", "Benches: 900\nA path 600"), ("RunningCosts", "some"), ("OtherPlaces", "Mill Lane\nNowhere, 95.1, 0"));

        Assert.Equal(
        [
            "Line 2: write what it is, a colon and what it costs, such as “Bench: 450”",
            "We cannot read the cost. Write it in figures, such as 1,500 or 1500.50",
            "Line 2: write a place, and if you know them its latitude and longitude, such as “River Walk, 51.5072, -0.1276”",
        ], page.Errors.OrderBy(error => error.StartsWith("Line 2: write a", StringComparison.Ordinal) ? 2 : error.StartsWith("We", StringComparison.Ordinal) ? 1 : 0));
        Assert.Equal(0, await WithDbAsync(db => db.Set<PB.Proposals.ProposalCost>().CountAsync()));
    }

    [Fact]
    public async Task Somebody_who_is_asked_to_join_is_named_only_after_saying_yes()
    {
        var amina = await SignedInAsync(await ResidentAsync());
        var sent = await SentAsync(amina);
        await amina.PressAsync(await amina.OpenAsync($"{sent.Path}/together"), "Ask them", ("Name", "Bryn Parry"), ("Email", "Bryn@example.org"));
        var letter = await WithDbAsync(db => db.Messages.SingleAsync(message => message.To == "bryn@example.org"));
        var link = letter.Body.Split('\n').Single(line => line.Contains("/together/", StringComparison.Ordinal));
        Assert.DoesNotContain("Bryn", (await Visitor().OpenAsync($"{List}/1")).Text, StringComparison.Ordinal);

        var bryn = Visitor();
        var yes = await bryn.PressAsync(await bryn.OpenAsync(new Uri(link).PathAndQuery), "Yes, with my name", ("name", "Bryn P."));
        Assert.Contains("You said yes.", yes.Text, StringComparison.Ordinal);
        Assert.Contains("Together with Bryn P.", (await Visitor().OpenAsync($"{List}/1")).Text, StringComparison.Ordinal);

        await bryn.PressAsync(yes, "No");
        Assert.DoesNotContain("Bryn", (await Visitor().OpenAsync($"{List}/1")).Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await Visitor().OpenAsync("/proposals/together/nobody-has-this")).Status);
    }
}
