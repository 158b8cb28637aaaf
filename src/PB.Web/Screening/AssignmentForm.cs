using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using PB.Screening;
using PB.Tally;
using PB.Web.Look;
using PB.Web.Proposals;

namespace PB.Web.Screening;

public sealed class AssignmentForm
{
    /// <summary>An answer for each question, in their order.</summary>
    public List<CheckAnswer?> Answers { get; set; } = [];

    [Display(Name = "What would it cost?")]
    [StringLength(60, ErrorMessage = "Write the cost in figures, such as 1,500")]
    public string? Estimate { get; set; }

    [Display(Name = "Note for other officers")]
    [StringLength(2000, ErrorMessage = "Write the note in 2,000 characters or fewer")]
    public string? Note { get; set; }

    /// <summary>When the answers were given that stood there when the form was opened.</summary>
    public DateTimeOffset? Seen { get; set; }

    internal AssignmentCard Card { get; set; } = null!;

    /// <summary>Where the second word goes to; null for the officers' own page.</summary>
    internal string? JudgedAt { get; set; }

    internal static AssignmentForm Of(AssignmentCard card) => new()
    {
        Card = card,
        Answers = [.. card.Questions.Select(question => card.Assignment.Answers.SingleOrDefault(a => a.QuestionId == question.Id)?.Answer)],
        Estimate = card.Assignment.Estimate is { } estimate ? Typed.Sum(estimate, card.Round.Currency) : null,
        Seen = card.Assignment.AnsweredAt,
    };

    internal DepartmentAnswer? Read(ModelStateDictionary faults, IStringLocalizer<Words> text)
    {
        var given = new Dictionary<Guid, CheckAnswer>();
        foreach (var question in Card.Questions)
            if (Answers.ElementAtOrDefault(question.Position - 1) is { } answer && Card.Allows(question, answer))
                given[question.Id] = answer;
            else
                faults.AddModelError(FieldOf(question), text["Answer question {0}", question.Position]);
        Money? estimate = null;
        if (Typed.Line(Estimate) is { Length: > 0 } typed)
            if (text.WhyNoSum(typed, Card.Round.Currency, out var sum) is { } fault)
                faults.AddModelError(nameof(Estimate), fault);
            else
                estimate = sum;
        return faults.IsValid ? new DepartmentAnswer(given, estimate) : null;
    }

    internal static string FieldOf(ChecklistQuestion question) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Answers[{question.Position - 1}]");
}
