using Microsoft.Extensions.Primitives;
using PB.Outbox;
using PB.Sms;

namespace PB.Web.Sms;

/// <summary>Reads the provider's requests as they were sent, and believes none that it did not sign.</summary>
sealed class TextRequests(SmsSettings settings, SiteAddress site)
{
    /// <returns>The fields; null where the request is not the provider's.</returns>
    public async Task<IReadOnlyDictionary<string, string>?> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (!request.HasFormContentType)
            return null;
        var form = await request.ReadFormAsync(cancel);
        List<KeyValuePair<string, IReadOnlyList<string>>> fields = [.. form.Select(field => KeyValuePair.Create(field.Key, Values(field.Value)))];
        var isTheirs = TwilioSignature.IsOf(request.Headers["X-Twilio-Signature"], AddressOf(request), fields, settings.Tokens);
        return isTheirs ? form.ToDictionary(field => field.Key, field => field.Value.Count > 0 ? field.Value[0] ?? "" : "", StringComparer.Ordinal) : null;
    }

    public bool IsOurAccount(string account) => account == settings.AccountSid;

    // Never by what the request says of its host: then the caller would choose what is checked.
    string AddressOf(HttpRequest request) =>
        site.Root.OriginalString.TrimEnd('/') + request.PathBase.ToUriComponent() + request.Path.ToUriComponent() + request.QueryString.ToUriComponent();

    static IReadOnlyList<string> Values(StringValues values) => [.. values.Select(value => value ?? "")];
}
