using System.ComponentModel.DataAnnotations;

namespace PB.Web.People;

public sealed class DeletionForm
{
    /// <summary>The rounds in which the vote is not to count.</summary>
    [Display(Name = "Take back my vote first")]
    public string[] TakeBack { get; set; } = [];

    [Display(Name = "Take away the words of my comments as well")]
    public bool TakeCommentsAway { get; set; }

    [Display(Name = "Your password")]
    [Required(ErrorMessage = "Enter your password, so that nobody else deletes your account")]
    [StringLength(NewPassword.Longest, ErrorMessage = "This is not your password. Check it, or choose a new one")]
    public string? Password { get; set; }

    internal DeletionPage Page { get; set; } = null!;
}
