using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using PB.Screening;
using PB.Web.Look;
using PB.Web.Proposals;

namespace PB.Web.Screening;

public sealed class ChecklistForm
{
    const int Most = 40, Room = 3;

    [Display(Name = "What is the checklist called?")]
    [Required(ErrorMessage = "Give the checklist a name")]
    [StringLength(120, ErrorMessage = "The name must be 120 characters or fewer")]
    public string? Name { get; set => field = value?.Trim(); }

    [MaxLength(Most, ErrorMessage = "A checklist can have up to 40 questions")]
    public List<QuestionForm> Questions { get; set; } = [];

    internal static ChecklistForm Of(Checklist? list) => new ChecklistForm
    {
        Name = list?.Name,
        Questions = [.. (list?.Questions ?? []).Select(QuestionForm.Of)],
    }.WithRoom();

    /// <summary>With empty places at the end, for more questions.</summary>
    internal ChecklistForm WithRoom()
    {
        var empty = Questions.Count(question => question.IsEmpty);
        Questions.AddRange(Enumerable.Range(0, Math.Clamp(Room - empty, 0, Math.Max(0, Most - Questions.Count))).Select(_ => new QuestionForm()));
        return this;
    }

    internal IReadOnlyList<QuestionWords> Read(ModelStateDictionary faults, IStringLocalizer<Words> text)
    {
        foreach (var (question, index) in Questions.Select((question, index) => (question, index)).Where(line => !line.question.IsEmpty))
            foreach (var (field, sentence) in question.Missing())
                faults.AddModelError(string.Create(CultureInfo.InvariantCulture, $"Questions[{index}].{field}"), text[sentence]);
        var words = Questions.Where(question => !question.IsEmpty).Select(question => question.Words()).ToList();
        if (words.Count == 0)
            faults.AddModelError("Questions[0].Question", text["Write at least one question"]);
        return words;
    }
}

public sealed class QuestionForm
{
    [StringLength(300, ErrorMessage = "The question must be 300 characters or fewer")]
    public string? Question { get; set; }

    [StringLength(1000, ErrorMessage = "The guidance must be 1,000 characters or fewer")]
    public string? Guidance { get; set; }

    [StringLength(300, ErrorMessage = "The condition must be 300 characters or fewer")]
    public string? Condition { get; set; }

    [StringLength(500, ErrorMessage = "The sentence must be 500 characters or fewer")]
    public string? WhenPassed { get; set; }

    [StringLength(500, ErrorMessage = "The sentence must be 500 characters or fewer")]
    public string? WhenFailed { get; set; }

    [StringLength(500, ErrorMessage = "The sentence must be 500 characters or fewer")]
    public string? WhenMendable { get; set; }

    public bool MayNotApply { get; set; }

    internal bool IsEmpty => new[] { Question, Guidance, Condition, WhenPassed, WhenFailed, WhenMendable }.All(string.IsNullOrWhiteSpace);

    internal static QuestionForm Of(ChecklistQuestion question) => new()
    {
        Question = question.Question,
        Guidance = question.Guidance,
        Condition = question.Condition,
        WhenPassed = question.WhenPassed,
        WhenFailed = question.WhenFailed,
        WhenMendable = question.WhenMendable,
        MayNotApply = question.MayNotApply,
    };

    internal IEnumerable<(string Field, string Sentence)> Missing()
    {
        if (Typed.Line(Question).Length == 0) yield return (nameof(Question), "Write the question");
        if (Typed.Line(Condition).Length == 0) yield return (nameof(Condition), "Write the condition that people read before they send in ideas: a refusal cites it");
        if (Typed.Line(WhenFailed).Length == 0) yield return (nameof(WhenFailed), "Write the sentence that the proposer reads when the answer is no");
    }

    internal QuestionWords Words() => new(
        Typed.Line(Question), Typed.Lines(Guidance), Typed.Line(Condition), Typed.Line(WhenPassed), Typed.Line(WhenFailed), Typed.Line(WhenMendable))
    {
        MayNotApply = MayNotApply,
    };
}
