using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Tests.Town;

namespace PB.Tests.Proposals;

public sealed class KeepingADraftTests : IdeasTest
{
    [Theory]
    [InlineData("Title", "Give your idea a title")]
    [InlineData("Description", "Say what your idea is")]
    [InlineData("Place", "Say where it would be")]
    [InlineData("Estimate", "Say what you think it costs")]
    [InlineData("ProposerName", "Give a name to show with the idea")]
    public async Task What_is_missing_is_said_and_nothing_else_is_lost(string field, string sentence)
    {
        var amina = await SignedInAsync(await ResidentAsync());
        var draft = await DraftAsync(amina);

        var page = await amina.PressAsync(draft, "Save and go on", [.. Benches.Where(b => b.Name != field), (field, "   ")]);

        Assert.Equal([sentence], page.Errors);
        Assert.Equal(field, page.Document.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href")![1..]);
        Assert.All(Benches.Where(b => b.Name is "Title" or "Place" or "Estimate" && b.Name != field),
            b => Assert.Equal(b.Value, page.Document.QuerySelector($"#{b.Name}")!.GetAttribute("value")));
        Assert.Contains(sentence, (await amina.OpenAsync($"{draft.Path}/check")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Estimate", "-1", "The cost cannot be less than nothing. Write it in figures, such as 1,500")]
    [InlineData("Estimate", "1000000000000", "The cost is too high. Check the number of noughts")]
    [InlineData("Estimate", "abc", "We cannot read the cost. Write it in figures, such as 1,500 or 1500.50")]
    [InlineData("Estimate", "1.234", "We cannot read the cost. Write it in figures, such as 1,500 or 1500.50")]
    [InlineData("Estimate", "0", "The cost must be more than nothing")]
    [InlineData("Latitude", "91", "The latitude is a number from -90 to 90, such as 51.5072")]
    [InlineData("Latitude", "NaN", "The latitude is a number from -90 to 90, such as 51.5072")]
    [InlineData("Longitude", "181", "The longitude is a number from -180 to 180, such as -0.1276")]
    public async Task A_number_that_is_none_gets_a_sentence(string field, string typed, string sentence)
    {
        var amina = await SignedInAsync(await ResidentAsync());
        var spot = field is "Estimate" ? [] : new (string, string?)[] { (field == "Latitude" ? "Longitude" : "Latitude", "1") };

        var page = await amina.PressAsync(await DraftAsync(amina), "Save and go on", [.. Benches.Where(b => b.Name != field), .. spot, (field, typed)]);

        Assert.Equal([sentence], page.Errors);
        Assert.Equal(typed, page.Document.QuerySelector($"#{field}")!.GetAttribute("value"));
        Assert.Equal("Benches along the river", page.Document.QuerySelector("#Title")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("£1,500", 150000)]
    [InlineData(" 1500.5 ", 150050)]
    [InlineData("100000000", 10000000000)]
    public async Task A_sum_is_read_as_people_write_it(string typed, long pence)
    {
        var amina = await SignedInAsync(await ResidentAsync());
        await WrittenAsync(amina, await DraftAsync(amina), ("Estimate", typed));

        Assert.Equal(pence, (await OnlyProposalAsync()).Estimate!.Value.MinorUnits);
    }

    [Fact]
    public async Task A_description_of_two_megabytes_is_too_long_and_one_of_5000_characters_is_not()
    {
        var amina = await SignedInAsync(await ResidentAsync());
        var draft = await DraftAsync(amina);

        var page = await amina.PressAsync(draft, "Save and go on", ("Title", "Long"), ("Description", new string('a', 2_000_000)));
        Assert.Equal(["Write your idea in 5,000 characters or fewer"], page.Errors);
        Assert.Equal("Long", page.Document.QuerySelector("#Title")!.GetAttribute("value"));

        var lines = string.Concat(Enumerable.Repeat("aaaa\r\n", 1000));
        Assert.Equal("Add photos", (await amina.PressAsync(draft, "Save and go on", [.. Benches.Where(b => b.Name != "Description"), ("Description", lines)])).Heading);
    }

    [Fact]
    public async Task A_script_in_a_title_is_text_and_nonsense_in_an_address_is_no_fault()
    {
        var amina = await SignedInAsync(await ResidentAsync());
        await SentAsync(amina, ("Title", "<script>alert(1)</script>"));

        var page = await Visitor().OpenAsync($"{List}/1");
        Assert.Equal("<script>alert(1)</script>", page.Heading);
        Assert.DoesNotContain(page.Document.QuerySelectorAll("main script"), _ => true);
        Assert.Equal(HttpStatusCode.OK, (await Visitor().OpenAsync($"{List}?q=script&state=nonsense&page=99999999999")).Status);
    }

    [Fact]
    public async Task Nobody_else_opens_a_draft()
    {
        var owner = await SignedInAsync(await ResidentAsync());
        var draft = await DraftAsync(owner);
        var other = await SignedInAsync(await ResidentAsync("Cal Rees"));

        foreach (var path in (string[])["", "/photos", "/check", "/withdrawal", "/kept"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync(draft.Path + path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await Visitor().OpenAsync(draft.Path + path)).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync(draft.Path, ("__RequestVerificationToken", Token(await other.OpenAsync(New))), ("Title", "Mine now"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().OpenAsync("/proposals/drafts/AAAAAAAAAAAAAAAAAAAAAA")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.OpenAsync(draft.Path.Replace("eastfield-2027", "westfield-2027", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task After_the_last_second_for_ideas_nothing_goes_in_and_the_text_is_still_there()
    {
        var amina = await SignedInAsync(await ResidentAsync());
        var draft = await DraftAsync(amina);
        var check = await WrittenAsync(amina, draft);
        await MoveToAsync(Dates.ScreeningFrom!.Value);

        var late = await amina.PressAsync(check, "Send my idea");
        Assert.Equal("Your draft is not sent in", late.Heading);
        Assert.Contains("My grandmother needs them.", late.Text, StringComparison.Ordinal);
        Assert.Null((await OnlyProposalAsync()).SubmittedAt);

        var unsaved = await amina.PressAsync(draft, "Save and go on", [.. Benches.Where(b => b.Name != "Title"), ("Title", "Written too late")]);
        Assert.Contains("The time for ideas in this round has ended", Assert.Single(unsaved.Errors), StringComparison.Ordinal);
        Assert.Equal("Written too late", unsaved.Document.QuerySelector("#Title")!.GetAttribute("value"));

        await MoveToAsync(Dates.ScreeningFrom!.Value.AddTicks(-10));
        Assert.Equal("Your idea is sent in", (await amina.PressAsync(check, "Send my idea")).Heading);
    }

    [Fact]
    public async Task Before_ideas_open_the_page_says_when()
    {
        await MoveToAsync(Dates.IdeasFrom!.Value.AddSeconds(-1));

        Assert.Contains("You can send in ideas from Sunday 7 March 2027, midday (UK time).", (await Visitor().OpenAsync(New)).Text, StringComparison.Ordinal);
        var amina = await SignedInAsync(await ResidentAsync());
        Assert.DoesNotContain((await amina.OpenAsync(New)).Document.QuerySelectorAll("main button"), _ => true);
    }

    [Fact]
    public async Task A_sent_idea_is_not_written_into_from_an_older_window()
    {
        var amina = await SignedInAsync(await ResidentAsync());
        var draft = await DraftAsync(amina);
        await amina.PressAsync(await WrittenAsync(amina, draft), "Send my idea");

        var page = await amina.PressAsync(draft, "Save and go on", [.. Benches.Where(b => b.Name != "Title"), ("Title", "Something else")]);

        Assert.Equal("Your idea is sent in", page.Heading);
        Assert.Equal("Benches along the river", (await OnlyProposalAsync()).Title);
        Assert.Equal(1, await WithDbAsync(db => db.Proposals.CountAsync()));
    }

    static string Token(Page page) => page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
