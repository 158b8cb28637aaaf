using System.ComponentModel.DataAnnotations;
using PB.Proposals;
using PB.Rounds;

namespace PB.Web.Proposals;

public class DetailsForm
{
    [Display(Name = "What does it cost, piece by piece?")]
    [StringLength(4000, ErrorMessage = "Write the costs in 4,000 characters or fewer")]
    public string? CostLines { get; set => field = value?.ReplaceLineEndings("\n"); }

    [Display(Name = "What does it cost each year after that?")]
    [StringLength(60, ErrorMessage = "Write the cost in figures, such as 1,500")]
    public string? RunningCosts { get; set; }

    [Display(Name = "Who pays that?")]
    [StringLength(200, ErrorMessage = "Write who pays in 200 characters or fewer")]
    public string? RunningCostsBy { get; set; }

    [Display(Name = "Who will own it and look after it?")]
    [StringLength(200, ErrorMessage = "Write who will own it in 200 characters or fewer")]
    public string? OwnerAfter { get; set; }

    [Display(Name = "Other places where it would be")]
    [StringLength(4000, ErrorMessage = "Write the places in 4,000 characters or fewer")]
    public string? OtherPlaces { get; set => field = value?.ReplaceLineEndings("\n"); }

    internal Round Round { get; set; } = null!;

    /// <summary>Costs as they are typed: one a line.</summary>
    internal static string Written(IEnumerable<CostLine> costs, string currency) =>
        string.Join('\n', costs.Select(line => $"{line.What}: {Typed.Sum(line.Amount, currency)}"));

    internal void Fill(DraftDetails details, string currency)
    {
        CostLines = Written(details.Costs, currency);
        RunningCosts = details.RunningCosts is { } running ? Typed.Sum(running, currency) : "";
        (RunningCostsBy, OwnerAfter) = (details.RunningCostsBy, details.OwnerAfter);
        OtherPlaces = string.Join('\n', details.Places.Select(line => line.Spot is { } spot
            ? FormattableString.Invariant($"{line.Name}, {spot.Latitude}, {spot.Longitude}")
            : line.Name));
    }
}
