using System.ComponentModel.DataAnnotations;

namespace PB.Web.People;

public sealed class ForgottenPasswordForm
{
    [Display(Name = "E-mail address")]
    [Required(ErrorMessage = "Enter your e-mail address")]
    [StringLength(254, ErrorMessage = "Your e-mail address must be 254 characters or fewer")]
    [RegularExpression(AccountForm.Form, ErrorMessage = "Enter an e-mail address like name@example.org")]
    public string? Email { get => email; set => email = value?.Trim(); }

    string? email;
}

public sealed class PasswordForm
{
    [Display(Name = "New password")]
    [Required(ErrorMessage = "Choose a password")]
    [StringLength(NewPassword.Longest, MinimumLength = NewPassword.Shortest, ErrorMessage = "Your password must be {2} to {1} characters")]
    public string? Password { get; set; }

    public string? Key { get; set; }
}
