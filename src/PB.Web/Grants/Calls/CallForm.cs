using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Tally;
using PB.Web.Look;
using PB.Web.Proposals;
using PB.Web.Rounds.Setup;

namespace PB.Web.Grants.Calls;

public sealed partial class CallForm
{
    const string Zone = "Europe/London";

    [Display(Name = "What is the call named?")]
    [Required(ErrorMessage = "Give the call a name")]
    [StringLength(120, ErrorMessage = "The name must be 120 characters or fewer")]
    [RegularExpression(@".*[\p{L}\p{Nd}].*", ErrorMessage = "The name needs a letter")]
    public string? Title { get; set => field = Typed.Line(value); }

    [Display(Name = "What do you ask for, in the panel’s own words?")]
    [StringLength(4000, ErrorMessage = "Say it in 4,000 characters or fewer")]
    public string? What { get; set => field = Typed.Lines(value); }

    [Display(Name = "Which panel decides?")]
    public Guid? PanelId { get; set; }

    [Display(Name = "Applications open")]
    public CivicTime Opens { get; set; } = new();

    [Display(Name = "Applications close")]
    public CivicTime Closes { get; set; } = new();

    [Display(Name = "Marking ends")]
    public CivicTime MarkingCloses { get; set; } = new();

    [Display(Name = "The meeting")]
    public CivicTime Meeting { get; set; } = new();

    [Display(Name = "Everybody hears")]
    public CivicTime Publishes { get; set; } = new();

    [Display(Name = "The least that a group can ask for")]
    [StringLength(40, ErrorMessage = "Write it in figures, like 50")]
    public string? MinAward { get; set; }

    [Display(Name = "The most that a group can ask for")]
    [StringLength(40, ErrorMessage = "Write it in figures, like 2,000")]
    public string? MaxAward { get; set; }

    [Display(Name = "The most that one thing can cost")]
    [StringLength(40, ErrorMessage = "Write it in figures, like 1,000")]
    public string? PerItemCap { get; set; }

    [Display(Name = "The most that one organisation gets in 12 months")]
    [StringLength(40, ErrorMessage = "Write it in figures, like 5,000")]
    public string? PerHostCap { get; set; }

    [Display(Name = "From which pots?")]
    public Guid[] PotIds { get; set; } = [];

    internal Fund Fund { get; set; } = null!;
    internal IReadOnlyList<Choice> Pots { get; set; } = [];
    internal IReadOnlyList<Choice> Panels { get; set; } = [];
    CallDates dates = new();
    CallMoney money = new();

    internal static CallForm Of(Call call) => Described(call).Ruled(call);

    static CallForm Described(Call call) => new()
    {
        Title = call.Title,
        What = call.Text,
        PanelId = call.PanelId,
        Opens = CivicTime.Of(call.Dates.OpensAt, Zone),
        Closes = CivicTime.Of(call.Dates.ClosesAt, Zone),
        MarkingCloses = CivicTime.Of(call.Dates.MarkingClosesAt, Zone),
        Meeting = CivicTime.Of(call.Dates.MeetingOn, Zone),
        Publishes = CivicTime.Of(call.Dates.PublishesAt, Zone),
        MinAward = Typed.Sum(call.Money.MinAward, "GBP"),
        MaxAward = Typed.Sum(call.Money.MaxAward, "GBP"),
        PerItemCap = call.Money.PerItemCap is { } cap ? Typed.Sum(cap, "GBP") : null,
        PerHostCap = call.Money.PerHostCap12Months is { } most ? Typed.Sum(most, "GBP") : null,
        PotIds = [.. call.Pots.Select(pot => pot.PotId)],
    };

    internal bool Read(ModelStateDictionary faults, IStringLocalizer<Words> text)
    {
        dates = new CallDates
        {
            OpensAt = Moment(nameof(Opens), Opens, "Applications open", faults, text),
            ClosesAt = Moment(nameof(Closes), Closes, "Applications close", faults, text),
            MarkingClosesAt = Moment(nameof(MarkingCloses), MarkingCloses, "Marking ends", faults, text),
            MeetingOn = Moment(nameof(Meeting), Meeting, "The meeting", faults, text),
            PublishesAt = Moment(nameof(Publishes), Publishes, "Everybody hears", faults, text),
        };
        money = new CallMoney
        {
            MinAward = Sum(nameof(MinAward), MinAward, faults, text) ?? Money.Zero,
            MaxAward = Sum(nameof(MaxAward), MaxAward, faults, text) ?? Money.Zero,
            PerItemCap = Sum(nameof(PerItemCap), PerItemCap, faults, text),
            PerHostCap12Months = Sum(nameof(PerHostCap), PerHostCap, faults, text),
        };
        if (money.MaxAward < money.MinAward)
            faults.AddModelError(nameof(MaxAward), text["The most cannot be less than the least"]);
        if (faults.IsValid && dates is { OpensAt: not null, ClosesAt: not null, MarkingClosesAt: not null, MeetingOn: not null, PublishesAt: not null, AreInOrder: false })
            faults.AddModelError("Closes.Day", text["Put the dates in order; adults have two days after the close to sign, so marking ends later than that"]);
        return faults.IsValid;
    }

    internal void Write(Call call, IReadOnlyCollection<Guid> potsOfFund, DateTimeOffset now)
    {
        call.Describe(Title!, What ?? "");
        call.Schedule(dates);
        call.Offer(money);
        call.Decide(RulesOfPanel());
        call.Use(PotIds.Intersect(potsOfFund));
        call.Require(RulesOf(), now);
    }

    static DateTimeOffset? Moment(string field, CivicTime time, string label, ModelStateDictionary faults, IStringLocalizer<Words> text)
    {
        if (time.Read(Zone, out var moment) is { } refusal)
            faults.AddModelError($"{field}.{(CivicTimeWords.IsAboutTheDay(refusal) ? "Day" : "Hour")}", text[CivicTimeWords.Sentence(refusal), text[label].Value]);
        return moment;
    }

    static Money? Sum(string field, string? typed, ModelStateDictionary faults, IStringLocalizer<Words> text)
    {
        if (Typed.Line(typed) is not { Length: > 0 } line || line == "0")
            return null;
        if (text.WhyNoSum(line, "GBP", out var sum) is { } fault)
            faults.AddModelError(field, fault);
        return sum;
    }
}
