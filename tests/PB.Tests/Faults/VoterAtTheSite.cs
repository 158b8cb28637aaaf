using System.Net;
using System.Text.RegularExpressions;

namespace PB.Tests.Faults;

/// <summary>Somebody who votes over HTTP and does not give up: loses the connection, presses twice, tries again with the same form until told that the
/// ballot is in.</summary>
sealed partial class VoterAtTheSite(HttpClient http, Func<Uri> site, string round, string session)
{
    readonly Dictionary<string, string> cookies = new() { ["pb-session"] = session.Split('=', 2)[1] };

    /// <summary>Chooses and comes to the page with the form; null when that ballot turns out to be in already.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>?> ChooseAsync(IEnumerable<int> numbers, CancellationToken cancel)
    {
        while (true)
        {
            var (status, location, _) = await TryAsync(HttpMethod.Post, $"/rounds/{round}/ballot/check", [.. numbers.Select(n => KeyValuePair.Create("p", $"{n}"))], cancel);
            if (status is HttpStatusCode.Found && location!.Contains("/check", StringComparison.Ordinal))
            {
                (status, location, var page) = await TryAsync(HttpMethod.Get, location!, null, cancel);
                if (status is HttpStatusCode.OK && page.IndexOf($"action=\"/rounds/{round}/ballot\"", StringComparison.Ordinal) is >= 0 and var form)
                    return [.. Field().Matches(page[form..page.IndexOf("</form>", form, StringComparison.Ordinal)]).Select(field => KeyValuePair.Create(field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value)))];
                if (status is HttpStatusCode.Found && location!.EndsWith("/receipt", StringComparison.Ordinal))
                    return null;
            }

            Understand(status, location);
            await Task.Delay(50, cancel);
        }
    }

    /// <summary>Sends the form, and again until there is an answer: whether the ballot is in.</summary>
    public async Task<bool> SendAsync(IReadOnlyList<KeyValuePair<string, string>> form, Dice dice, CancellationToken cancel)
    {
        while (true)
        {
            var posts = Enumerable.Range(0, dice.In(20) ? 2 : 1).Select(_ => PostAsync(form, dice.In(15) ? dice.Below(40) : null, cancel)).ToList();
            var answers = await Task.WhenAll(posts);
            if (answers.Contains(true))
                return true;
            if (answers.Contains(false))
                return false;
            await Task.Delay(50, cancel);
        }
    }

    /// <param name="form">What is sent.</param>
    /// <param name="patience">After how many milliseconds the connection is broken off; null to wait.</param>
    /// <param name="cancel">Ends it all.</param>
    async Task<bool?> PostAsync(IReadOnlyList<KeyValuePair<string, string>> form, int? patience, CancellationToken cancel)
    {
        using var hurry = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        if (patience is { } milliseconds)
            hurry.CancelAfter(milliseconds);
        var (status, location, _) = await TryAsync(HttpMethod.Post, $"/rounds/{round}/ballot", form, hurry.Token);
        cancel.ThrowIfCancellationRequested();
        if (status is HttpStatusCode.Conflict)
            return false;
        Understand(status, location);
        if (status is HttpStatusCode.Found && location != $"/rounds/{round}/ballot/receipt")
            throw new InvalidOperationException($"The ballot led to {location}.");
        return status is HttpStatusCode.Found ? true : null;
    }

    // Only what a fault can cause is tried again; anything else is a fault of the site or of this test.
    static void Understand(HttpStatusCode? status, string? location)
    {
        if (status is not (null or HttpStatusCode.ServiceUnavailable or HttpStatusCode.InternalServerError or HttpStatusCode.Found))
            throw new InvalidOperationException($"The site answered {status}.");
        if (location?.Contains("sign-in", StringComparison.Ordinal) is true)
            throw new InvalidOperationException("The site asked to sign in.");
    }

    /// <summary>One request; no status when no answer came.</summary>
    async Task<(HttpStatusCode? Status, string? Location, string Page)> TryAsync(
        HttpMethod method, string path, IReadOnlyList<KeyValuePair<string, string>>? fields, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(site(), path)) { Content = fields is null ? null : new FormUrlEncodedContent(fields) };
            lock (cookies)
                request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            using var answer = await http.SendAsync(request, cancel);
            Keep(answer);
            return (answer.StatusCode, answer.Headers.Location?.OriginalString, await answer.Content.ReadAsStringAsync(cancel));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            return default;
        }
    }

    void Keep(HttpResponseMessage answer)
    {
        if (!answer.Headers.TryGetValues("Set-Cookie", out var set))
            return;
        lock (cookies)
            foreach (var cookie in set.Select(text => text.Split(';')[0].Split('=', 2)))
                cookies[cookie[0]] = cookie[1];
    }

    [GeneratedRegex("name=\"(p|submission|seen|__RequestVerificationToken)\"[^>]*? value=\"([^\"]*)\"")]
    private static partial Regex Field();
}
