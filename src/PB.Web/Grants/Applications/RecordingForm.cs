using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;
using PB.Grants.Recordings;
using PB.Web.Look;
using PB.Web.Proposals;

namespace PB.Web.Grants.Applications;

public sealed class RecordingForm
{
    [Display(Name = "Choose a film or a voice")]
    public IFormFile? File { get; set; }

    [Display(Name = "What is said and shown in it?")]
    [StringLength(8000, ErrorMessage = "Write it in 8,000 characters or fewer")]
    public string? Transcript { get; set => field = Typed.Lines(value); }

    [Display(Name = "The panel may see and hear it. We know that it shows who we are.")]
    public bool ForPanel { get; set; }

    internal ApplicationPage Page { get; set; } = null!;

    internal static RecordingForm Of(ApplicationPage page) => new() { Page = page, Transcript = page.Application.Answers.Transcript, ForPanel = page.Recording?.ForPanel is true };
}

static class RecordingWords
{
    public static string Of(this IStringLocalizer<Words> text, RecordingRefusal refusal) => refusal switch
    {
        RecordingRefusal.Empty => text["The file is empty. Choose another one. Your words are kept."],
        RecordingRefusal.TooLarge => text["The file is larger than {0} MB. Make it shorter, or choose a smaller picture on your phone. Your words are kept.", RecordingFile.MostBytes / 1024 / 1024],
        RecordingRefusal.TooLong => text["It takes longer than {0} minutes. Make it shorter. Your words are kept.", RecordingFile.MostMinutes],
        RecordingRefusal.NotARecording => text["This is not a film or a voice that we can take. Choose an MP4, MOV, M4A or 3GP file. Your words are kept."],
        RecordingRefusal.NotWhole => text["The file was broken off. Save it once more on your phone, and try again. Your words are kept."],
        RecordingRefusal.Damaged => text["The file is damaged. Save it once more on your phone, and try again. Your words are kept."],
    };
}
