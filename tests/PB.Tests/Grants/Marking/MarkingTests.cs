using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Marking;
using PB.Tests.Town;

namespace PB.Tests.Grants.Marking;

public sealed class MarkingTests : CouncilTest
{
    const string Marking = CallPath + "/marking", Marks = CallPath + "/marks", Progress = CallPath + "/marking-progress";

    Call call = null!;
    Application pitch = null!, stage = null!;

    protected override async Task SettleAsync()
    {
        await base.SettleAsync();
        call = await CallAsync();
        pitch = await ApplicationAsync(call, "Pitch", 1000);
        stage = await ApplicationAsync(call, "Stage", 800, "Max");
        await OpenMarkingAsync(call);
        await DeclareAllAsync(pitch, stage);
        await LaterAsync();
    }

    Task LaterAsync() => MoveToAsync(Clock.GetUtcNow().AddMinutes(1));

    [Fact]
    public async Task Scenario_15_whoever_has_a_conflict_finds_no_trace_in_list_averages_file_or_address()
    {
        await CardsAsync(pitch, ("Bo", 80), ("Cas", 60));
        await CardsAsync(stage, ("Bo", 70), ("Cas", 74), ("Ade", 60));
        await DeclareAsync("Ade", pitch, ConflictLevel.Conflict);
        var ade = await AsAsync("Ade");

        var mine = await ade.OpenAsync(Marking);
        Assert.DoesNotContain("Pitch", mine.Text, StringComparison.Ordinal);
        Assert.Contains("You have done 1 of 1.", mine.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ade.OpenAsync($"{Marking}/{pitch.Ref}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ade.OpenAsync($"{Marking}/{pitch.Ref}/1")).Status);

        await MoveToAsync(MarkingCloses);
        var (seen, file) = (await ade.OpenAsync(Marks), await ade.OpenAsync($"{Marks}.csv"));
        Assert.DoesNotContain("Pitch", seen.Text + file.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Pitch", (await (await AsAsync("Bo")).OpenAsync(Marks)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scenario_16_a_late_conflict_voids_the_card_and_the_average_is_another()
    {
        await CardsAsync(pitch, ("Bo", 80), ("Cas", 60));
        var bo = await AsAsync("Bo");
        await bo.PressAsync(await bo.OpenAsync($"{CallPath}/reading/{pitch.Ref}"), "I am too close to it", ("Reason", "Family"), ("Note", "My cousin runs it."));
        Assert.DoesNotContain("Pitch", (await bo.OpenAsync(Marking)).Text, StringComparison.Ordinal);
        await MoveToAsync(MarkingCloses);

        var cas = await (await AsAsync("Cas")).OpenAsync(Marks);
        Assert.Equal("60.0", Cell(cas, "Pitch", "Average"));
        Assert.StartsWith("1", Cell(cas, "Pitch", "Cards"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scenario_17_who_knows_them_may_mark()
    {
        await DeclareAsync("Cas", pitch, ConflictLevel.Know);
        var cas = await AsAsync("Cas");
        await HandInAsync(cas, pitch, "4", "5", "3", "2");
        await MoveToAsync(MarkingCloses);
        Assert.Equal("74.0", Cell(await cas.OpenAsync(Marks), "Pitch", "Average"));
    }

    [Fact]
    public async Task Scenario_18_until_the_close_adults_see_ticks_and_no_marks()
    {
        await CardsAsync(pitch, ("Bo", 80), ("Cas", 60));
        foreach (var adult in (string[])["Yara", "Alan"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await (await AsAsync(adult)).OpenAsync(Marks)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await (await AsAsync(adult)).OpenAsync($"{Marks}.csv")).Status);
        }

        var yara = await AsAsync("Yara");
        Assert.Equal(HttpStatusCode.Forbidden, (await yara.OpenAsync($"{Marking}/{pitch.Ref}")).Status);
        var matrix = await yara.OpenAsync(Progress);
        Assert.Equal(2, matrix.Document.QuerySelectorAll("tbody tr:first-child td").Count(cell => cell.TextContent.Contains('✓', StringComparison.Ordinal)));
        Assert.DoesNotContain("80", matrix.Text, StringComparison.Ordinal);
        // Nor do the others of the panel see anything but their own.
        Assert.Equal(HttpStatusCode.Forbidden, (await (await AsAsync("Dee")).OpenAsync(Marks)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await AsAsync("Lea")).OpenAsync(Marks)).Status);
        var others = new Reader(People["Yara"].Id, Decides: false);
        Assert.Equal(0, await WithDbAsync(db => db.CardsSeenBy(call.Id, others, Clock.GetUtcNow()).CountAsync()));

        await MoveToAsync(MarkingCloses);
        Assert.Equal("70.0", Cell(await yara.OpenAsync(Marks), "Pitch", "Average"));
        Assert.Equal(2, await WithDbAsync(db => db.CardsSeenBy(call.Id, others, Clock.GetUtcNow()).CountAsync()));
    }

    [Fact]
    public async Task Scenario_19_a_blank_is_weighed_again_and_two_are_too_many()
    {
        var dee = await AsAsync("Dee");
        var page = await MarkAsync(dee, pitch, "4", "?", "?", "2");
        Assert.Equal("Not enough answered. Give marks for more of the questions, so that your card can count.", Assert.Single((await dee.PressAsync(page, "Hand in my card")).Errors));
        await dee.PressAsync(await dee.OpenAsync($"{Marking}/{pitch.Ref}/2"), "Keep and go on", ("Value", "5"));
        var home = await dee.PressAsync(await dee.OpenAsync($"{Marking}/{pitch.Ref}"), "Hand in my card", ("Comment", "A clear plan."));
        foreach (var again in new[] { await TamperAsync(dee, $"{Marking}/{pitch.Ref}/1", ("Value", "1")), await TamperAsync(dee, $"{Marking}/{pitch.Ref}") })
            Assert.Equal(["You have handed this card in. Take it back first if you want to change it."], again.Errors);
        Assert.Contains("You have done 1 of 2.", home.Text, StringComparison.Ordinal);
        await MoveToAsync(MarkingCloses);
        Assert.Equal("77.5", Cell(await dee.OpenAsync(Marks), "Pitch", "Average"));
    }

    [Fact]
    public async Task Scenario_20_the_average_counts_and_not_the_total()
    {
        await CardsAsync(pitch, ("Bo", 70), ("Cas", 70));
        await CardsAsync(stage, ("Bo", 66), ("Cas", 66), ("Dee", 66), ("Eli", 66));
        await MoveToAsync(MarkingCloses);
        Assert.Equal(["Pitch", "Stage"], Titles(await (await AsAsync("Ade")).OpenAsync(Marks)));
    }

    [Fact]
    public async Task Scenario_21_raw_and_adjusted_averages_stand_side_by_side_with_the_reason()
    {
        var (youth, bikes) = (await ApplicationAsync(call, "Youth", 500), await ApplicationAsync(call, "Bikes", 500));
        await DeclareAllAsync(youth, bikes);
        await CardsAsync(pitch, ("Ade", 80), ("Bo", 60));
        await CardsAsync(stage, ("Ade", 90), ("Cas", 64));
        await CardsAsync(youth, ("Bo", 62), ("Cas", 60));
        await CardsAsync(bikes, ("Ade", 84), ("Bo", 66), ("Cas", 58));
        await MoveToAsync(MarkingCloses);

        var page = await (await AsAsync("Dee")).OpenAsync(Marks);
        Assert.Equal(["Stage", "Pitch", "Bikes", "Youth"], Titles(page));
        Assert.Equal(["77.0", "70.0", "69.3", "61.0"], Titles(page).Select(title => Cell(page, title, "Average")));
        Assert.Equal(["75.9 (place 1)", "67.7 (place 3)", "69.3 (place 2)", "64.4 (place 4)"], Titles(page).Select(title => Cell(page, title, "Adjusted")));
        Assert.Contains("Ade B gives higher marks than others, and read this one.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scenario_22_halves_without_a_shared_reader_are_not_adjusted_and_the_page_says_so()
    {
        await CardsAsync(pitch, ("Ade", 80), ("Bo", 60));
        await CardsAsync(stage, ("Cas", 64));
        await MoveToAsync(MarkingCloses);
        var page = await (await AsAsync("Dee")).OpenAsync(Marks);
        Assert.Contains("There is no adjusted average", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("td[data-label=Adjusted]"));
    }

    [Fact]
    public async Task A_card_can_be_taken_back_until_marking_closes_and_then_nothing_changes_any_more()
    {
        var dee = await AsAsync("Dee");
        await HandInAsync(dee, pitch, "4", "5", "3", "2");
        var card = $"{Marking}/{pitch.Ref}";
        var page = await dee.PressAsync(await dee.OpenAsync(card), "Take it back");
        Assert.Contains("Hand in my card", page.Text, StringComparison.Ordinal);
        var open = await dee.OpenAsync($"{card}/1");
        await MoveToAsync(MarkingCloses);
        Assert.Equal("Marking has closed. Nobody can change a mark any more.", Assert.Single((await dee.PressAsync(open, "Keep and go on", ("Value", "0"))).Errors));
    }

    [Fact]
    public async Task I04_the_database_takes_no_mark_from_somebody_with_a_conflict_nor_a_second_card()
    {
        await CardsAsync(pitch, ("Bo", 80));
        await DeclareAsync("Bo", pitch, ConflictLevel.Conflict);
        await Assert.ThrowsAnyAsync<PostgresException>(() => AskOwnerAsync<long>($"with x as (update grants.marks set value = 0 returning 1) select count(*) from x"));
        await DeclareAsync("Cas", stage, ConflictLevel.Conflict);
        await Assert.ThrowsAsync<DbUpdateException>(() => CardsAsync(stage, ("Cas", 80)));
        await CardsAsync(stage, ("Dee", 80));
        await Assert.ThrowsAsync<DbUpdateException>(() => CardsAsync(stage, ("Dee", 60)));
    }

    [Fact]
    public async Task Reading_is_shared_out_and_each_sees_their_own_pile()
    {
        var yara = await AsAsync("Yara");
        var form = await yara.OpenAsync(CallPath + "/sharing-out");
        Assert.Equal("The call promises 3 cards for each application at the least", Assert.Single((await yara.PressAsync(form, "Share it out", ("Readers", "2"))).Errors));
        await yara.PressAsync(form, "Share it out", ("Readers", "4"));
        var piles = 0;
        foreach (var name in Young)
            piles += (await (await AsAsync(FirstName(name))).OpenAsync(Marking)).Document.QuerySelectorAll("ol li").Length;
        Assert.Equal(8, piles);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await AsAsync("Bo")).OpenAsync(CallPath + "/sharing-out")).Status);
    }

    /// <summary>Through the pages: a mark a criterion, a question mark for "I can't tell".</summary>
    static async Task<Page> MarkAsync(Browser member, Application application, params string[] values)
    {
        var page = await member.OpenAsync($"{Marking}/{application.Ref}/1");
        foreach (var (value, at) in values.Select((value, at) => (value, at)))
            page = await member.PressAsync(page, at + 1 < values.Length ? "Keep and go on" : "Keep and look at my card", ("Value", value));
        return page;
    }

    static async Task<Page> HandInAsync(Browser member, Application application, params string[] values) =>
        await member.PressAsync(await MarkAsync(member, application, values), "Hand in my card");

    /// <summary>Cards worth these values: 6 for each point of the first two criteria, 4 for each of the others.</summary>
    Task CardsAsync(Application application, params (string Name, int Worth)[] cards) => ChangeAsync(db =>
    {
        foreach (var (name, worth) in cards)
        {
            var card = new Card(application.Id, People[name].Id, Clock.GetUtcNow());
            var (x, y) = (from a in Enumerable.Range(0, 11) from b in Enumerable.Range(0, 11) where 6 * a + 4 * b == worth select (a, b)).First();
            foreach (var (criterion, value) in call.Criteria.OrderBy(c => c.Number).Zip([Math.Min(x, 5), Math.Max(x - 5, 0), Math.Min(y, 5), Math.Max(y - 5, 0)]))
                card.Answer(criterion.Id, value);
            card.HandIn(Clock.GetUtcNow());
            db.Add(card);
        }

        return Task.CompletedTask;
    });

    static IEnumerable<string> Titles(Page page) => page.Document.QuerySelectorAll("tbody th").Select(cell => cell.FirstChild!.TextContent.Trim());

    static string Cell(Page page, string title, string label) => string.Join(' ', page.Document.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.FirstChild!.TextContent.Trim() == title)
        .QuerySelector($"td[data-label='{label}']")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
