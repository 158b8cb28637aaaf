using System.ComponentModel.DataAnnotations;
using PB.Proposals;
using PB.Rounds;

namespace PB.Web.Proposals;

public sealed class PassingOnForm
{
    [Display(Name = "To whom is it passed on?")]
    [Required(ErrorMessage = "Write the service or organisation")]
    [StringLength(200, ErrorMessage = "Write the service in 200 characters or fewer")]
    public string? ToWhom { get; set; }

    [Display(Name = "What is their reference?")]
    [Required(ErrorMessage = "Write the reference, so that the proposer can ask for it")]
    [StringLength(100, ErrorMessage = "Write the reference in 100 characters or fewer")]
    public string? Reference { get; set; }

    [Display(Name = "Why can this round not pay for it?")]
    [Required(ErrorMessage = "Say why: everybody can read it")]
    [StringLength(2000, ErrorMessage = "Write the reason in 2,000 characters or fewer")]
    public string? Because { get; set => field = value?.ReplaceLineEndings("\n"); }

    internal Round Round { get; set; } = null!;

    internal Proposal Proposal { get; set; } = null!;
}

public sealed class OutcomeForm
{
    [Display(Name = "What came of it?")]
    [Required(ErrorMessage = "Say what came of it: everybody can read it")]
    [StringLength(2000, ErrorMessage = "Write what came of it in 2,000 characters or fewer")]
    public string? Outcome { get; set => field = value?.ReplaceLineEndings("\n"); }

    internal Round Round { get; set; } = null!;

    internal Proposal Proposal { get; set; } = null!;
}
