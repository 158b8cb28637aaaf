using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using PB.Grants;
using PB.Grants.Awards;
using PB.Web.Look;
using PB.Web.Proposals;

namespace PB.Web.Grants.Awards;

public sealed class FeedbackForm
{
    [Display(Name = "Something strong")]
    [StringLength(1000, ErrorMessage = "Write it in 1,000 characters or fewer")]
    public string? Strength { get; set; }

    [Display(Name = "Something else that is strong")]
    [StringLength(1000, ErrorMessage = "Write it in 1,000 characters or fewer")]
    public string? OtherStrength { get; set; }

    [Display(Name = "One thing to do better next time")]
    [StringLength(1000, ErrorMessage = "Write it in 1,000 characters or fewer")]
    public string? Improve { get; set; }

    /// <summary>A band for each criterion, in their order.</summary>
    public List<Band?> Bands { get; set; } = [];

    internal ApplicationCase Case { get; private set; } = null!;

    internal Feedback? Kept { get; private set; }

    /// <summary>The last day on which it is in time; null before the decisions are out.</summary>
    internal DateOnly? DueOn { get; private set; }

    internal bool IsLate { get; private set; }

    internal static FeedbackForm Of(ApplicationCase found, Feedback? kept, DateTimeOffset now)
    {
        var form = new FeedbackForm
        {
            Strength = kept?.Strength,
            OtherStrength = kept?.OtherStrength,
            Improve = kept?.Improve,
            Bands = [.. found.Call.Criteria.OrderBy(criterion => criterion.Number).Select(criterion => kept?.Bands.SingleOrDefault(band => band.Criterion == criterion.Number)?.Band)],
        };
        form.Attach(found, kept, now);
        return form;
    }

    internal void Attach(ApplicationCase found, Feedback? kept, DateTimeOffset now)
    {
        (Case, Kept) = (found, kept);
        DueOn = found.Call.PublishedAt is { } published ? WorkingDays.After(DateOnly.FromDateTime(published.UtcDateTime), Feedback.WorkingDays) : null;
        IsLate = kept?.SentAt is null && DueOn < DateOnly.FromDateTime(now.UtcDateTime);
    }

    internal FeedbackWords? Read(ModelStateDictionary faults, IStringLocalizer<Words> text)
    {
        var (one, other, better) = (Typed.Lines(Strength), Typed.Lines(OtherStrength), Typed.Lines(Improve));
        if (one.Length == 0)
            faults.AddModelError(nameof(Strength), text["Write something that is strong about the application"]);
        if (other.Length == 0)
            faults.AddModelError(nameof(OtherStrength), text["Write a second thing that is strong"]);
        if (better.Length == 0)
            faults.AddModelError(nameof(Improve), text["Write one thing that the group could do better"]);
        var criteria = Case.Call.Criteria.OrderBy(criterion => criterion.Number).ToList();
        if (Bands.Count != criteria.Count || Bands.Any(band => band is null))
            faults.AddModelError("Bands[0]", text["Choose a band for each criterion"]);
        return faults.IsValid ? new FeedbackWords(one, other, better, criteria.Zip(Bands).ToDictionary(pair => pair.First.Number, pair => pair.Second!.Value)) : null;
    }
}
