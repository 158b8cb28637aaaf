using System.ComponentModel.DataAnnotations;
using PB.Proposals;
using PB.Rounds;

namespace PB.Web.Proposals;

public sealed class MergerForm
{
    [Display(Name = "Which number is the other idea?")]
    [Required(ErrorMessage = "Write the number of the other idea")]
    [Range(1, 100_000, ErrorMessage = "Write the number of the other idea")]
    public int? Number { get; set; }

    internal OwnIdea Idea { get; set; } = null!;

    /// <summary>What was asked already; null where nothing was.</summary>
    internal Merger? Merger { get; set; }

    internal Proposal? Host { get; set; }
}

/// <summary>Two ideas that may become one, as somebody reads it who is asked.</summary>
public sealed record MergerPage(string Key, MergerConsent Consent, Merger Merger)
{
    public required Proposal Proposal { get; init; }
    public required Proposal Host { get; init; }
    public required Round Round { get; init; }
    public required bool IsOpen { get; init; }
}
