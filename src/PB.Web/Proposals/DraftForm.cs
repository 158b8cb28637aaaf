using System.ComponentModel.DataAnnotations;
using System.Globalization;
using PB.Proposals;

namespace PB.Web.Proposals;

public class DraftForm : DetailsForm
{
    [Display(Name = "What is your idea called?")]
    [StringLength(100, ErrorMessage = "Write the title in 100 characters or fewer")]
    public string? Title { get; set; }

    [Display(Name = "What is your idea?")]
    [StringLength(5000, ErrorMessage = "Write your idea in 5,000 characters or fewer")]
    public string? Description { get; set => field = value?.ReplaceLineEndings("\n"); }

    [Display(Name = "Where would it be?")]
    [StringLength(200, ErrorMessage = "Write the place in 200 characters or fewer")]
    public string? Place { get; set; }

    [StringLength(60, ErrorMessage = "Write the latitude in figures, such as 51.5072")]
    public string? Latitude { get; set; }

    [StringLength(60, ErrorMessage = "Write the longitude in figures, such as -0.1276")]
    public string? Longitude { get; set; }

    [Display(Name = "What do you think it costs?")]
    [StringLength(60, ErrorMessage = "Write the cost in figures, such as 1,500")]
    public string? Estimate { get; set; }

    [Display(Name = "Whose idea is it?")]
    public Provenance? WhoseIdea { get; set; }

    [Display(Name = "Which name do we show with it?")]
    [StringLength(100, ErrorMessage = "Write the name in 100 characters or fewer")]
    public string? ProposerName { get; set; }

    internal OwnIdea Idea { get; set { field = value; Round = value.Round; } } = null!;

    internal static DraftForm Of(OwnIdea idea)
    {
        var form = new DraftForm { Idea = idea };
        form.Fill(idea.Proposal, idea.Round.Currency);
        return form;
    }

    internal void Fill(Proposal proposal, string currency)
    {
        (Title, Description, Place) = (proposal.Title, proposal.Description, proposal.Place);
        Latitude = proposal.Latitude?.ToString(CultureInfo.InvariantCulture);
        Longitude = proposal.Longitude?.ToString(CultureInfo.InvariantCulture);
        Estimate = proposal.Estimate is { } estimate ? Typed.Sum(estimate, currency) : "";
        (WhoseIdea, ProposerName) = (proposal.Provenance, proposal.ProposerName);
    }
}
