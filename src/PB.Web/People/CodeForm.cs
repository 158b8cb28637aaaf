using System.ComponentModel.DataAnnotations;

namespace PB.Web.People;

public sealed class CodeForm
{
    [Display(Name = "Code")]
    [Required(ErrorMessage = "Enter the code")]
    [StringLength(40, ErrorMessage = "A code has 6 figures, a recovery code 11 characters")]
    public string? Code { get; set; }

    public string? Then { get; set; }

    /// <summary>The key that is being set up, sealed for this person.</summary>
    public string? Key { get; set; }

    internal string Typed => string.Concat((Code ?? "").Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();
}
