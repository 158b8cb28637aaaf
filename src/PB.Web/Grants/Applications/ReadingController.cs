using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Web.Proposals;

namespace PB.Web.Grants.Applications;

/// <summary>What a member reads: first titles, to say whether they have a stake; then, numbered without gaps, what is theirs to read.</summary>
[Route("funds/{fund}/calls/{call}/reading")]
public sealed class ReadingController(GrantTools tools, QuestionDesk desk) : GrantController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, string call, string? q, CancellationToken cancel)
    {
        if (await OpenAsync(fund, call, cancel) is not { } found) return NotFound();
        var visible = Db.VisibleTo(found.Id, Me).Where(_ => found.MarkingOpenedAt != null);
        if (q is { Length: > 0 })
            visible = visible.Where(a => EF.Functions.ILike(a.Title, $"%{q}%") || EF.Functions.ILike(a.Summary, $"%{q}%"));
        return View(new ReadingPage(fund, found)
        {
            Query = q,
            ToDeclare = await Db.ToDeclare(found.Id, Me).OrderBy(a => a.EnteredAt).Select(a => new ReadingPage.Line(a.Id, a.Ref!, a.Title, a.Group.GroupKind)).ToListAsync(cancel),
            ToRead = await visible.OrderBy(a => a.EnteredAt).Select(a => new ReadingPage.Line(a.Id, a.Ref!, a.Title, a.Group.GroupKind)).ToListAsync(cancel),
        });
    }

    [HttpGet("{reference}")]
    public async Task<IActionResult> Show(string fund, string call, string reference, CancellationToken cancel)
    {
        if (await OpenAsync(fund, call, cancel) is not { } found) return NotFound();
        if (await Db.ToDeclare(found.Id, Me).LineAsync(reference, cancel) is { } title)
            return View("Declare", new InterestForm { Fund = fund, Call = found, Line = title, SameOrganisation = await Db.SharesOrganisationAsync(title.Id, Me, cancel) });
        return found.MarkingOpenedAt is not null && await PageAsync(fund, found, reference, cancel) is { } page ? View(page) : NotFound();
    }

    /// <summary>A member asks the group something, through a coordinator.</summary>
    [HttpPost("{reference}/questions")]
    public async Task<IActionResult> Create(string fund, string call, string reference, string? question, CancellationToken cancel)
    {
        if (await OpenAsync(fund, call, cancel) is not { } found || !await MayAsync(found, GrantThing.OwnCard, GrantVerb.Write) || found.MarkingOpenedAt is null || await PageAsync(fund, found, reference, cancel) is not { } page) return NotFound();
        var words = Typed.Lines(question);
        if (words.Length is 0 or > 500)
            ModelState.AddModelError(nameof(question), Text["Write your question in 500 characters or fewer."]);
        else if (await desk.AskAsync(found, page.Application.Id, Me, words, cancel) is { } why)
            ModelState.AddModelError(nameof(question), Text.Of(why));
        return ModelState.IsValid
            ? Done(GrantPaths.Reading(fund, call, reference), Text["A coordinator reads your question and sends it to the group."])
            : View("Show", page with { Asking = question });
    }

    async Task<ReadPage?> PageAsync(string fund, Call call, string reference, CancellationToken cancel)
    {
        if (await Db.VisibleTo(call.Id, Me).Where(a => a.Ref == reference).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancel) is not { } id) return null;
        return new ReadPage(fund, call, await Db.WholeApplications().AsNoTracking().SingleAsync(a => a.Id == id, cancel))
        {
            Recording = await RecordingLine.ReadAsync(Db, id, cancel) is { ForPanel: true } recording ? recording : null,
            Links = await Db.LinkedWithAsync(id, Db.VisibleTo(call.Id, Me), cancel),
            Questions = await Db.Set<PanelQuestion>().AsNoTracking().Where(q => q.ApplicationId == id && (q.AskedBy == Me || q.ShownAt != null)).OrderBy(q => q.AskedAt).ToListAsync(cancel),
            MayAsk = call.PhaseAt(Now) is CallPhase.Marking or CallPhase.Deciding && await MayAsync(call, GrantThing.OwnCard, GrantVerb.Write),
        };
    }

    async Task<Call?> OpenAsync(string fund, string call, CancellationToken cancel) =>
        await CallAsync(fund, call, cancel) is { InterestsAskedAt: not null } found && await MayAsync(found, GrantThing.Application, GrantVerb.Read, GrantCondition.UnlessConflict)
            && await MayAsync(found, GrantThing.OwnCard, GrantVerb.Write, GrantCondition.Practice) ? found : null;
}

public sealed record ReadingPage(string Fund, Call Call)
{
    public string? Query { get; init; }
    public IReadOnlyList<Line> ToDeclare { get; init; } = [];
    public IReadOnlyList<Line> ToRead { get; init; } = [];

    public sealed record Line(Guid Id, string Ref, string Title, GroupKind Kind);
}

static class ReadingLines
{
    /// <summary>The one of these that is called so; null where it is not among them.</summary>
    public static Task<ReadingPage.Line?> LineAsync(this IQueryable<Application> applications, string reference, CancellationToken cancel) =>
        applications.Where(a => a.Ref == reference).Select(a => new ReadingPage.Line(a.Id, a.Ref!, a.Title, a.Group.GroupKind)).SingleOrDefaultAsync(cancel);
}

public sealed record ReadPage(string Fund, Call Call, Application Application)
{
    /// <summary>The film or voice, where the group wants the panel to see it.</summary>
    public RecordingLine? Recording { get; init; }

    /// <summary>What oneself asked, and what all can read.</summary>
    public IReadOnlyList<PanelQuestion> Questions { get; init; } = [];

    /// <summary>Others for the same event, as far as the reader may know of them.</summary>
    public IReadOnlyList<LinkedPlan> Links { get; init; } = [];

    public bool MayAsk { get; init; }

    /// <summary>A question that was typed and could not be taken.</summary>
    public string? Asking { get; init; }
}
