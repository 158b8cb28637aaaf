using Microsoft.Extensions.DependencyInjection;
using PB.Data;
using PB.Outbox;
using PB.Sms;
using PB.Tests.Town;

namespace PB.Tests.Sms;

/// <summary>A town whose residents text: the site at a real port, and a telephone network beside it.</summary>
public sealed class TextTown : IAsyncDisposable
{
    public const string AccountSid = "AC00000000000000000000000000000001", Token = "0123456789abcdef0123456789abcdef";

    readonly HttpClient client;
    readonly List<Action> undo = [];

    TextTown(TownHall hall, HttpClient client)
    {
        (Hall, this.client) = (hall, client);
        Network.Now = hall.Clock.GetUtcNow;
        var (settings, site) = (hall.Services.GetRequiredService<SmsSettings>(), hall.Services.GetRequiredService<SiteAddress>());
        Set(settings, nameof(SmsSettings.Gateway), "twilio");
        Set(settings, nameof(SmsSettings.AccountSid), AccountSid);
        Set(settings, nameof(SmsSettings.AuthToken), Token);
        Set(settings, nameof(SmsSettings.Api), Network.Address);
        Set(site, nameof(SiteAddress.Root), Public);
    }

    public TownHall Hall { get; }

    public FakeTwilio Network { get; } = new();

    /// <summary>The address that the network signs: the public one, not the one at which the site listens.</summary>
    public static Uri Public { get; } = new("https://pb.example.org.uk/");

    /// <summary>In a hall that others use too. What it is told of the network is taken back afterwards.</summary>
    public static TextTown In(TownHall hall) => new(hall, hall.CreateClient());

    /// <summary>In a hall of its own, at a real port.</summary>
    public static TextTown At(TownHall hall) => new(hall, new HttpClient { BaseAddress = hall.Open() });

    public ValueTask DisposeAsync()
    {
        undo.ForEach(again => again());
        client.Dispose();
        Network.Dispose();
        return ValueTask.CompletedTask;
    }

    public async Task MoveToAsync(DateTimeOffset moment)
    {
        Hall.Clock.MoveTo(moment.ToUniversalTime());
        await Hall.Database.MoveClockAsync(moment);
    }

    /// <summary>Posts a text as the network does: a signed form.</summary>
    public async Task<HttpResponseMessage> TextAsync(string sid, string from, string to, string body, string? optOutType = null, int media = 0, string path = "webhooks/twilio/sms")
    {
        var fields = Fields(sid, from, to, body, optOutType, media);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("X-Twilio-Signature", TwilioSignature.Sign(new Uri(Public, path).ToString(), fields.Select(f => KeyValuePair.Create(f.Key, (IReadOnlyList<string>)[f.Value])), Token));
        return await client.SendAsync(request);
    }

    public HttpClient Client => client;

    public static Dictionary<string, string> Fields(string sid, string from, string to, string body, string? optOutType = null, int media = 0)
    {
        var fields = new Dictionary<string, string>
        {
            ["AccountSid"] = AccountSid,
            ["ApiVersion"] = "2010-04-01",
            ["Body"] = body,
            ["From"] = from,
            ["To"] = to,
            ["FromCountry"] = "GB",
            ["FromCity"] = "",
            ["MessageSid"] = sid,
            ["SmsSid"] = sid,
            ["NumMedia"] = media.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["NumSegments"] = "1",
            ["SmsStatus"] = "received",
        };
        if (optOutType is not null)
            fields["OptOutType"] = optOutType;
        return fields;
    }

    public async Task RunAsync<TJob>() where TJob : PB.Jobs.IJob
    {
        await using var scope = Hall.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TJob>().RunAsync(CancellationToken.None);
    }

    public async Task<T> AskAsync<T>(Func<PbContext, Task<T>> ask)
    {
        await using var scope = Hall.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<PbContext>());
    }

    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> ask) where TService : notnull
    {
        await using var scope = Hall.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task ChangeAsync(Func<PbContext, Task> change) => AskAsync(async db =>
    {
        await change(db);
        return await db.SaveChangesAsync();
    });

    void Set(object settings, string name, object value)
    {
        var property = settings.GetType().GetProperty(name)!;
        var before = property.GetValue(settings);
        undo.Add(() => property.SetValue(settings, before));
        property.SetValue(settings, value);
    }
}
