using Microsoft.AspNetCore.Mvc;
using PB.Grants;
using PB.Grants.Applications;

namespace PB.Web.Grants.Applications;

/// <summary>A team asks a coordinator to help with the writing; who helps is written down.</summary>
[Route("applications/{id:guid}/help")]
public sealed class HelpController(GrantTools tools, ApplicationDesk desk) : OwnApplicationController(tools)
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(id, GrantThing.Draft, GrantVerb.Write, cancel);
        if (refusal is not null) return refusal;
        if (!page!.IsLead) return Forbid();
        await desk.WriteAsync(id, (application, now) => application.AskForHelp(now), cancel);
        return Done(GrantPaths.Application(id), Text["A coordinator can now read your draft and help. It is written down that they do."]);
    }
}
