using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using PB.Grants.Calls;
using PB.Web.Look;
using PB.Web.Proposals;

namespace PB.Web.Grants.Calls;

public sealed class CriteriaForm
{
    internal const int Most = 8;

    static readonly string[] UsualAnchors = ["Not at all", "A little", "Some of it", "Well enough", "Very well", "It could not be better"];

    public List<CriterionLine> Lines { get; set; } = [];

    internal string Fund { get; set; } = "";
    internal Call Call { get; set; } = null!;

    internal static CriteriaForm Of(string fund, Call call) => new()
    {
        Fund = fund,
        Call = call,
        Lines = [.. call.Criteria.Select(CriterionLine.Of), .. Enumerable.Range(0, Math.Max(1, 4 - call.Criteria.Count)).Select(_ => new CriterionLine())],
    };

    /// <summary>Weights that do not add up are taken: the chair sees it when they are fixed.</summary>
    internal IReadOnlyList<CriterionWords>? Read(ModelStateDictionary faults, IStringLocalizer<Words> text)
    {
        var words = new List<CriterionWords>();
        foreach (var (line, index) in Lines.Take(Most).Select((line, index) => (line, index)).Where(entry => entry.line.Name is { Length: > 0 }))
        {
            if (line.Weight is null)
                faults.AddModelError($"Lines[{index}].Weight", text["{0}: write how much it weighs, from 1 to 100", line.Name!]);
            var anchors = (line.Anchors ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (anchors.Length is not (0 or 6))
                faults.AddModelError($"Lines[{index}].Anchors", text["{0}: write six lines, for the marks 0 to 5, or none", line.Name!]);
            words.Add(new CriterionWords(line.Name!, line.Question ?? "", anchors.Length == 6 ? anchors : UsualAnchors, line.Weight ?? 1));
        }

        if (words.Count == 0)
            faults.AddModelError("Lines[0].Name", text["Write down at least one thing that counts"]);
        return faults.IsValid ? words : null;
    }
}

public sealed class CriterionLine
{
    [Display(Name = "What counts")]
    [StringLength(80, ErrorMessage = "Say it in 80 characters or fewer")]
    public string? Name { get; set => field = Typed.Line(value); }

    [Display(Name = "The question that a member answers")]
    [StringLength(200, ErrorMessage = "Ask it in 200 characters or fewer")]
    public string? Question { get; set => field = Typed.Line(value); }

    [Display(Name = "What the marks 0 to 5 mean, one a line")]
    [StringLength(1200, ErrorMessage = "Write it in 1,200 characters or fewer")]
    public string? Anchors { get; set => field = Typed.Lines(value); }

    [Display(Name = "How much it weighs, of 100")]
    [Range(1, 100, ErrorMessage = "Write a number from 1 to 100")]
    public int? Weight { get; set; }

    internal static CriterionLine Of(Criterion criterion) =>
        new() { Name = criterion.Name, Question = criterion.Question, Anchors = string.Join('\n', criterion.Anchors), Weight = criterion.Weight };
}
