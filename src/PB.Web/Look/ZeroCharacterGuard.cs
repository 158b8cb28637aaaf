using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;

namespace PB.Web.Look;

/// <summary>Turns away what holds the zero character: no keyboard types it, and PostgreSQL can neither keep it nor look for it.</summary>
sealed class ZeroCharacterGuard : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        var texts = request.Query.Concat(await FormAsync(request)).SelectMany(field => field.Value.Append(field.Key))
            .Concat(request.RouteValues.Values.Select(value => value as string));
        if (texts.Any(text => text?.Contains('\0', StringComparison.Ordinal) is true))
            context.Result = new BadRequestResult();
        else
            await next();
    }

    static async Task<IEnumerable<KeyValuePair<string, StringValues>>> FormAsync(HttpRequest request)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync() : [];
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException)
        {
            // It is too large or torn off: the page's own reading of it says so.
            return [];
        }
    }
}
