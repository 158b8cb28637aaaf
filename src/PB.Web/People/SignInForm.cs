using System.ComponentModel.DataAnnotations;

namespace PB.Web.People;

public sealed class SignInForm
{
    [Display(Name = "E-mail address")]
    [Required(ErrorMessage = "Enter your e-mail address")]
    [StringLength(254, ErrorMessage = "Your e-mail address must be 254 characters or fewer")]
    public string? Email { get; set; }

    [Display(Name = "Password")]
    [Required(ErrorMessage = "Enter your password")]
    [StringLength(NewPassword.Longest, ErrorMessage = "Your password has {1} characters at most")]
    public string? Password { get; set; }

    public string? Then { get; set; }
}
