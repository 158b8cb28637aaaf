using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using PB.Outbox;
using PB.Sms;
using PB.Tests.Sms;
using PB.Tests.Town;

namespace PB.Tests.SecondOpinions;

/// <summary>What Twilio's own library and a server made from Twilio's description say of our texts.</summary>
public sealed class TwilioOpinionTests
{
    [Fact]
    public async Task Twilios_library_signs_a_thousand_requests_as_we_do_and_believes_ours()
    {
        Opinion.Needs("twilio");
        var requests = Request.Any.Sample(1000);
        using var library = Opinion.Ask("sign.cjs");
        var answers = library.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        foreach (var request in requests)
            await library.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { token = request.Token, url = request.Address, fields = request.Fields, signature = request.Ours }));
        library.StandardInput.Close();

        var said = (await answers).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(1000, said.Length);
        Assert.Equal(requests.Select(request => $"{request.Ours} true"), said);
    }

    [Fact]
    public async Task A_server_made_from_Twilios_description_accepts_everything_we_ask_and_not_what_is_wrong()
    {
        const string Description = "twilio_api_v2010.json";
        Opinion.Needs("@stoplight");
        var folder = Path.GetFullPath(Opinion.NeedsFolder("PB_SMS", "sms", Description));
        var (port, cancel) = (SiteProcess.FreePort(), TestContext.Current.CancellationToken);
        using var prism = Opinion.Ask("node_modules/@stoplight/prism-cli/dist/index.js", "mock", Path.Combine(folder, Description), "--port", $"{port}");
        try
        {
            while (await prism.StandardOutput.ReadLineAsync(cancel) is { } line && !line.Contains("is listening", StringComparison.Ordinal))
                continue;
            await AskEverythingAsync(new SmsSettings { AccountSid = TextTown.AccountSid, AuthToken = TextTown.Token, Api = new($"http://127.0.0.1:{port}") }, cancel);
            await AskEverythingAsync(new SmsSettings
            {
                AccountSid = TextTown.AccountSid,
                KeySid = "SK00000000000000000000000000000001",
                KeySecret = "secret",
                MessagingServiceSid = "MG00000000000000000000000000000001",
                Api = new($"http://127.0.0.1:{port}"),
            }, cancel);

            var refused = await Assert.ThrowsAsync<TextRefusedException>(() =>
                Gateway(new() { AccountSid = "AC1", AuthToken = "x", Api = new($"http://127.0.0.1:{port}") }).SendAsync(Text, cancel));
            Assert.Equal(422, refused.Status);
        }
        finally
        {
            prism.Kill(entireProcessTree: true);
        }
    }

    static OutgoingText Text => new(Guid.Parse("0192f0c0-0000-7000-8000-000000000001"), "+447700900900", "+447700900101", "Eastfield PB: vote saved: 2 Skate ramp, 1 Bench. £3 & more?", TimeSpan.FromHours(4));

    static async Task AskEverythingAsync(SmsSettings settings, CancellationToken cancel)
    {
        const string Sid = "SM00000000000000000000000000000001";
        var (gateway, since) = (Gateway(settings), new DateTimeOffset(2027, 3, 6, 12, 0, 0, TimeSpan.Zero));
        await gateway.SendAsync(Text, cancel);
        await gateway.ReceivedAtAsync(Sid, cancel);
        await gateway.ReceivedAsync(Text.From, since, cancel);
        await gateway.FindSentAsync(Text, since, cancel);
        await gateway.RedactAsync(Sid, cancel);
        await gateway.ForgetAsync(Sid, cancel);
    }

    static TwilioGateway Gateway(SmsSettings settings) => new(new HttpClient(new LastPage()), settings, new SiteAddress(TextTown.Public));

    /// <summary>The description's example of a list names a next page for ever. Here the second is the last.</summary>
    sealed class LastPage() : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (answer.IsSuccessStatusCode && request.RequestUri!.Query.Contains("PageToken", StringComparison.Ordinal))
                answer.Content = new StringContent("""{"messages":[]}""");
            return answer;
        }
    }

    /// <summary>A request as the network could send it: any fields, several values of one name, letters of any script.</summary>
    sealed record Request(string Token, string Address, Dictionary<string, string[]> Fields)
    {
        static readonly string[] Letters = ["a", "Z", "9", "+", "&", "=", "%20", " ", "é", "ß", "日", "\U0001F333", "\n", "\"", "/", "?"];
        static readonly string[] Hosts = ["pb.example.org.uk", "pb.example.org.uk:8443", "127.0.0.1:8080", "xn--bcher-kva.example"];

        public string Ours => TwilioSignature.Sign(Address, Fields.Select(one => KeyValuePair.Create(one.Key, (IReadOnlyList<string>)one.Value)), Token);

        static Gen<string> Word(int most) => Gen.Elements(Letters).ArrayOf().Resize(most).Select(string.Concat);

        public static Gen<Request> Any { get; } =
            from token in Gen.Elements("0123456789abcdef".ToCharArray()).ArrayOf(32)
            from scheme in Gen.Elements("https", "http")
            from host in Gen.Elements(Hosts)
            from path in Gen.Elements("sms", "status?o=1&b=%C3%A9#rc=3")
            from fields in Gen.Zip(Word(8), Word(30).NonEmptyListOf().Resize(3)).ListOf().Resize(20)
            select new Request(new(token), $"{scheme}://{host}/webhooks/twilio/{path}", fields.DistinctBy(field => field.Item1).ToDictionary(field => field.Item1, field => field.Item2.ToArray()));
    }
}
