using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Approvals;
using PB.Data;
using PB.Web.Journal;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Approvals;

/// <summary>The list of voters that two people agreed on: for whoever asked, for 7 days, marked with their name. Nothing of it is kept.</summary>
[Authorize(Staffed.TwoPeople)]
[Route("desk/approvals/{id:guid}/voters.csv")]
public sealed class VoterListController(PbContext db, TimeProvider clock) : Controller
{
    static readonly string[] Head = ["name", "email", "postcode", "downloaded_by", "request"];

    [HttpGet, ReadsPersonalData("Downloaded the list of voters")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancel)
    {
        var (me, now) = (User.Id()!.Value, clock.GetUtcNow());
        var agreed = await db.ApprovalRequests.SingleOrDefaultAsync(request =>
            request.Id == id && request.Act == ApprovedAct.ExportVoters && request.RequestedBy == me && request.UsedAt != null, cancel);
        if (agreed is null || now >= agreed.UsedAt!.Value.AddDays(7))
            return NotFound();

        var places = await db.Rounds.Where(round => round.Id == agreed.RoundId).SelectMany(round => round.Neighbourhoods).Select(part => part.NeighbourhoodId).ToListAsync(cancel);
        var within = new HashSet<Guid>();
        foreach (var place in places)
            within.UnionWith(await PB.Neighbourhoods.NeighbourhoodTree.WithinAsync(db, place, cancel));
        var voters = await (
            from voter in db.Voters
            join person in db.Users on voter.PersonId equals person.Id
            where db.Neighbourhoods.Any(n => within.Contains(n.Id) && n.Postcodes.Any(postcode => postcode.Postcode == voter.Postcode))
            orderby person.Name
            select new { person.Name, person.Email, voter.Postcode }).ToListAsync(cancel);
        return File(CsvTable.Of(Head, voters.Select(v => (IEnumerable<string>)[v.Name, v.Email ?? "", v.Postcode ?? "", User.Identity!.Name ?? "", $"{id}"])),
            CsvTable.ContentType, "voters.csv");
    }
}
