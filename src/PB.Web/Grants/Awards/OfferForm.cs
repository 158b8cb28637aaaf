using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using PB.Grants.Awards;
using PB.Web.Look;
using PB.Web.Proposals;
using Decision = PB.Grants.Meetings.Decision;
using Money = PB.Tally.Money;

namespace PB.Web.Grants.Awards;

public sealed class OfferForm
{
    const int MostParts = 3, MostConditions = 4;

    public List<PartForm> Parts { get; set; } = [];

    public List<ConditionForm> Conditions { get; set; } = [];

    internal ApplicationCase Case { get; set; } = null!;

    /// <summary>What the panel decided; nobody types the sum.</summary>
    internal Decision Decision { get; set; } = null!;

    /// <summary>The conditions that the panel set; they stand in the offer whatever is typed here.</summary>
    internal IReadOnlyList<PanelCondition> OfPanel { get; set; } = [];

    internal static OfferForm For(ApplicationCase found, Decision decision, DateTimeOffset now) => new()
    {
        Case = found,
        Decision = decision,
        Parts = [.. Proposed(decision.Amount, DateOnly.FromDateTime(now.UtcDateTime))],
        Conditions = [.. Enumerable.Range(0, MostConditions).Select(_ => new ConditionForm())],
    };

    // All at once where that is allowed; else most of it soon and the rest later.
    static IEnumerable<PartForm> Proposed(Money sum, DateOnly today)
    {
        PartForm[] parts = sum <= InstalmentShares.MostAtOnce
            ? [new PartForm { Percent = "100", DueOn = today.AddDays(42) }]
            : [new PartForm { Percent = "80", DueOn = today.AddDays(42) }, new PartForm { Percent = "20", DueOn = today.AddDays(126) }];
        return parts.Concat(Enumerable.Range(parts.Length, MostParts - parts.Length).Select(_ => new PartForm()));
    }

    internal DraftedOffer? Read(ModelStateDictionary faults, IStringLocalizer<Words> text)
    {
        var (project, sum) = (Case.Application, Decision.Amount);
        var parts = Parts.Where(part => !string.IsNullOrWhiteSpace(part.Percent)).Select(part => part.Read()).ToList();
        if (parts.Any(part => part is null) || parts.Sum(part => part!.Percent) != 100)
            faults.AddModelError("Parts[0].Percent", text["Give each part a share in figures and a day; together the shares are 100"]);
        else if (parts.Count == 1 && sum > InstalmentShares.MostAtOnce)
            faults.AddModelError("Parts[0].Percent", text["More than {0} is not paid all at once: give it in two parts or three", InstalmentShares.MostAtOnce.Written()]);
        if (!faults.IsValid) return null;
        var shares = InstalmentShares.Of(sum, [.. parts.Select(part => part!.Percent)]);
        return new DraftedOffer(new OfferedTo(project.Id, Case.Fund.Id, project.Ref!, Decision.Id), sum, new OfferTerms
        {
            Instalments = [.. shares.Zip(parts, (share, part) => new InstalmentPlan(share, part!.DueOn))],
            Conditions = [.. Conditions.Where(one => !string.IsNullOrWhiteSpace(one.Text)).Select(one => new ConditionWords(one.Kind, Typed.Lines(one.Text)))],
            IsBelowViable = Decision.BelowViable,
        }, "");
    }
}

public sealed class PartForm
{
    public string? Percent { get; set; }

    public DateOnly? DueOn { get; set; }

    internal Part? Read() => int.TryParse(Percent?.TrimEnd('%', ' '), CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100 && DueOn is { } day ? new Part(percent, day) : null;

    internal sealed record Part(int Percent, DateOnly DueOn);
}

public sealed class ConditionForm
{
    public ConditionKind Kind { get; set; }

    [StringLength(500, ErrorMessage = "Write the condition in 500 characters or fewer")]
    public string? Text { get; set; }
}
