using System.ComponentModel.DataAnnotations;
using PB.Grants.Applications;
using PB.Grants.Visits;
using PB.Web.Grants.Marking;
using PB.Web.Look;
using PB.Web.Proposals;

namespace PB.Web.Grants.Visits;

public sealed class VisitForm
{
    [Display(Name = "On which day?")]
    [Required(ErrorMessage = "Say on which day")]
    public DateOnly? Day { get; set; }

    [Display(Name = "Where?")]
    [Required(ErrorMessage = "Say where")]
    [StringLength(200, ErrorMessage = "Write the place in 200 characters or fewer")]
    public string? Place { get; set => field = Typed.Line(value); }

    [Display(Name = "What could go wrong, and what do you do about it?")]
    [Required(ErrorMessage = "Say what could go wrong, and what you do about it")]
    [StringLength(2000, ErrorMessage = "Write it in 2,000 characters or fewer")]
    public string? RiskPlan { get; set => field = Typed.Lines(value); }

    [Display(Name = "Who of the panel goes?")]
    public Guid[] Going { get; set; } = [];

    [Display(Name = "Which adults go along? Two at the least")]
    public Guid[] With { get; set; } = [];

    internal CallVisit Visit { get; set; } = null!;
    internal Application Application { get; set; } = null!;
    internal IReadOnlyList<PB.Grants.Visits.Visit> All { get; set; } = [];
    internal IReadOnlyList<Choice> Members { get; set; } = [];
    internal IReadOnlyList<Choice> Adults { get; set; } = [];
    internal bool MayPlan { get; set; }

    /// <summary>What somebody had written about a visit when it was not taken.</summary>
    internal (Guid Visit, string Notes) Noting { get; set; }

    internal string Path => $"/funds/{Visit.Fund.Slug}/applications/{Application.Ref}/visits";

    internal VisitPlan Read() => new(Day!.Value, Place!, RiskPlan!) { Members = Going, Adults = With };
}
