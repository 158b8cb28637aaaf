using System.Data.Common;
using System.Net.Sockets;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace PB.Web.Look;

/// <summary>Says in a designed page what went wrong. It renders the view itself: routing and sign-in may be what failed.</summary>
static class ErrorPages
{
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app) => app
        .UseExceptionHandler(failed => failed.Run(http =>
            Show(http, IsDatabaseDown(http.Features.Get<IExceptionHandlerFeature>()?.Error) ? 503 : 500)))
        .UseStatusCodePages(status => Show(status.HttpContext, status.HttpContext.Response.StatusCode));

    static async Task Show(HttpContext http, int status)
    {
        if (status == 503) http.Response.Headers.RetryAfter = "60";
        var page = new ViewResult { ViewName = $"/Look/Error{Known(status)}.cshtml", StatusCode = status };
        var context = new ActionContext(http, new RouteData(), new ActionDescriptor());
        await http.RequestServices.GetRequiredService<IActionResultExecutor<ViewResult>>().ExecuteAsync(context, page);
    }

    static int Known(int status) => status switch
    {
        403 or 404 or 429 or 503 => status,
        410 => 404,
        < 500 => 400,
        _ => 500,
    };

    static bool IsDatabaseDown(Exception? error) => error switch
    {
        null => false,
        SocketException => true,
        DbException { IsTransient: true } => true,
        _ => IsDatabaseDown(error.InnerException),
    };
}
