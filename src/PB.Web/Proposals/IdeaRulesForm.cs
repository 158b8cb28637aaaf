using System.ComponentModel.DataAnnotations;
using PB.Proposals;
using PB.Rounds;

namespace PB.Web.Proposals;

public sealed class IdeaRulesForm
{
    [Display(Name = "How many endorsements oblige the council to answer?")]
    [Required(ErrorMessage = "Write a number; 0 if no number obliges it")]
    [Range(0, 100_000, ErrorMessage = "Write a number from 0 to 100,000")]
    public int? Endorsements { get; set; }

    [Display(Name = "Within how many days?")]
    [Required(ErrorMessage = "Write a number of days from 1 to 365")]
    [Range(1, 365, ErrorMessage = "Write a number of days from 1 to 365")]
    public int? Days { get; set; }

    [Display(Name = "When does an officer look at comments?")]
    public Moderation Moderation { get; set; }

    [Display(Name = "How many minutes does somebody wait between two comments on one idea?")]
    [Required(ErrorMessage = "Write a number of minutes from 0 to 1,440")]
    [Range(0, 1440, ErrorMessage = "Write a number of minutes from 0 to 1,440")]
    public int? SlowMode { get; set; }

    internal Round Round { get; set; } = null!;
}
