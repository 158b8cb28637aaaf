using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using PB.Rounds;
using PB.Web.Look;

namespace PB.Web.Rounds.Setup;

/// <summary>The calendar in days and hours of the town hall's clock. An empty phase does not take place.</summary>
public sealed class DatesForm
{
    [StringLength(60, ErrorMessage = "Choose a clock from the list")]
    public string? Clock { get; set; }

    public CivicTime IdeasFrom { get; set; } = new();
    public CivicTime ScreeningFrom { get; set; } = new();
    public CivicTime DiscussionFrom { get; set; } = new();
    public CivicTime VotingFrom { get; set; } = new();
    public CivicTime VotingUntil { get; set; } = new();
    public CivicTime DeliveryFrom { get; set; } = new();
    public CivicTime ReviewFrom { get; set; } = new();
    public CivicTime ArchiveFrom { get; set; } = new();

    internal static DatesForm Of(RoundCalendar calendar, string zone) => new()
    {
        Clock = zone,
        IdeasFrom = CivicTime.Of(calendar.IdeasFrom, zone),
        ScreeningFrom = CivicTime.Of(calendar.ScreeningFrom, zone),
        DiscussionFrom = CivicTime.Of(calendar.DiscussionFrom, zone),
        VotingFrom = CivicTime.Of(calendar.VotingFrom, zone),
        VotingUntil = CivicTime.Of(calendar.VotingUntil, zone),
        DeliveryFrom = CivicTime.Of(calendar.DeliveryFrom, zone),
        ReviewFrom = CivicTime.Of(calendar.ReviewFrom, zone),
        ArchiveFrom = CivicTime.Of(calendar.ArchiveFrom, zone),
    };

    /// <summary>Each moment with the name of its field and the key of its label, in order.</summary>
    internal IEnumerable<(string Field, string Label, CivicTime Time)> Times() =>
    [
        (nameof(IdeasFrom), "Ideas open", IdeasFrom),
        (nameof(ScreeningFrom), "Ideas close, checking begins", ScreeningFrom),
        (nameof(DiscussionFrom), "Discussion opens", DiscussionFrom),
        (nameof(VotingFrom), "Voting opens", VotingFrom),
        (nameof(VotingUntil), "Voting closes", VotingUntil),
        (nameof(DeliveryFrom), "Building begins", DeliveryFrom),
        (nameof(ReviewFrom), "Looking back begins", ReviewFrom),
        (nameof(ArchiveFrom), "The round ends", ArchiveFrom),
    ];

    /// <summary>Reads the calendar, and says beside each field what is wrong with it.</summary>
    internal RoundCalendar? Read(string zone, ModelStateDictionary errors, IStringLocalizer<Words> words, string prefix = "")
    {
        var moments = new Dictionary<string, DateTimeOffset?>();
        foreach (var (field, label, time) in Times())
        {
            if (time.Read(zone, out var moment) is { } refusal)
                errors.AddModelError($"{prefix}{field}.{(CivicTimeWords.IsAboutTheDay(refusal) ? nameof(time.Day) : nameof(time.Hour))}",
                    words[CivicTimeWords.Sentence(refusal), words[label].Value]);
            moments[field] = moment;
        }

        var calendar = CalendarOf(moments);
        if (errors.IsValid && calendar.FirstOutOfOrder() is { } phase)
            errors.AddModelError($"{prefix}{FieldOf(phase)}.Day", words["{0}: this must come after the date before it", words[Times().Single(t => t.Field == FieldOf(phase)).Label].Value]);
        return errors.IsValid ? calendar : null;
    }

    static RoundCalendar CalendarOf(Dictionary<string, DateTimeOffset?> moments) => new()
    {
        IdeasFrom = moments[nameof(IdeasFrom)],
        ScreeningFrom = moments[nameof(ScreeningFrom)],
        DiscussionFrom = moments[nameof(DiscussionFrom)],
        VotingFrom = moments[nameof(VotingFrom)],
        VotingUntil = moments[nameof(VotingUntil)],
        DeliveryFrom = moments[nameof(DeliveryFrom)],
        ReviewFrom = moments[nameof(ReviewFrom)],
        ArchiveFrom = moments[nameof(ArchiveFrom)],
    };

    static string FieldOf(RoundPhase phase) => phase switch
    {
        RoundPhase.Ideas => nameof(IdeasFrom),
        RoundPhase.Screening => nameof(ScreeningFrom),
        RoundPhase.Discussion => nameof(DiscussionFrom),
        RoundPhase.Voting => nameof(VotingFrom),
        RoundPhase.Counting or RoundPhase.Result => nameof(VotingUntil),
        RoundPhase.Delivery => nameof(DeliveryFrom),
        RoundPhase.Review => nameof(ReviewFrom),
        RoundPhase.Archived => nameof(ArchiveFrom),
        RoundPhase.Draft or RoundPhase.Announced or RoundPhase.Cancelled => throw new ArgumentOutOfRangeException(nameof(phase), phase, "It has no date."),
    };
}
