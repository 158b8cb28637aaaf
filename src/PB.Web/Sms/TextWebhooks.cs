using System.Data.Common;
using System.Globalization;
using PB.Sms;

namespace PB.Web.Sms;

/// <summary>Where the provider brings texts, and news of ours. What it is answered is always an empty document: replies go out by themselves.</summary>
/// <remarks>Nothing stands in the way here: no limit, no redirect, no page. What we refuse is a lost vote.</remarks>
static partial class TextWebhooks
{
    const string Empty = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

    public static async Task TakeAsync(HttpContext http, TextRequests requests, Switchboard board)
    {
        if (await requests.ReadAsync(http.Request, http.RequestAborted) is not { } fields)
        {
            LogStranger(Log(http));
            await AnswerAsync(http, StatusCodes.Status403Forbidden);
            return;
        }

        // A text that is here is dealt with, even if the provider does not wait for it.
        if (requests.IsOurAccount(fields.GetValueOrDefault("AccountSid", "")) && Read(fields) is { } text)
            await TryAsync(http, text, board);
        else
            LogOddity(Log(http));
        await AnswerAsync(http, http.Response.StatusCode);
    }

    public static async Task HearAsync(HttpContext http, TextRequests requests, DeliveryNews news)
    {
        if (await requests.ReadAsync(http.Request, http.RequestAborted) is not { } fields)
        {
            await AnswerAsync(http, StatusCodes.Status403Forbidden);
            return;
        }

        Guid? id = Guid.TryParseExact(http.Request.Query["o"], "N", out var parsed) ? parsed : null;
        int? error = int.TryParse(fields.GetValueOrDefault("ErrorCode"), NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;
        await news.HearAsync(id, fields.GetValueOrDefault("MessageSid", ""), fields.GetValueOrDefault("MessageStatus", ""), error, CancellationToken.None);
        await AnswerAsync(http, StatusCodes.Status200OK);
    }

    /// <summary>Where the provider goes when the first way failed: the text is kept on disk, under a key, and dealt with by a job.</summary>
    public static async Task KeepAsync(HttpContext http, TextRequests requests, FallbackShelf shelf)
    {
        var fields = await requests.ReadAsync(http.Request, http.RequestAborted);
        if (fields is not null && requests.IsOurAccount(fields.GetValueOrDefault("AccountSid", "")) && Read(fields) is { } text)
            await shelf.KeepAsync(text);
        await AnswerAsync(http, fields is null ? StatusCodes.Status403Forbidden : StatusCodes.Status200OK);
    }

    // All that was done is undone, the message's id too: the provider tries again, here or at the other address.
    static async Task TryAsync(HttpContext http, IncomingText text, Switchboard board)
    {
        try
        {
            await board.TakeAsync(text, CancellationToken.None);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            LogFailure(Log(http), failure.GetType().Name, (failure as DbException)?.SqlState);
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    static IncomingText? Read(IReadOnlyDictionary<string, string> fields) =>
        fields.GetValueOrDefault("MessageSid") is { Length: > 0 and <= 64 } sid && fields.GetValueOrDefault("From") is { Length: > 0 } from && fields.GetValueOrDefault("To") is { } to
            ? new IncomingText(sid, from, to, fields.GetValueOrDefault("Body", "").Replace("\0", "", StringComparison.Ordinal))
            {
                OptOutType = fields.GetValueOrDefault("OptOutType"),
                MediaCount = int.TryParse(fields.GetValueOrDefault("NumMedia"), NumberStyles.None, CultureInfo.InvariantCulture, out var media) ? media : 0,
            }
            : null;

    static Task AnswerAsync(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/xml; charset=utf-8";
        return http.Response.WriteAsync(Empty, CancellationToken.None);
    }

    static ILogger Log(HttpContext http) => http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("PB.Web.Sms");

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request to the texts' address was not signed by the provider.")]
    static partial void LogStranger(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A signed request to the texts' address was for another account, or no text.")]
    static partial void LogOddity(ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "A text could not be dealt with ({Kind} {State}); the provider will bring it again.")]
    static partial void LogFailure(ILogger log, string kind, string? state);
}
