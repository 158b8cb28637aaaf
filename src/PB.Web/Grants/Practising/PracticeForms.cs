using System.ComponentModel.DataAnnotations;
using PB.Grants.Practising;
using PB.Web.Proposals;

namespace PB.Web.Grants.Practising;

public sealed class PracticeForm
{
    [Display(Name = "What is it called?")]
    [Required(ErrorMessage = "Give the practice a name")]
    [StringLength(120, ErrorMessage = "The name must be 120 characters or fewer")]
    public string? Title { get; set => field = Typed.Line(value); }

    [Display(Name = "With the three examples that come with the site")]
    public bool WithExamples { get; set; }
}

public sealed class ExampleForm
{
    [Display(Name = "What is the made-up plan called?")]
    [Required(ErrorMessage = "Give the example a title")]
    [StringLength(120, ErrorMessage = "The title must be 120 characters or fewer")]
    public string? Title { get; set => field = Typed.Line(value); }

    [Display(Name = "What does the made-up group write?")]
    [Required(ErrorMessage = "Write what the group asks for")]
    [StringLength(4000, ErrorMessage = "Write it in 4,000 characters or fewer")]
    public string? Body { get; set => field = Typed.Lines(value); }

    [Display(Name = "Need: the agreed mark")]
    [Range(0, 5, ErrorMessage = "Write a mark from 0 to 5")]
    public int Need { get; set; }

    [Display(Name = "Young-led: the agreed mark")]
    [Range(0, 5, ErrorMessage = "Write a mark from 0 to 5")]
    public int YoungLed { get; set; }

    [Display(Name = "Value: the agreed mark")]
    [Range(0, 5, ErrorMessage = "Write a mark from 0 to 5")]
    public int Value { get; set; }

    [Display(Name = "Plan: the agreed mark")]
    [Range(0, 5, ErrorMessage = "Write a mark from 0 to 5")]
    public int Plan { get; set; }

    [Display(Name = "Why these marks?")]
    [Required(ErrorMessage = "Say how you came to these marks")]
    [StringLength(1000, ErrorMessage = "Say it in 1,000 characters or fewer")]
    public string? Why { get; set => field = Typed.Lines(value); }

    internal ExampleWords Words => new(Title!, Body!, [Need, YoungLed, Value, Plan], Why!);
}
