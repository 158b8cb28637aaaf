using System.ComponentModel.DataAnnotations;

namespace PB.Web.People;

public sealed class AppointmentForm
{
    [Display(Name = "E-mail address of the person's account")]
    [Required(ErrorMessage = "Enter the e-mail address of the person's account")]
    [StringLength(254, ErrorMessage = "The e-mail address must be 254 characters or fewer")]
    public string? Email { get => email; set => email = value?.Trim(); }

    [Display(Name = "What will this person do?")]
    public string[] Roles { get; set; } = [];

    [Display(Name = "Which neighbourhoods will they manage?")]
    public string[] Neighbourhoods { get; set; } = [];

    [Display(Name = "Why?")]
    [Required(ErrorMessage = "Say why, for the journal")]
    [StringLength(500, ErrorMessage = "The reason must be 500 characters or fewer")]
    public string? Reason { get; set; }

    string? email;
}

public sealed class EndingForm
{
    [Required]
    public string? Email { get; set; }

    [Display(Name = "Why does it end?")]
    [Required(ErrorMessage = "Say why, for the journal")]
    [StringLength(500, ErrorMessage = "The reason must be 500 characters or fewer")]
    public string? Reason { get; set; }
}
