using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using PB.Data;
using PB.Sms;
using PB.Tests.Faults;
using PB.Tests.Town;
using PB.Web.Data;

namespace PB.Tests.Sms;

/// <summary>A minute of texts at a steady pace: <c>ops/bench texts</c>. The pace does not wait for answers; what is late counts as late.</summary>
public sealed class TextBench : IAsyncLifetime
{
    const string Number = "+447700900900";

    // What a site that has just been started still compiles is not what a minute of texts costs.
    const int WarmUp = 6000;

    static readonly int PerSecond = Setting("PB_BENCH_TEXTS", 500), Seconds = Setting("PB_BENCH_SECONDS", 60);

    readonly string folder = Directory.CreateTempSubdirectory("pb-texts-").FullName;
    readonly ConcurrentBag<double> times = [];
    int refused;
    Cluster cluster = null!;
    NpgsqlDataSource owner = null!;

    public async ValueTask InitializeAsync()
    {
        cluster = await Cluster.StartAsync();
        owner = NpgsqlDataSource.Create(cluster.Owner);
        await Migration.RunAsync(owner);
    }

    public async ValueTask DisposeAsync()
    {
        await owner.DisposeAsync();
        await cluster.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact(Explicit = true)]
    public async Task Measure()
    {
        var phones = PerSecond * Seconds;
        await SettleAsync(phones + WarmUp);
        await using var site = await SiteProcess.StartAsync(cluster.Web, cluster.Owner, folder, Environment.GetEnvironmentVariable("PB_BENCH_SITE"),
            ("Jobs__Engine", "none"), ("Sms__Gateway", "twilio"), ("Sms__AccountSid", TextTown.AccountSid), ("Sms__AuthToken", TextTown.Token), ("Site__BaseUrl", TextTown.Public.ToString()));
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = site.Address };
        await SendAsync(client, phones, WarmUp, perSecond: 200);
        times.Clear();
        await SendAsync(client, 0, phones, PerSecond);

        var (ordered, counted) = (times.Order().ToList(), await AskAsync("select count(*) from register.mark"));
        var left = await AskAsync("select count(*) from sms.inbound where outcome in ('Taken', 'Held')");
        var (answers, answered) = (await AskAsync("select count(*) from sms.outbox"), await AskAsync("select count(distinct answer_to) from sms.outbox"));
        var load = (await File.ReadAllTextAsync("/proc/loadavg")).Trim();
        string[] report =
        [
            string.Create(CultureInfo.InvariantCulture, $"{times.Count} texts in {Seconds} s, {refused} not answered with 200; {WarmUp} more before, from other phones, to warm up"),
            string.Create(CultureInfo.InvariantCulture, $"p50 {ordered[ordered.Count / 2]:F0} ms, p99 {ordered[(int)(ordered.Count * 0.99)]:F0} ms, longest {ordered[^1]:F0} ms (wanted: p99 under 250 ms)"),
            string.Create(CultureInfo.InvariantCulture, $"{counted} people voted from {phones + WarmUp} phones; {left} texts left over; {answers} answers for {answered} texts"),
            $"load average now: {load}",
        ];
        if (Environment.GetEnvironmentVariable("PB_BENCH_REPORT") is { } path)
            await File.WriteAllLinesAsync(path, report);
        Assert.Equal((0, phones + WarmUp), (refused, (int)counted));
    }

    async Task SettleAsync(int phones)
    {
        var town = new VotingTown(owner, TimeProvider.System);
        var round = await town.RoundAsync("Texts", TimeProvider.System.GetUtcNow().AddHours(8));
        var crowd = await town.CrowdAsync(phones);
        var keys = new TextKeys(folder, new PB.Ballots.RoundKeys(folder));
        var now = TimeProvider.System.GetUtcNow();
        await using (var db = PbContext.On(owner))
        {
            var number = new TextNumber(Number, OptOutMode.Self, now);
            var setUp = new TextSetUp(round.Id, "TEXTS", "Texts PB");
            setUp.Help("01632 960123", "pb.example.uk", null);
            setUp.AnswerOn([number.Id]);
            db.AddRange(number, setUp);
            await db.SaveChangesAsync();
        }

        foreach (var part in crowd.Select((one, index) => (one.Voter, index)).Chunk(2000))
        {
            await using var db = PbContext.On(owner);
            foreach (var (voter, index) in part)
            {
                var phone = new Phone(keys.Fingerprint("phone", PhoneOf(index)), keys.Seal(PhoneOf(index)), true, now);
                db.AddRange(phone, new PhoneLink(phone.Id, voter.Id, null, ProofOfLink.JoinText, now));
            }

            await db.SaveChangesAsync();
        }
    }

    async Task SendAsync(HttpClient client, int first, int count, int perSecond)
    {
        // Written and signed beforehand: in the minute that is measured the sender only sends.
        var texts = new List<(byte[] Body, string Signature)>(count);
        for (var i = first; i < first + count; i++)
            texts.Add(await WriteAsync(i));
        var watch = Stopwatch.StartNew();
        var under = new List<Task>(count);
        foreach (var (i, text) in texts.Index())
        {
            var due = TimeSpan.FromSeconds((double)i / perSecond);
            if (due > watch.Elapsed)
                await Task.Delay(due - watch.Elapsed);
            under.Add(SendOneAsync(client, text.Body, text.Signature, due, watch));
        }

        await Task.WhenAll(under);
    }

    static async Task<(byte[], string)> WriteAsync(int index)
    {
        var fields = TextTown.Fields($"SM{index:x32}", PhoneOf(index), Number, $"VOTE {1 + index % 14} {1 + (index + 1) % 14}");
        using var form = new FormUrlEncodedContent(fields);
        return (await form.ReadAsByteArrayAsync(), TwilioSignature.Sign(new Uri(TextTown.Public, "webhooks/twilio/sms").ToString(),
            fields.Select(f => KeyValuePair.Create(f.Key, (IReadOnlyList<string>)[f.Value])), TextTown.Token));
    }

    async Task SendOneAsync(HttpClient client, byte[] body, string signature, TimeSpan due, Stopwatch watch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("webhooks/twilio/sms", UriKind.Relative)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        request.Headers.Add("X-Twilio-Signature", signature);
        using var answer = await client.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
            Interlocked.Increment(ref refused);
        times.Add((watch.Elapsed - due).TotalMilliseconds);
    }

    static string PhoneOf(int index) => string.Create(CultureInfo.InvariantCulture, $"+4477{10_000_000 + index}");

    async Task<long> AskAsync(string sql)
    {
        await using var command = owner.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
