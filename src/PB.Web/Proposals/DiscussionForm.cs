using System.ComponentModel.DataAnnotations;
using PB.Proposals;

namespace PB.Web.Proposals;

public sealed class DiscussionForm
{
    [Display(Name = "What is it?")]
    public CommentKind? Kind { get; set; }

    [Display(Name = "What do you want to say?")]
    [Required(ErrorMessage = "Write what you want to say")]
    [StringLength(1500, ErrorMessage = "Write it in 1,500 characters or fewer")]
    public string? Text { get; set => field = value?.ReplaceLineEndings("\n"); }

    /// <summary>What it replies to.</summary>
    public Guid? Parent { get; set; }
}

/// <summary>Why somebody reports a comment, appeals, or what an officer decides: a text that has to be there.</summary>
public sealed class ReasonForm
{
    [Display(Name = "Why?")]
    [Required(ErrorMessage = "Write the reason")]
    [StringLength(1000, ErrorMessage = "Write the reason in 1,000 characters or fewer")]
    public string? Because { get; set => field = value?.ReplaceLineEndings("\n"); }

    internal Said Said { get; set; } = null!;
}
