using Microsoft.AspNetCore.Mvc;
using PB.Grants;
using PB.Grants.Applications;
using PB.Web.Proposals;

namespace PB.Web.Grants.Applications;

/// <summary>A group answers what the panel wants to know.</summary>
[Route("applications/{id:guid}/questions/{question:guid}")]
public sealed class AnswerController(GrantTools tools, QuestionDesk desk) : OwnApplicationController(tools)
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, Guid question, string? answer, CancellationToken cancel)
    {
        // Both who may write here answer: the team by its own part, and the adult by theirs.
        var (page, refusal) = await OpenAsync(id, GrantThing.Draft, GrantVerb.Write, cancel);
        if (refusal is not null)
            (page, refusal) = await OpenAsync(id, GrantThing.Draft, GrantVerb.Write, cancel, GrantCondition.SectionB);
        if (refusal is not null) return refusal;
        if (page!.Questions.All(asked => asked.Id != question)) return NotFound();
        var (field, words) = ($"answer-{question}", Typed.Lines(answer));
        if (words.Length is 0 or > 2000)
            return Again(page, (field, answer), Text["Write your answer in 2,000 characters or fewer."]);
        return await desk.AnswerAsync(question, words, cancel) is { } why
            ? Again(page, (field, answer), Text.Of(why))
            : Done(GrantPaths.Application(id), Text["Thank you. A coordinator reads it, and passes it on."]);
    }
}
