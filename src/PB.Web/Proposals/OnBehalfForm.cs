using System.ComponentModel.DataAnnotations;
using PB.Rounds;

namespace PB.Web.Proposals;

public sealed class OnBehalfForm : DraftForm
{
    [Display(Name = "How did they agree that you write it down?")]
    [StringLength(500, ErrorMessage = "Write how they agreed in 500 characters or fewer")]
    public string? Consent { get; set; }

    [Display(Name = "At which event was it?")]
    [StringLength(200, ErrorMessage = "Write the event in 200 characters or fewer")]
    public string? Event { get; set; }

    [Display(Name = "Their e-mail address")]
    [StringLength(254, ErrorMessage = "Write the e-mail address in 254 characters or fewer")]
    public string? Email { get; set; }

    internal OnBehalfForm In(Round round)
    {
        Round = round;
        return this;
    }
}

/// <summary>What is put on the slip of paper for somebody whose idea was written down.</summary>
public sealed record ClaimSlip(Round Round, int Number, string Title, string Code);
