using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using PB.Grants.Funds;
using PB.Tally;
using PB.Web.Look;
using PB.Web.Proposals;

namespace PB.Web.Grants.Funds;

public sealed class FundForm
{
    [Display(Name = "What is the fund called?")]
    [Required(ErrorMessage = "Give the fund a name")]
    [StringLength(120, ErrorMessage = "The name must be 120 characters or fewer")]
    [RegularExpression(@".*[\p{L}\p{Nd}].*", ErrorMessage = "The name needs a letter")]
    public string? Name { get; set => field = Typed.Line(value); }

    [Display(Name = "What is the money for?")]
    [Required(ErrorMessage = "Say what the money is for")]
    [StringLength(1000, ErrorMessage = "Say it in 1,000 characters or fewer")]
    public string? Purpose { get; set => field = Typed.Lines(value); }

    [Display(Name = "Who answers for the money?")]
    [Required(ErrorMessage = "Say who answers for the money")]
    [StringLength(120, ErrorMessage = "Say it in 120 characters or fewer")]
    public string? BodyName { get; set => field = Typed.Line(value); }

    [Display(Name = "Its public identifier")]
    [RegularExpression("^[A-Z]{2}-[A-Z]+-[A-Za-z0-9.-]+$", ErrorMessage = "Write the identifier like GB-LAE-ABC")]
    [StringLength(60, ErrorMessage = "Write the identifier in 60 characters or fewer")]
    public string? OrganisationId { get; set; }

    [Display(Name = "The prefix of its grants in open data")]
    [RegularExpression("^360G-[A-Za-z0-9_.-]+$", ErrorMessage = "Write the prefix like 360G-marlbridge")]
    [StringLength(60, ErrorMessage = "Write the prefix in 60 characters or fewer")]
    public string? GrantPrefix { get; set; }

    [Display(Name = "Letters that references begin with")]
    [Required(ErrorMessage = "Write two to four letters, like YF")]
    [RegularExpression("^[A-Z]{2,4}$", ErrorMessage = "Write two to four capital letters, like YF")]
    public string? Letters { get; set; }

    [Display(Name = "Youngest age on the panel")]
    [Range(11, 25, ErrorMessage = "Write an age from 11 to 25")]
    public int MinAge { get; set; } = 13;

    [Display(Name = "Oldest age on the panel")]
    [Range(11, 25, ErrorMessage = "Write an age from 11 to 25")]
    public int MaxAge { get; set; } = 19;

    [Display(Name = "A parent says yes too, for those younger than")]
    [Range(13, 18, ErrorMessage = "Write an age from 13 to 18")]
    public int ParentConsentUnder { get; set; } = 16;

    [Display(Name = "Payments over this need a third yes")]
    [Required(ErrorMessage = "Write it in figures, like 1,000")]
    [StringLength(40, ErrorMessage = "Write it in figures, like 1,000")]
    public string? SignOver { get; set => field = Typed.Line(value); } = "1,000";

    [Display(Name = "Months for which a worry is kept after it was closed")]
    [Range(1, 1200, ErrorMessage = "Write a number of months from 1 to 1,200, or leave it empty")]
    public int? WorriesKeptMonths { get; set; }

    [Display(Name = "Safeguarding policy")]
    [StringLength(20000, ErrorMessage = "Write it in 20,000 characters or fewer")]
    public string? SafeguardingPolicy { get; set => field = Typed.Lines(value); }

    [Display(Name = "Privacy notice")]
    [StringLength(20000, ErrorMessage = "Write it in 20,000 characters or fewer")]
    public string? PrivacyNotice { get; set => field = Typed.Lines(value); }

    [Display(Name = "What a group agrees to when it accepts a grant")]
    [StringLength(20000, ErrorMessage = "Write it in 20,000 characters or fewer")]
    public string? Terms { get; set => field = Typed.Lines(value); }

    [Display(Name = "The panel’s own rules")]
    [StringLength(20000, ErrorMessage = "Write them in 20,000 characters or fewer")]
    public string? PanelRules { get; set => field = Typed.Lines(value); }

    internal FundBody Body => new(BodyName!, OrganisationId ?? "", GrantPrefix ?? "", Letters!);

    /// <summary>What <see cref="SignOver"/> says, once it was read.</summary>
    internal Money Limit { get; private set; }

    internal FundAges Ages => new() { Min = MinAge, Max = MaxAge, ParentConsentUnder = ParentConsentUnder };

    internal FundTexts Texts => new() { SafeguardingPolicy = SafeguardingPolicy ?? "", PrivacyNotice = PrivacyNotice ?? "", Terms = Terms ?? "", PanelRules = PanelRules ?? "" };

    internal static FundForm Of(Fund fund) => new()
    {
        Name = fund.Name,
        Purpose = fund.Purpose,
        BodyName = fund.Body.Name,
        OrganisationId = fund.Body.OrganisationId,
        GrantPrefix = fund.Body.GrantPrefix,
        Letters = fund.Body.Letters,
        MinAge = fund.Ages.Min,
        MaxAge = fund.Ages.Max,
        ParentConsentUnder = fund.Ages.ParentConsentUnder,
        SignOver = Typed.Sum(fund.SignOver, "GBP"),
        WorriesKeptMonths = fund.WorriesKeptMonths,
        SafeguardingPolicy = fund.Texts.SafeguardingPolicy,
        PrivacyNotice = fund.Texts.PrivacyNotice,
        Terms = fund.Texts.Terms,
        PanelRules = fund.Texts.PanelRules,
    };

    internal bool Read(ModelStateDictionary faults, IStringLocalizer<Words> text)
    {
        if (MaxAge < MinAge)
            faults.AddModelError(nameof(MaxAge), text["The oldest age cannot be below the youngest"]);
        var limit = Money.Zero;
        if (SignOver is { Length: > 0 } and not "0" && text.WhyNoSum(SignOver, "GBP", out limit) is { } fault)
            faults.AddModelError(nameof(SignOver), fault);
        Limit = limit;
        return faults.IsValid;
    }
}
