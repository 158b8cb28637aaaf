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

    /// <summary>Lets people vote by text in a round, at this number.</summary>
    public static TextSetUp Answer(PbContext db, string at, Guid round, DateTimeOffset now, ProofOfVoter proof = ProofOfVoter.LetterCode)
    {
        var number = new TextNumber(at, OptOutMode.ProviderAdvanced, now);
        var setUp = new TextSetUp(round, "EAST", "Eastfield PB");
        setUp.Help("01632 960123", "pb.example.uk", "2 1");
        setUp.AnswerOn([number.Id]);
        setUp.Ask(proof, confirmFirst: false, EchoOfVote.Titles);
        db.AddRange(number, setUp);
        return setUp;
    }

    /// <summary>Ties a phone to somebody's account, as their own text would.</summary>
    public Task<int> LinkAsync(Guid person, string phone) => WithAsync<IServiceProvider, int>(async services =>
    {
        await using var held = await services.GetRequiredService<PbContext>().Database.BeginTransactionAsync();
        var book = services.GetRequiredService<PhoneBook>();
        await book.LinkToAsync(await book.PutDownAsync(phone, CancellationToken.None), person, ProofOfLink.JoinText, CancellationToken.None);
        await held.CommitAsync();
        return 0;
    });

    /// <summary>What all texts of a day may cost, in pence.</summary>
    public void SpendAtMost(long pence) => Set(Hall.Services.GetRequiredService<SmsSettings>(), nameof(SmsSettings.DailyLimit), pence);

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
    public Task<HttpResponseMessage> TextAsync(string sid, string from, string to, string body, string? optOutType = null, int media = 0, string path = "webhooks/twilio/sms") =>
        PostAsync(path, Fields(sid, from, to, body, optOutType, media));

    /// <summary>Posts what became of a text of ours, as the network does.</summary>
    public async Task<HttpResponseMessage> StatusAsync(string sid, string status, int? error)
    {
        var fields = new Dictionary<string, string> { ["AccountSid"] = AccountSid, ["MessageSid"] = sid, ["MessageStatus"] = status, ["ErrorCode"] = $"{error}" };
        return await PostAsync("webhooks/twilio/status", fields);
    }

    async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> fields)
    {
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
