using System.ComponentModel.DataAnnotations;
using PB.Approvals;
using PB.Web.Rounds.Setup;

namespace PB.Web.Approvals;

public sealed class AskForm
{
    [EnumDataType(typeof(ApprovedAct))]
    public ApprovedAct Act { get; set; }

    [Required(ErrorMessage = "Write why: the second person reads it, and most reasons are public")]
    [StringLength(1000, ErrorMessage = "The reason can have up to 1,000 characters")]
    public string? Reason { get; set; }

    public CivicTime ClosesAt { get; set; } = new();

    [StringLength(254, ErrorMessage = "The e-mail address must be 254 characters or fewer")]
    public string? Email { get; set; }

    [StringLength(40, ErrorMessage = "The code can have up to 40 characters")]
    public string? Code { get; set; }

    public RollChoice? Because { get; set; }

    public bool NeedsClose => Act is ApprovedAct.Reopen or ApprovedAct.CloseEarly or ApprovedAct.Extend;

    public bool NeedsVoter => Act is ApprovedAct.AnnulBallot;
}

/// <summary>The reasons for which a ballot is left out, as a form offers them.</summary>
public enum RollChoice
{
    [Display(Name = "The voter had no right to vote in this round")]
    NotEligible,

    [Display(Name = "The same person had voted already")]
    SamePerson,

    [Display(Name = "Somebody else voted in this person's name")]
    Fraud,
}

public sealed class DecisionForm
{
    [Required(ErrorMessage = "Choose whether it shall be done")]
    public bool? Approve { get; set; }

    [Required(ErrorMessage = "Write why")]
    [StringLength(1000, ErrorMessage = "The reason can have up to 1,000 characters")]
    public string? Answer { get; set; }

    /// <summary>The hash of what was shown: nothing else is approved.</summary>
    [Required]
    public string? Shown { get; set; }
}
