using System.ComponentModel.DataAnnotations;
using PB.Outbox;
using PB.Proposals;
using PB.Rounds;
using PB.Screening;
using PB.Web.Proposals;

namespace PB.Web.Screening;

public sealed class ScreeningForm
{
    [Display(Name = "Does it meet the conditions of the round?")]
    public bool? Eligible { get; set; }

    [Display(Name = "Which condition does it not meet?")]
    public int? Criterion { get; set; }

    [Display(Name = "What does it cost on the ballot?")]
    [StringLength(60, ErrorMessage = "Write the cost in figures, such as 1,500")]
    public string? Price { get; set; }

    [Display(Name = "Why?")]
    [StringLength(2000, ErrorMessage = "Write the reason in 2,000 characters or fewer")]
    public string? Reason { get; set => field = value?.ReplaceLineEndings("\n"); }

    [Display(Name = "What can the proposer do now?")]
    [StringLength(2000, ErrorMessage = "Write the next step in 2,000 characters or fewer")]
    public string? NextStep { get; set => field = value?.ReplaceLineEndings("\n"); }

    /// <summary>The last decision that stood there when the form was opened.</summary>
    public Guid? LookedAt { get; set; }

    internal ScreeningPage Page { get; set; } = null!;
}

sealed record ScreeningPage(Round Round, Proposal Proposal, ScreeningRefusal? Refusal)
{
    public required IReadOnlyList<Criterion> Criteria { get; init; }
    public required IReadOnlyList<DecisionLine> Decisions { get; init; }
    public required IReadOnlyList<string> PhotoAlts { get; init; }
    public required Guid? LastDecision { get; init; }

    public ScreeningRefusal? WhyNotNow(Guid? lookedAt) => Refusal ?? (lookedAt == LastDecision ? null : ScreeningRefusal.DecidedMeanwhile);
}

/// <summary>An officer's answers with the letter that they make, to be read before it goes out.</summary>
sealed record ScreeningCheck(ScreeningForm Form, Message Letter);

public enum ScreeningStep
{
    Check,
    Change,
    Decide,
}
