using System.ComponentModel.DataAnnotations;
using PB.Proposals;

namespace PB.Web.Proposals;

public sealed class TogetherForm
{
    [Display(Name = "Their name")]
    [StringLength(100, ErrorMessage = "Write the name in 100 characters or fewer")]
    public string? Name { get; set; }

    [Display(Name = "Their e-mail address")]
    [StringLength(254, ErrorMessage = "Write the e-mail address in 254 characters or fewer")]
    public string? Email { get; set; }

    internal OwnIdea Idea { get; set; } = null!;

    internal IReadOnlyList<CoProposer> Asked { get; set; } = [];
}
