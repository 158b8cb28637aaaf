using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Web;

namespace PB.Tests.Sms;

/// <summary>The provider, as far as we use it, on this machine: takes texts, lists those that came in, empties them; and fails where a test wants it to.</summary>
public sealed class FakeTwilio : IDisposable
{
    readonly HttpListener listener = new();
    readonly ConcurrentDictionary<string, Known> texts = [];
    int count;

    public FakeTwilio()
    {
        var port = Town.SiteProcess.FreePort();
        Address = new Uri($"http://127.0.0.1:{port}/");
        listener.Prefixes.Add(Address.ToString());
        listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public Uri Address { get; }

    /// <summary>What was sent, oldest first.</summary>
    public ConcurrentQueue<(string From, string To, string Body, string Callback)> Sent { get; } = [];

    /// <summary>Answers that come before it works again: a status (0 for none at all), a code, and whether the text goes out all the same.</summary>
    public ConcurrentQueue<(int Status, int Code, bool Sends)> Faults { get; } = [];

    public ConcurrentQueue<string> Redacted { get; } = [];

    /// <summary>What time it is at the provider.</summary>
    public Func<DateTimeOffset> Now { get; set; } = () => DateTimeOffset.UnixEpoch;

    /// <summary>How long it thinks before it answers.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Lets a text come in at the provider.</summary>
    public void Receive(string sid, string from, string to, string body, DateTimeOffset at) => texts[sid] = new(sid, from, to, body, "inbound", at);

    public void Dispose() => listener.Close();

    async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var (status, body) = await AnswerAsync(context.Request);
            await Task.Delay(Delay);
            if (status == 0)
            {
                context.Response.Abort();
                continue;
            }

            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
            context.Response.Close();
        }
    }

    async Task<(int, string)> AnswerAsync(HttpListenerRequest request)
    {
        if (request.Headers["Authorization"] is null)
            return (401, Fault(401, 20003));
        var path = request.Url!.AbsolutePath;
        var sid = path.Split('/')[^1].Replace(".json", "", StringComparison.Ordinal);
        using var reader = new StreamReader(request.InputStream);
        var fields = HttpUtility.ParseQueryString(await reader.ReadToEndAsync());
        return (request.HttpMethod, sid) switch
        {
            ("POST", "Messages") => Send(fields["From"]!, fields["To"]!, fields["Body"]!, fields["StatusCallback"]!),
            ("GET", "Messages") => (200, List(HttpUtility.ParseQueryString(request.Url.Query)["To"]!)),
            ("GET", _) => texts.TryGetValue(sid, out var text) ? (200, Json(text)) : (404, Fault(404, 20404)),
            ("POST", _) => Redact(sid),
            _ => (204, ""),
        };
    }

    (int, string) Send(string from, string to, string body, string callback)
    {
        var fault = Faults.TryDequeue(out var planned) ? planned : ((int Status, int Code, bool Sends)?)null;
        if (fault is { Sends: false } refused)
            return (refused.Status, Fault(refused.Status, refused.Code));
        var sid = string.Create(CultureInfo.InvariantCulture, $"SM{Interlocked.Increment(ref count):x32}");
        texts[sid] = new(sid, from, to, body, "outbound-api", Now());
        Sent.Enqueue((from, to, body, callback));
        return fault is { } late ? (late.Status, Fault(late.Status, late.Code)) : (201, Json(texts[sid]));
    }

    (int, string) Redact(string sid)
    {
        Redacted.Enqueue(sid);
        return (200, Json(texts.GetValueOrDefault(sid) ?? new(sid, "", "", "", "inbound", DateTimeOffset.UnixEpoch)));
    }

    string List(string to) => JsonSerializer.Serialize(new
    {
        messages = texts.Values.Where(text => text.To == to).OrderBy(text => text.At).Select(Fields),
        next_page_uri = (string?)null,
    });

    static string Json(Known text) => JsonSerializer.Serialize(Fields(text));

    static object Fields(Known text) => new
    {
        sid = text.Sid,
        from = text.From,
        to = text.To,
        body = text.Body,
        direction = text.Direction,
        status = text.Direction == "inbound" ? "received" : "queued",
        num_media = "0",
        date_created = text.At.UtcDateTime.ToString("r", CultureInfo.InvariantCulture),
    };

    static string Fault(int status, int code) => JsonSerializer.Serialize(new { code, message = "No.", more_info = "", status });

    sealed record Known(string Sid, string From, string To, string Body, string Direction, DateTimeOffset At);
}
