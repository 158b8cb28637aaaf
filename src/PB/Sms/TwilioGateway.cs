using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PB.Outbox;

namespace PB.Sms;

/// <summary>Twilio's REST interface, as far as we need it.</summary>
public sealed class TwilioGateway(HttpClient http, SmsSettings settings, SiteAddress site) : ITextGateway
{
    public bool IsReady => settings.AccountSid.Length > 0 && settings.AuthToken.Length + settings.KeySecret.Length > 0;

    public async Task<SentText> SendAsync(OutgoingText text, CancellationToken cancel)
    {
        var fields = new Dictionary<string, string>
        {
            ["To"] = text.To,
            ["From"] = text.From,
            ["Body"] = text.Body,
            ["StatusCallback"] = site.Of($"webhooks/twilio/status?o={text.Id:N}").ToString(),
            ["ValidityPeriod"] = ((int)Math.Clamp(text.Validity.TotalSeconds, 1, 36_000)).ToString(CultureInfo.InvariantCulture),
        };
        if (settings.MessagingServiceSid.Length > 0)
            fields["MessagingServiceSid"] = settings.MessagingServiceSid;
        using var answer = await AskAsync(HttpMethod.Post, "Messages.json", fields, cancel);
        return Sent(answer.RootElement);
    }

    public async Task<DateTimeOffset?> ReceivedAtAsync(string messageSid, CancellationToken cancel)
    {
        try
        {
            using var answer = await AskAsync(HttpMethod.Get, $"Messages/{messageSid}.json", null, cancel);
            return Moment(answer.RootElement, "date_created");
        }
        catch (TextRefusedException unknown) when (unknown.Status == 404)
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<ProviderText>> ReceivedAsync(string number, DateTimeOffset since, CancellationToken cancel)
    {
        var texts = await ListAsync($"Messages.json?To={Uri.EscapeDataString(number)}&DateSent%3E={since.UtcDateTime:yyyy-MM-dd}&PageSize=1000", cancel);
        return [.. from text in texts
                   where Text(text, "direction") == "inbound"
                   select new ProviderText(Text(text, "sid"), Text(text, "from"), Text(text, "to"), Text(text, "body"),
                       int.TryParse(Text(text, "num_media"), NumberStyles.None, CultureInfo.InvariantCulture, out var media) ? media : 0,
                       Moment(text, "date_created") ?? since)
                   into known
                   orderby known.ReceivedAt, known.MessageSid
                   select known];
    }

    public async Task<SentText?> FindSentAsync(OutgoingText text, DateTimeOffset since, CancellationToken cancel)
    {
        var texts = await ListAsync($"Messages.json?To={Uri.EscapeDataString(text.To)}&DateSent%3E={since.UtcDateTime:yyyy-MM-dd}&PageSize=50", cancel);
        var ours = texts.Where(t => Text(t, "direction") != "inbound" && Text(t, "body") == text.Body && Text(t, "from") == text.From && Moment(t, "date_created") >= since.AddMinutes(-1));
        return ours.Select(Sent).FirstOrDefault();
    }

    public async Task RedactAsync(string messageSid, CancellationToken cancel) =>
        (await AskAsync(HttpMethod.Post, $"Messages/{messageSid}.json", new() { ["Body"] = "" }, cancel)).Dispose();

    public async Task ForgetAsync(string messageSid, CancellationToken cancel) =>
        (await AskAsync(HttpMethod.Delete, $"Messages/{messageSid}.json", null, cancel)).Dispose();

    async Task<List<JsonElement>> ListAsync(string path, CancellationToken cancel)
    {
        var texts = new List<JsonElement>();
        for (var next = path; next is not null;)
        {
            using var page = await AskAsync(HttpMethod.Get, next, null, cancel);
            texts.AddRange(page.RootElement.GetProperty("messages").EnumerateArray().Select(text => text.Clone()));
            next = page.RootElement.TryGetProperty("next_page_uri", out var uri) ? uri.GetString() : null;
        }

        return texts;
    }

    async Task<JsonDocument> AskAsync(HttpMethod method, string path, Dictionary<string, string>? fields, CancellationToken cancel)
    {
        var address = path.StartsWith('/') ? path : $"/2010-04-01/Accounts/{settings.AccountSid}/{path}";
        using var request = new HttpRequestMessage(method, new Uri(settings.Api, address));
        var (name, secret) = settings.KeySid.Length > 0 ? (settings.KeySid, settings.KeySecret) : (settings.AccountSid, settings.AuthToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{secret}")));
        request.Content = fields is null ? null : new FormUrlEncodedContent(fields);
        try
        {
            using var response = await http.SendAsync(request, cancel);
            var body = await response.Content.ReadAsStringAsync(cancel);
            return response.IsSuccessStatusCode ? JsonDocument.Parse(body.Length == 0 ? "{}" : body) : throw Refusal((int)response.StatusCode, body);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException || failure is OperationCanceledException && !cancel.IsCancellationRequested)
        {
            throw new TextRefusedException(0, 0, "The provider did not answer.", failure);
        }
    }

    static TextRefusedException Refusal(int status, string body)
    {
        try
        {
            using var said = JsonDocument.Parse(body);
            var code = said.RootElement.TryGetProperty("code", out var value) && value.TryGetInt32(out var number) ? number : 0;
            return new(code, status, $"The provider answered {status} ({code}).");
        }
        catch (JsonException)
        {
            return new(0, status, $"The provider answered {status}.");
        }
    }

    static SentText Sent(JsonElement text) => Text(text, "sid") is { Length: > 0 } sid
        ? new(sid, Deliveries.Of(Text(text, "status")) ?? DeliveryState.Queued)
        : throw new TextRefusedException(0, 0, "The provider did not say what it did.");

    static string Text(JsonElement text, string name) => text.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";

    static DateTimeOffset? Moment(JsonElement text, string name) =>
        DateTimeOffset.TryParse(Text(text, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment.ToUniversalTime() : null;
}
