using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using PB.Grants.Awards;
using PB.Web.Look;
using PB.Web.Proposals;

namespace PB.Web.Grants.Awards;

public sealed class ReportForm
{
    [Display(Name = "What happened?")]
    [StringLength(5000, ErrorMessage = "Write it in 5,000 characters or fewer")]
    public string? Story { get; set; }

    [Display(Name = "How many young people took part?")]
    public string? YoungPeople { get; set; }

    [Display(Name = "Your answer to our question")]
    [StringLength(2000, ErrorMessage = "Write it in 2,000 characters or fewer")]
    public string? Answer { get; set; }

    /// <summary>What a coordinator had typed as a question when it was not taken.</summary>
    internal string? Asking { get; set; }

    internal AwardPage Page { get; set; } = null!;

    internal ReceiptForm Receipt { get; set; } = new();

    internal static ReportForm Of(AwardPage page, string? asking = null) => new()
    {
        Page = page,
        Asking = asking,
        Story = page.Report!.Story,
        YoungPeople = page.Report.YoungPeople == 0 ? null : page.Report.YoungPeople.ToString(CultureInfo.InvariantCulture),
    };

    internal ReportWords? Read(ModelStateDictionary faults, IStringLocalizer<Words> text)
    {
        var story = Typed.Lines(Story);
        if (story.Length == 0)
            faults.AddModelError(nameof(Story), text["Write what happened"]);
        if (!int.TryParse(YoungPeople, CultureInfo.InvariantCulture, out var number) || number is < 0 or > 100_000)
            faults.AddModelError(nameof(YoungPeople), text["Write the number in figures, such as 25"]);
        var answer = Typed.Lines(Answer);
        if (Page.Report!.IsQueried && answer.Length == 0)
            faults.AddModelError(nameof(Answer), text["Answer the question"]);
        return faults.IsValid ? new ReportWords(story, number, answer) : null;
    }
}

public sealed class ReceiptForm
{
    [Display(Name = "What did you buy?")]
    [StringLength(120, ErrorMessage = "Write it in 120 characters or fewer")]
    public string? What { get; set; }

    [Display(Name = "What did it cost?")]
    [StringLength(60, ErrorMessage = "Write the cost in figures, such as 1,500")]
    public string? Cost { get; set; }

    [Display(Name = "Photo of the receipt")]
    public IFormFile? Photo { get; set; }
}
