using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using PB.Data;

namespace PB.Web.Proposals;

[AllowAnonymous]
[Route("rounds/{slug}/proposals/{number:int}/photos")]
public sealed class ProposalPhotoController(PbContext db) : Controller
{
    [HttpGet("{place:int:min(1)}")]
    public async Task<IActionResult> Show(string slug, int number, int place, CancellationToken cancel)
    {
        var photo = await (
            from round in db.Rounds
            where round.Slug == slug && round.AnnouncedAt != null
            join proposal in db.Proposals on round.Id equals proposal.RoundId
            where proposal.Number == number
            join picture in db.ProposalPhotos on proposal.Id equals picture.ProposalId
            orderby picture.Id
            select new { picture.Id, picture.Jpeg }).Skip(place - 1).FirstOrDefaultAsync(cancel);
        if (photo is null) return NotFound();
        Response.Headers.CacheControl = "public, max-age=86400";
        return File(photo.Jpeg, "image/jpeg", lastModified: null, new EntityTagHeaderValue($"\"{photo.Id:N}\""));
    }
}
