using System.ComponentModel.DataAnnotations;
using PB.Grants.Applications;
using PB.Web.Proposals;

namespace PB.Web.Grants.Applications;

public sealed class WordsForm
{
    [Display(Name = "What is your plan called?")]
    [StringLength(120, ErrorMessage = "The title must be 120 characters or fewer")]
    public string? Title { get; set => field = Typed.Line(value); }

    [Display(Name = "What do you want to do, in a few words?")]
    [StringLength(600, ErrorMessage = "Say it in 600 characters or fewer")]
    public string? Summary { get; set => field = Typed.Lines(value); }

    [Display(Name = "What is your group called?")]
    [StringLength(120, ErrorMessage = "The name must be 120 characters or fewer")]
    public string? GroupName { get; set => field = Typed.Line(value); }

    [Display(Name = "What kind of group are you?")]
    public GroupKind GroupKind { get; set; }

    [Display(Name = "How many young people lead it?")]
    [Range(1, 100, ErrorMessage = "Write a number from 1 to 100")]
    public int TeamSize { get; set; } = 2;

    [Display(Name = "If there is only one of you: why?")]
    [StringLength(500, ErrorMessage = "Say it in 500 characters or fewer")]
    public string? WhyAlone { get; set => field = Typed.Lines(value); }

    [Display(Name = "It is the first time that we ask this fund")]
    public bool FirstTime { get; set; }

    [Display(Name = "Why is it needed?")]
    [StringLength(2000, ErrorMessage = "Say it in 2,000 characters or fewer")]
    public string? Need { get; set => field = Typed.Lines(value); }

    [Display(Name = "How do young people lead it?")]
    [StringLength(2000, ErrorMessage = "Say it in 2,000 characters or fewer")]
    public string? YoungLed { get; set => field = Typed.Lines(value); }

    [Display(Name = "What will you do, step by step?")]
    [StringLength(2000, ErrorMessage = "Say it in 2,000 characters or fewer")]
    public string? Plan { get; set => field = Typed.Lines(value); }

    [Display(Name = "How does everybody stay safe?")]
    [StringLength(2000, ErrorMessage = "Say it in 2,000 characters or fewer")]
    public string? KeepingSafe { get; set => field = Typed.Lines(value); }

    [Display(Name = "Where is it?")]
    [StringLength(300, ErrorMessage = "Say it in 300 characters or fewer")]
    public string? Areas { get; set; }

    [Display(Name = "For which ages?")]
    public string[] AgeBands { get; set; } = [];

    [Display(Name = "What is it about?")]
    [StringLength(300, ErrorMessage = "Say it in 300 characters or fewer")]
    public string? Themes { get; set; }

    internal static readonly string[] Bands = ["11-12", "13-15", "16-19", "20-25"];

    internal ApplicationPage Page { get; set; } = null!;

    internal ApplicationText Text => new(Title ?? "", Summary ?? "",
        Page.Application.Answers with { Need = Need ?? "", YoungLed = YoungLed ?? "", Plan = Plan ?? "", KeepingSafe = KeepingSafe ?? "" },
        new ApplyingGroup
        {
            GroupName = GroupName ?? "",
            GroupKind = GroupKind,
            TeamSize = TeamSize,
            WhyAlone = TeamSize < 2 ? WhyAlone ?? "" : "",
            FirstTime = FirstTime,
            Areas = List(Areas),
            AgeBands = [.. AgeBands.Intersect(Bands)],
            Themes = List(Themes),
        });

    internal static WordsForm Of(ApplicationPage page)
    {
        var (own, group, answers) = (page.Application, page.Application.Group, page.Application.Answers);
        return new WordsForm
        {
            Page = page,
            Title = own.Title,
            Summary = own.Summary,
            GroupName = group.GroupName,
            GroupKind = group.GroupKind,
            TeamSize = group.TeamSize,
            WhyAlone = group.WhyAlone,
            // Nobody has answered this on a page that was never kept.
            FirstTime = (own.Title + own.Summary + group.GroupName + answers.Need).Length > 0 && group.FirstTime,
            Need = answers.Need,
            YoungLed = answers.YoungLed,
            Plan = answers.Plan,
            KeepingSafe = answers.KeepingSafe,
            Areas = string.Join(", ", group.Areas),
            AgeBands = group.AgeBands,
            Themes = string.Join(", ", group.Themes),
        };
    }

    static string[] List(string? typed) => (typed ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
