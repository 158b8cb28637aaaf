using Microsoft.AspNetCore.Mvc.Filters;

namespace PB.Web.Proposals;

/// <summary>A page behind a secret address: kept by no cache and no search engine, and its address told to nobody.</summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class PrivatePage : ActionFilterAttribute
{
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex";
    }
}
