using Microsoft.AspNetCore.Mvc;
using PB.Grants;
using PB.Grants.Recordings;

namespace PB.Web.Grants.Applications;

/// <summary>A film or a voice in place of many words, and what is said in it for those who cannot see or hear it.</summary>
[Route("applications/{id:guid}/recording")]
public sealed class RecordingController(GrantTools tools, RecordingDesk desk) : OwnApplicationController(tools)
{
    /// <summary>More than a recording may be, so that one that is too large gets a sentence and not a closed door.</summary>
    const int MostBytesRead = 150 * 1024 * 1024;

    [HttpGet("")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(id, GrantThing.Draft, GrantVerb.Write, cancel);
        return refusal ?? (page!.IsOfTeam ? View(RecordingForm.Of(page)) : Forbid());
    }

    /// <summary>Keeps the words first: whatever becomes of the file, they are not lost.</summary>
    [HttpPost("")]
    [RequestSizeLimit(MostBytesRead)]
    [RequestFormLimits(MultipartBodyLengthLimit = MostBytesRead)]
    public async Task<IActionResult> Update(Guid id, RecordingForm form, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(id, GrantThing.Draft, GrantVerb.Write, cancel);
        if (refusal is not null) return refusal;
        if (!page!.IsOfTeam) return Forbid();
        form.Page = page;
        if (ModelState.IsValid && await desk.WriteDownAsync(id, form.Transcript ?? "", cancel) is { } late)
            ModelState.AddModelError("", Text.Of(late));
        if (ModelState.IsValid && form.File is { } upload)
            await KeepAsync(id, form, upload, cancel);
        else if (ModelState.IsValid && page.Recording is { ForPanel: false } && form.ForPanel)
            await desk.ShowToPanelAsync(id, cancel);
        else if (ModelState.IsValid && page.Recording is { ForPanel: true } && !form.ForPanel)
            await desk.TakeBackAsync(PlaceOf(page), Me, cancel);
        return ModelState.IsValid ? Redirect($"{GrantPaths.Application(id)}/sending") : View("Edit", form);
    }

    /// <summary>The group wants it to be gone: at once, and also when all was sent long ago.</summary>
    [HttpPost("end")]
    public async Task<IActionResult> Destroy(Guid id, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(id, GrantThing.Application, GrantVerb.Read, cancel);
        if (refusal is not null) return refusal;
        if (!page!.IsOfTeam) return Forbid();
        await desk.TakeBackAsync(PlaceOf(page), Me, cancel);
        return Done(GrantPaths.Application(id), Text["It is deleted. The words that you wrote down stay."]);
    }

    async Task KeepAsync(Guid id, RecordingForm form, IFormFile upload, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        if (upload.Length <= RecordingFile.MostBytes)
            await upload.CopyToAsync(bytes, cancel);
        var (file, why) = upload.Length > RecordingFile.MostBytes ? (null, RecordingRefusal.TooLarge) : RecordingFile.Cut(bytes.ToArray());
        if (why is { } refusal)
            ModelState.AddModelError(nameof(form.File), Text.Of(refusal));
        else if (await desk.KeepAsync(id, Me, (file!, form.ForPanel), cancel) is { } late)
            ModelState.AddModelError("", Text.Of(late));
    }

    static ApplicationPlace PlaceOf(ApplicationPage page) => new(page.Application.Id, $"funds/{page.Fund.Slug}/calls/{page.Call.Slug}");
}
