using System.ComponentModel.DataAnnotations;
using PB.Grants.Care;
using PB.Grants.Funds;

namespace PB.Web.Grants.Care;

public sealed class WorryForm
{
    [Display(Name = "What worries you?")]
    [StringLength(4000, ErrorMessage = "Write it in 4,000 characters or fewer")]
    public string? Text { get; set; }

    [Display(Name = "How can we reach you?")]
    [StringLength(200, ErrorMessage = "Write it in 200 characters or fewer")]
    public string? Contact { get; set; }

    internal Fund Fund { get; set; } = null!;
}

public sealed record WorriesPage(Fund Fund, IReadOnlyList<Worry> Worries);

/// <param name="Words">Null until a lead has opened it.</param>
public sealed record WorryPage(Fund Fund, Worry Worry, WorryWords? Words = null);
