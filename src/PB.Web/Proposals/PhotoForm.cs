using System.ComponentModel.DataAnnotations;

namespace PB.Web.Proposals;

public sealed class PhotoForm
{
    [Display(Name = "Choose a photo")]
    public IFormFile? File { get; set; }

    [Display(Name = "What does the photo show?")]
    [StringLength(300, ErrorMessage = "Describe the photo in 300 characters or fewer")]
    public string? AltText { get; set; }

    internal OwnIdea Idea { get; set; } = null!;

    internal IReadOnlyList<KeptPhoto> Kept { get; set; } = [];
}

/// <summary>A photo that is in the draft already.</summary>
sealed record KeptPhoto(Guid Id, string AltText);
