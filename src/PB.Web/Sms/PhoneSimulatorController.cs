using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Outbox;
using PB.Sms;

namespace PB.Web.Sms;

/// <summary>The demonstration's telephone: what is typed here goes to the real address for texts, signed, as from a phone. Elsewhere it does not exist.</summary>
[AllowAnonymous, Route("phone")]
public sealed class PhoneSimulatorController(PbContext db, SmsSettings settings, TextKeys keys, IServiceProvider services) : Controller
{
    static readonly string[] Phones = ["+447700900101", "+447700900102", "+447700900103"];

    bool IsOpen => services.GetRequiredService<Demonstration.Demonstration>().IsOn;

    [HttpGet]
    public async Task<IActionResult> Show(string? from, string? to, CancellationToken cancel)
    {
        if (!IsOpen)
            return NotFound();
        var numbers = await db.Set<TextNumber>().OrderBy(number => number.Number).Select(number => number.Number).ToListAsync(cancel);
        var (phone, number) = (Known(from, Phones), numbers.Count == 0 ? "" : Known(to, numbers));
        Response.Headers.CacheControl = "no-store";
        return View("PhoneSimulator/Show", new PhoneSimulatorPage(phone, number, Phones, numbers)
        {
            Lines = await db.ThreadAsync(keys, phone, number, cancel),
            Hints = await HintsAsync(number, cancel),
        });
    }

    [HttpPost]
    public async Task<IActionResult> Create(string? from, string? to, string? body, CancellationToken cancel)
    {
        if (!IsOpen)
            return NotFound();
        var phone = Known(from, Phones);
        await SendAsync(phone, to ?? "", body ?? "", cancel);
        // The answer waits in the outbox; here nobody wants to wait for the job that sends.
        await services.GetRequiredService<SendTexts>().RunAsync(cancel);
        return Redirect($"/phone?from={Uri.EscapeDataString(phone)}&to={Uri.EscapeDataString(to ?? "")}#newest");
    }

    async Task SendAsync(string from, string to, string body, CancellationToken cancel)
    {
        var sid = $"SM{RandomNumberGenerator.GetHexString(32, lowercase: true)}";
        Dictionary<string, string> fields = new()
        {
            ["AccountSid"] = settings.AccountSid,
            ["ApiVersion"] = "2010-04-01",
            ["Body"] = body,
            ["From"] = from,
            ["To"] = to,
            ["MessageSid"] = sid,
            ["NumMedia"] = "0",
        };
        var address = services.GetRequiredService<SiteAddress>().Of("webhooks/twilio/sms");
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("X-Twilio-Signature", TwilioSignature.Sign(address.OriginalString,
            fields.Select(field => KeyValuePair.Create(field.Key, (IReadOnlyList<string>)[field.Value])), settings.AuthToken));
        using var network = services.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(TwilioGateway));
        using var answer = await network.SendAsync(request, cancel);
        answer.EnsureSuccessStatusCode();
    }

    async Task<IReadOnlyList<PhoneSimulatorPage.Hint>> HintsAsync(string number, CancellationToken cancel) =>
        await (from setUp in db.Set<TextSetUp>()
               join round in db.Rounds on setUp.RoundId equals round.Id
               where setUp.Numbers.Any(n => db.Set<TextNumber>().Any(t => t.Id == n.NumberId && t.Number == number))
               orderby setUp.Keyword
               select new PhoneSimulatorPage.Hint(round.Title, round.Slug, setUp.Keyword,
                   db.Neighbourhoods.Where(place => round.Neighbourhoods.Any(part => part.NeighbourhoodId == place.Id || part.NeighbourhoodId == place.ParentId))
                       .SelectMany(place => place.Postcodes).Select(postcode => postcode.Postcode).FirstOrDefault())).ToListAsync(cancel);

    static string Known(string? wanted, IReadOnlyList<string> all) => wanted is not null && all.Contains(wanted) ? wanted : all[0];
}
