using Microsoft.EntityFrameworkCore;

namespace PB.Tests.Proposals;

public sealed class PassingAnIdeaOnTests : IdeasTest
{
    [Fact]
    public async Task An_idea_outside_the_pot_is_passed_on_with_a_reference_and_its_outcome_is_told()
    {
        await SentAsync(await SignedInAsync(await ResidentAsync()));
        var officer = await SignedInAsync(await OfficerAsync());
        var form = await officer.OpenAsync($"{List}/1/passing-on");
        Assert.Equal(3, (await officer.PressAsync(form, "Pass it on")).Errors.Count);
        await officer.PressAsync(form, "Pass it on", ("ToWhom", "Highways"), ("Reference", "HW-2027-114"), ("Because", "The road belongs to the county."));

        var page = await Visitor().OpenAsync($"{List}/1");
        Assert.Contains("It is passed on to Highways. Their reference: HW-2027-114", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Not on the ballot", page.Text, StringComparison.Ordinal);
        Assert.Contains("Benches along the river", (await Visitor().OpenAsync($"{List}?state=PassedOn")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Benches", (await Visitor().OpenAsync($"{List}?state=NotOnTheBallot")).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing waits for you.", (await officer.OpenAsync("/desk/screening")).Text, StringComparison.Ordinal);

        await MoveToAsync(Closing);
        officer = Visitor();
        await officer.OpenAsync($"{Town.DoorKeeper.Path}?email=otis-hale@example.org");
        await officer.PressAsync(await officer.OpenAsync($"{List}/1/passing-on/outcome"), "Publish it", ("Outcome", "Two benches stand since June."));
        Assert.Contains("Two benches stand since June.", (await Visitor().OpenAsync($"{List}/1")).Text, StringComparison.Ordinal);
        Assert.Equal(["We have your idea “Benches along the river”", "What came of “Benches along the river”", "Your idea “Benches along the river” is passed on"],
            await WithDbAsync(db => db.Messages.OrderBy(message => message.Subject).Select(message => message.Subject).ToListAsync()));
    }
}
