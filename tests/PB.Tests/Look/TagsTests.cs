using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PB.Rounds;
using PB.Tally;
using PB.Web.Look;

namespace PB.Tests.Look;

/// <summary>What the tags of the pages write.</summary>
public sealed class TagsTests
{
    readonly PlainPage<IdeaForm> page = new(new IdeaForm());

    /// <summary>Pennies only where there are some; machines get an exact figure.</summary>
    /// <param name="pence">The sum.</param>
    /// <param name="words">What people read.</param>
    /// <param name="value">What machines read.</param>
    [Theory]
    [InlineData(7000, "£70", "70.00")]
    [InlineData(4_870_050, "£48,700.50", "48700.50")]
    [InlineData(0, "£0", "0.00")]
    [InlineData(-130_000, "-£1,300", "-1300.00")]
    public void Money_is_written_without_pennies_where_there_are_none(long pence, string words, string value)
    {
        var data = PlainPage<IdeaForm>.Shown(new MoneyTagHelper { Value = new Money(pence) }).QuerySelector("data")!;
        Assert.Equal((words, value), (data.TextContent, data.GetAttribute("value")));
    }

    /// <summary>Summer and winter, midday and midnight, and a zone that is not ours.</summary>
    /// <param name="at">The instant in UTC.</param>
    /// <param name="zone">Where the clock hangs.</param>
    /// <param name="words">What people read.</param>
    [Theory]
    [InlineData("2026-12-04T20:00:00Z", "Europe/London", "Friday 4 December 2026, 8:00pm (UK time)")]
    [InlineData("2026-07-01T11:00:00Z", "Europe/London", "Wednesday 1 July 2026, midday (UK time)")]
    [InlineData("2026-06-30T23:00:00Z", "Europe/London", "midnight at the start of Wednesday 1 July 2026 (UK time)")]
    [InlineData("2026-12-04T00:30:00Z", "Europe/London", "Friday 4 December 2026, 12:30am (UK time)")]
    [InlineData("2026-12-04T20:00:05Z", "America/New_York", "Friday 4 December 2026, 3:00:05pm (New York time)")]
    public void A_moment_is_said_with_weekday_and_zone(string at, string zone, string words)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
        var instant = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
        var time = PlainPage<IdeaForm>.Shown(new MomentTagHelper(page.Words) { At = instant, Zone = zone }).QuerySelector("time")!;
        Assert.Equal((words, at), (time.TextContent, time.GetAttribute("datetime")));
    }

    /// <summary>The error is beside the field, is read out with it, and what was typed is kept.</summary>
    [Fact]
    public void A_field_keeps_what_was_typed_and_says_what_is_wrong_with_it()
    {
        page.Data.ModelState.SetModelValue("Title", "<b>Bench</b>", "<b>Bench</b>");
        page.Data.ModelState.AddModelError("Title", "Write a longer title");
        var shown = PlainPage<IdeaForm>.Shown(
            new FieldTagHelper(page.Words) { View = page.View, For = page.For("Title"), Hint = "A few words" },
            new TagHelperAttribute("autocomplete", "off"));
        var box = shown.QuerySelector("input")!;
        Assert.Equal("Title of your idea", shown.QuerySelector("label[for=Title]")!.TextContent);
        Assert.Equal("<b>Bench</b>", box.GetAttribute("value"));
        Assert.Equal(("off", "true", "Title-hint Title-error"), (box.GetAttribute("autocomplete"), box.GetAttribute("aria-invalid"), box.GetAttribute("aria-describedby")));
        Assert.Equal("Error: Write a longer title", shown.QuerySelector("#Title-error")!.TextContent.Trim());
    }

    /// <summary>Each item of an enum is a radio with its hint; the one of the form is chosen.</summary>
    [Fact]
    public void Choices_of_an_enum_are_radios_with_hints()
    {
        var shown = PlainPage<IdeaForm>.Shown(new ChoicesTagHelper(page.Words) { View = page.View, For = page.For("Size") });
        var radios = shown.QuerySelectorAll("input[type=radio]");
        Assert.Equal(["Small", "Large"], radios.Select(radio => radio.GetAttribute("value")));
        Assert.Equal("Large", Assert.Single(radios, radio => radio.HasAttribute("checked")).GetAttribute("value"));
        Assert.Equal("Up to £500", shown.QuerySelector("#" + radios[0].GetAttribute("aria-describedby"))!.TextContent);
    }

    /// <summary>The summary follows the form from the top, not the alphabet, and each line leads to its field.</summary>
    [Fact]
    public void The_error_summary_lists_the_fields_in_their_order()
    {
        page.Data.ModelState.AddModelError("Agree", "Tick the box");
        page.Data.ModelState.AddModelError("Title", "Write a title");
        page.Data.ModelState.AddModelError("", "Voting has closed");
        var shown = PlainPage<IdeaForm>.Shown(new ErrorsTagHelper(page.Words) { View = page.View });
        Assert.Equal(["Voting has closed", "Write a title", "Tick the box"], shown.QuerySelectorAll("li").Select(line => line.TextContent));
        Assert.Equal(["#Title", "#Agree"], shown.QuerySelectorAll("li a").Select(link => link.GetAttribute("href")));
    }

    /// <summary>No phase is without a word of its own.</summary>
    [Fact]
    public void Every_phase_has_a_word()
    {
        var words = Enum.GetValues<RoundPhase>()
            .Select(phase => PlainPage<IdeaForm>.Shown(new PhaseTagHelper(page.Words) { Value = phase }).TextContent);
        Assert.Distinct(words);
    }

    internal enum Size
    {
        [Display(Description = "Up to £500")]
        Small,
        Large,
    }

    sealed class IdeaForm
    {
        [Display(Name = "Title of your idea"), StringLength(80)]
        public string? Title { get; set; }

        public Size Size { get; set; } = Size.Large;

        public bool Agree { get; set; }
    }
}
