using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Proposals;
using PB.Tests.Town;

namespace PB.Tests.Proposals;

public sealed class ChangingAnIdeaTests : IdeasTest
{
    [Fact]
    public async Task Each_change_is_a_version_and_everybody_sees_what_is_different_and_why()
    {
        var amina = await SignedInAsync(await ResidentAsync());
        var sent = await SentAsync(amina);
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().OpenAsync($"{List}/1/versions/2")).Status);

        var page = await amina.PressAsync(await amina.OpenAsync($"{sent.Path}/revision"), "Save the change",
            ("Description", "Places to sit.\n\nMy grandmother needs them."), ("CostLines", "Benches: 1800"), ("Because", "The price was wrong."));

        Assert.Equal($"{List}/1", page.Path);
        Assert.Contains("£1,800", page.Text, StringComparison.Ordinal);
        var versions = await Visitor().OpenAsync($"{List}/1/versions");
        Assert.Contains("Version 2: changed by its proposer", versions.Text, StringComparison.Ordinal);
        var difference = await Visitor().OpenAsync($"{List}/1/versions/2");
        Assert.Contains("Why: The price was wrong.", difference.Text, StringComparison.Ordinal);
        Assert.Equal(["rest.", "£1,500.50"], Words(difference, "del"));
        Assert.Equal(["sit.", "£1,800", "Benches: £1,800"], Words(difference, "ins"));
    }

    [Fact]
    public async Task A_change_needs_a_reason_something_that_is_different_and_open_ideas()
    {
        var person = await ResidentAsync();
        var amina = await SignedInAsync(person);
        var sent = await SentAsync(amina);
        var form = await amina.OpenAsync($"{sent.Path}/revision");
        Assert.Equal(["Say what you change, and why: everybody can read it"], (await amina.PressAsync(form, "Save the change", ("Title", "Seats"))).Errors);
        Assert.Equal(["Nothing is different yet. Change something, or go back."], (await amina.PressAsync(form, "Save the change", ("Because", "So"))).Errors);
        Assert.Equal(["Give your idea a title"], (await amina.PressAsync(form, "Save the change", ("Title", " "), ("Because", "So"))).Errors);

        await MoveToAsync(Dates.ScreeningFrom!.Value);
        amina = await SignedInAsync(person);
        await amina.PressAsync(form, "Save the change", ("Title", "Seats"), ("Because", "So"));
        Assert.Equal("Benches along the river", (await OnlyProposalAsync()).Title);
    }

    [Fact]
    public async Task An_officer_changes_a_text_only_with_a_public_note_and_its_proposer_is_told()
    {
        await SentAsync(await SignedInAsync(await ResidentAsync()));
        await MoveToAsync(Dates.ScreeningFrom!.Value);
        var officer = await SignedInAsync(await OfficerAsync());
        var form = await officer.OpenAsync($"{List}/1/revision");
        Assert.Equal(["Say what you change, and why: everybody can read it"], (await officer.PressAsync(form, "Save the change", ("Title", "Seats"))).Errors);

        await officer.PressAsync(form, "Save the change", ("Title", "Seats along the river"), ("Because", "We agreed on the telephone."));

        var difference = await Visitor().OpenAsync($"{List}/1/versions/2");
        Assert.Contains("changed by an officer of the council", difference.Text, StringComparison.Ordinal);
        var letter = await WithDbAsync(db => db.Messages.OrderByDescending(message => message.Id).FirstAsync());
        Assert.Equal("amina-yusuf@example.org", letter.To);
        Assert.Contains("/rounds/eastfield-2027/proposals/1/versions/2", letter.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await SignedInAsync(await ResidentAsync("Bryn"))).OpenAsync($"{List}/1/revision")).Status);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("a b c", "a c d")]
    [InlineData("one two\nthree", "three\none two")]
    [InlineData("the  same", "the  same")]
    public void A_difference_put_together_again_gives_both_texts(string before, string after)
    {
        var pieces = WordDifference.Of(before, after);

        Assert.Equal(before, string.Concat(pieces.Where(piece => piece.Kind != PieceKind.New).Select(piece => piece.Words)));
        Assert.Equal(after, string.Concat(pieces.Where(piece => piece.Kind != PieceKind.Gone).Select(piece => piece.Words)));
    }

    static IEnumerable<string> Words(Page page, string tag) =>
        page.Document.QuerySelectorAll(tag).Select(piece => piece.TextContent.Split(':', 2)[1].Trim());
}
