using System.ComponentModel.DataAnnotations;
using PB.Proposals;
using PB.Rounds;

namespace PB.Web.Proposals;

public sealed class IdeaForm
{
    [Display(Name = "Your name")]
    [StringLength(100, ErrorMessage = "Write your name in 100 characters or fewer")]
    public string? Name { get; set; }

    [Display(Name = "Your e-mail address")]
    [StringLength(254, ErrorMessage = "Write your e-mail address in 254 characters or fewer")]
    public string? Email { get; set; }

    internal IdeaPage Page { get; set; } = null!;
}

sealed record IdeaPage(Round Round, ProposalRefusal? Refusal, IReadOnlyList<string> Criteria)
{
    public string Email { get; init; } = "";
}
