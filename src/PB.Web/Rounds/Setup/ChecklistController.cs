using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PB.Rounds;

namespace PB.Web.Rounds.Setup;

[Route("rounds/{slug}/setup/checklist")]
public sealed class ChecklistController(StepTools tools) : StepController<ChecklistForm>(tools)
{
    protected override ChecklistForm Read(Round round) => new()
    {
        Points = [.. Enumerable.Range(1, ReadinessEvidence.Points).Select(point =>
            new ChecklistForm.Point { Evidence = round.Readiness.SingleOrDefault(item => item.Point == point)?.Evidence })],
    };

    protected override Task PrepareAsync(ChecklistForm form, Round round, CancellationToken cancel)
    {
        form.Points = [.. form.Points.Concat(Enumerable.Repeat(0, ReadinessEvidence.Points).Select(_ => new ChecklistForm.Point())).Take(ReadinessEvidence.Points)];
        return Task.CompletedTask;
    }

    protected override Task<bool> WriteAsync(ChecklistForm form, Round round, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var (point, index) in form.Points.Take(ReadinessEvidence.Points).Select((point, index) => (point, index)))
            round.GiveEvidence(index + 1, point.Evidence?.Trim() ?? "");
        return Task.FromResult(true);
    }
}

public sealed class ChecklistForm
{
    /// <summary>What young people may expect, in the order of the thirteen points. These are keys of texts.</summary>
    internal static readonly string[] Questions =
    [
        "Have you said what young people can change, and what they cannot?",
        "Have you said how it works, why you ask, and what happens with what they say?",
        "Have you said how and when they hear what came of it?",
        "Is the money approved?",
        "Will it be interesting and fun, and will they learn something?",
        "Are there several ways to take part?",
        "Do young people help to plan it from the very beginning?",
        "Have you thought of what different young people need, can do and believe?",
        "Do they get something to show for it, such as a certificate?",
        "Is it good for the young people who take part?",
        "Has somebody of their age read the words, and understood them?",
        "Can everybody take part, and is everybody treated the same?",
        "Do they have plenty of time?",
    ];

    public List<Point> Points { get; set; } = [];

    public sealed class Point
    {
        [StringLength(1000, ErrorMessage = "Each answer can have up to 1,000 characters")]
        public string? Evidence { get; set; }
    }
}
