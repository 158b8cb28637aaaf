using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Web.Proposals;

/// <summary>Leads from the number that an idea had to the number that the lot gave it. No number ever belonged to two ideas.</summary>
public sealed class EarlierNumbers(PbContext db) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is NotFoundResult && await AddressNowAsync(context.HttpContext) is { } address)
            context.Result = new RedirectResult(address, permanent: true);
        await next();
    }

    async Task<string?> AddressNowAsync(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || http.GetRouteValue("slug") is not string slug
            || !int.TryParse(http.GetRouteValue("number") as string, out var earlier)
            || !http.Request.Path.StartsWithSegments(ProposalPaths.Show(slug, earlier), out var rest))
            return null;
        var number = await (
            from proposal in db.Proposals
            where proposal.EarlierNumber == earlier
            join round in db.Rounds on proposal.RoundId equals round.Id
            where round.Slug == slug && round.AnnouncedAt != null
            select proposal.Number).SingleOrDefaultAsync(http.RequestAborted);
        return number is { } drawn ? ProposalPaths.Show(slug, drawn) + rest.ToUriComponent() + http.Request.QueryString.ToUriComponent() : null;
    }
}
