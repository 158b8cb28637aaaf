using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.Web.Look;
using PB.Web.Proposals;
using PB.Web.Rounds.Setup;

namespace PB.Web.Grants.Panels;

public sealed class InviteForm
{
    [Display(Name = "First name and first letter of the last name")]
    [Required(ErrorMessage = "Write the first name and the first letter of the last name")]
    [StringLength(60, ErrorMessage = "The name must be 60 characters or fewer")]
    public string? DisplayName { get; set => field = Typed.Line(value); }

    [Display(Name = "Their e-mail address")]
    [StringLength(254, ErrorMessage = "The e-mail address must be 254 characters or fewer")]
    public string? Email { get; set => field = Typed.Line(value); }

    [Display(Name = "Born on")]
    [StringLength(40, ErrorMessage = "Write a day that is in the calendar, like 27 3 2011")]
    public string? BornOn { get; set; }

    [Display(Name = "A parent’s e-mail address")]
    [StringLength(254, ErrorMessage = "The e-mail address must be 254 characters or fewer")]
    public string? ParentEmail { get; set => field = Typed.Line(value); }

    [Display(Name = "No parent may be written to: the safeguarding lead decides whether they can take part")]
    public bool WithoutParent { get; set; }

    [Display(Name = "Why they may be older than usual")]
    [StringLength(200, ErrorMessage = "Say it in 200 characters or fewer")]
    public string? AgeExtension { get; set => field = Typed.Line(value); }

    [Display(Name = "As what?")]
    public PanelRole Role { get; set; }

    internal Fund Fund { get; set; } = null!;
    internal Panel Panel { get; set; } = null!;

    internal InvitedYoungPerson? Read(ModelStateDictionary faults, IStringLocalizer<Words> text)
    {
        if (!Typed.IsAddress(Email ?? ""))
            faults.AddModelError(nameof(Email), text["Write an e-mail address, like sam@example.org"]);
        if (ParentEmail is { Length: > 0 } parent && (!Typed.IsAddress(parent) || string.Equals(parent, Email, StringComparison.OrdinalIgnoreCase)))
            faults.AddModelError(nameof(ParentEmail), text["Write the parent’s own e-mail address"]);
        if (!CivicDay.TryRead(BornOn, out var day) || day is null)
            faults.AddModelError(nameof(BornOn), text["Write a day that is in the calendar, like 27 3 2011"]);
        return faults.IsValid ? new InvitedYoungPerson(DisplayName!, Email!, day!.Value, Role) { ParentEmail = WithoutParent ? "" : ParentEmail ?? "", WithoutParent = WithoutParent, AgeExtension = AgeExtension ?? "" } : null;
    }
}
