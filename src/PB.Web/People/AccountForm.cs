using System.ComponentModel.DataAnnotations;

namespace PB.Web.People;

public sealed class AccountForm
{
    [Display(Name = "Your name")]
    [Required(ErrorMessage = "Enter your name")]
    [StringLength(100, ErrorMessage = "Your name must be 100 characters or fewer")]
    public string? Name { get; set; }

    [Display(Name = "E-mail address")]
    [Required(ErrorMessage = "Enter your e-mail address")]
    [StringLength(254, ErrorMessage = "Your e-mail address must be 254 characters or fewer")]
    [RegularExpression(Form, ErrorMessage = "Enter an e-mail address like name@example.org")]
    public string? Email { get => email; set => email = value?.Trim(); }

    [Display(Name = "Password")]
    [Required(ErrorMessage = "Choose a password")]
    [StringLength(NewPassword.Longest, MinimumLength = NewPassword.Shortest, ErrorMessage = "Your password must be {2} to {1} characters")]
    public string? Password { get; set; }

    public string? Then { get; set; }

    internal const string Form = @"[^@\s<>,;:""()]+@[^@\s<>,;:""()]+\.[^@\s.<>,;:""()]+";

    string? email;
}
