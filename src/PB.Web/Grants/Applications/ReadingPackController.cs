using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Marking;

namespace PB.Web.Grants.Applications;

/// <summary>All that a member reads on one page, to print: without what they have a conflict in, and numbered without a gap.</summary>
[Route("funds/{fund}/calls/{call}/pack")]
public sealed class ReadingPackController(GrantTools tools) : GrantController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string fund, string call, CancellationToken cancel)
    {
        if (await CallAsync(fund, call, cancel) is not { MarkingOpenedAt: not null } found || !await MayAsync(found, GrantThing.OwnCard, GrantVerb.Write)) return NotFound();
        var mine = await Db.PileOf(found.Id, Me).Select(own => own.Id).ToListAsync(cancel);
        return View(new ReadingPackPage(fund, found, await Db.WholeApplications().AsNoTracking().Where(own => mine.Contains(own.Id)).OrderBy(own => own.EnteredAt).ToListAsync(cancel))
        {
            Name = await Db.PanelMembers.Where(member => member.PanelId == found.PanelId && member.PersonId == Me && member.LeftAt == null).Select(member => member.DisplayName).SingleOrDefaultAsync(cancel) ?? "",
        });
    }
}

public sealed record ReadingPackPage(string Fund, Call Call, IReadOnlyList<Application> Mine)
{
    /// <summary>Whose copy it is: it stands on the paper.</summary>
    public required string Name { get; init; }
}
