// Longer than the house allows: one measurement from beginning to end.
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Npgsql;
using PB.Data;
using PB.People;
using PB.Proposals;
using PB.Rounds;
using PB.Tests.Faults;
using PB.Tests.Proposals;
using PB.Tests.Town;
using PB.Web.Data;

namespace PB.Tests.Screening;

/// <summary>How long pages of a large round take over HTTP, one request after the other, and the largest files: <c>ops/bench pages</c>.</summary>
public sealed class PagesBench : IAsyncLifetime
{
    const int Looks = 50, People = 200_000, Bad = 500, Ideas = 5000;

    readonly string folder = Directory.CreateTempSubdirectory("pb-pages-").FullName;
    readonly List<string> told = [];
    Cluster cluster = null!;
    NpgsqlDataSource owner = null!;
    HttpClient? client;

    public async ValueTask InitializeAsync()
    {
        cluster = await Cluster.StartAsync();
        owner = NpgsqlDataSource.Create(cluster.Owner);
        await Migration.RunAsync(owner);
    }

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        await owner.DisposeAsync();
        await cluster.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact(Explicit = true)]
    public async Task Measure()
    {
        var (town, now) = (new LargeTown(owner), TimeProvider.System.GetUtcNow());
        await town.SettleAsync();
        var checking = new RoundCalendar { IdeasFrom = now.AddDays(-10), ScreeningFrom = now.AddDays(-5), VotingFrom = now.AddDays(20), VotingUntil = now.AddDays(30) };
        await town.ScreenAsync(await town.RoundAsync("Large", checking));
        var many = await town.RoundAsync("Many", checking with { ScreeningFrom = now.AddDays(5) });
        var ideas = new GeneratedIdeas(Ideas);
        await FillAsync(many, ideas);
        await using var site = await SiteProcess.StartAsync(cluster.Web, cluster.Owner, folder, Environment.GetEnvironmentVariable("PB_BENCH_SITE"), ("Jobs__Engine", "none"));
        client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site.Address, Timeout = TimeSpan.FromMinutes(5) };
        await using var sessions = new Sessions(owner);
        var (manager, officer) = (sessions.CookieOf(town.Manager, Role.NeighbourhoodManager), sessions.CookieOf(town.Staff[0], Role.Reviewer));

        await LookAsync("the manager's list", manager, "/rounds/large/screening", "/rounds/large/screening?search=street+29", "/rounds/large/screening?state=WithDepartments&page=3");
        await LookAsync("an officer's queue", officer, "/desk/assignments", "/desk/assignments?search=street", "/desk/assignments?show=Late&search=1");
        await LookAsync("the list of proposals", "", "/rounds/large/proposals", "/rounds/large/proposals?q=street", "/rounds/many/proposals?page=40", "/rounds/many/proposals?q=benches+river");
        await LookAsync("the public count of checks", "", "/rounds/large/checks");
        await LookAsync("appeals", officer, "/desk/appeals");
        await LookAsync("provisional ballots", manager, "/rounds/large/voters/provisional");
        await LookAsync("alike, while typing", "", [.. Enumerable.Range(0, Looks).Select(i => $"/rounds/many/proposals/similar?title={Uri.EscapeDataString(Again(ideas, i).Title)}")]);
        await FindAsync(many, ideas);
        await SendFilesAsync(manager, sessions.FormOf(town.Manager));
        Tell($"load average now: {(await File.ReadAllTextAsync("/proc/loadavg")).Trim()}");
        if (Environment.GetEnvironmentVariable("PB_BENCH_REPORT") is { } report)
            await File.WriteAllLinesAsync(report, told);
    }

    // One path is asked for fifty times; of fifty paths each once, after all were asked for once to warm up.
    async Task LookAsync(string what, string cookie, params string[] paths)
    {
        if (paths.Length == Looks)
            TellTimes($"{what}, {Looks} titles", await TimesAsync(cookie, [.. paths, .. paths], Looks));
        else
            foreach (var path in paths)
                TellTimes($"{what}: {path}", await TimesAsync(cookie, [.. Enumerable.Repeat(path, Looks + 10)], 10));
    }

    async Task<List<double>> TimesAsync(string cookie, string[] paths, int warmUp)
    {
        var times = new List<double>();
        foreach (var path in paths)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            if (cookie.Length > 0)
                request.Headers.Add("Cookie", cookie);
            var start = Stopwatch.GetTimestamp();
            using var answer = await client!.SendAsync(request);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"{path}: {answer.StatusCode} {answer.Headers.Location}");
        }

        return times[warmUp..];
    }

    void TellTimes(string what, List<double> times)
    {
        times.Sort();
        Tell($"{what}: p50 {times[times.Count / 2]:F1} ms, worst {times[^1]:F1} ms (wanted: under 50 ms)");
    }

    // With title and description, as the check of a draft does.
    async Task FindAsync(Round many, GeneratedIdeas ideas)
    {
        var (found, times) = (0, new List<double>());
        await using var db = PbContext.On(owner);
        for (var i = 0; i < 200; i++)
        {
            var again = Again(ideas, i);
            var start = Stopwatch.GetTimestamp();
            var alike = await new SimilarProposals(db).FindAsync(many.Id, null, again.Title, again.Description, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            found += alike.Exists(one => one.Number == NumberOf(i)) ? 1 : 0;
        }

        TellTimes($"alike among {Ideas} by title and description, in the database ({found} of 200 found in the first five; wanted: 180)", times[10..]);
    }

    async Task SendFilesAsync(string cookie, (string Cookie, string Field) form)
    {
        var wrong = Enumerable.Range(0, Bad).Select(i => 17 + i * 397).ToHashSet();
        foreach (var (what, lines) in new[] { ($"a register of {People} with {Bad} bad lines", Lines(wrong)), ($"a register of {People} taken in", Lines([])) })
        {
            using var content = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(lines)), "File", "register.csv" }, { new StringContent(form.Field), "__RequestVerificationToken" } };
            var (seconds, answer) = await SendAsync("/rounds/large/voters/register", cookie, form.Cookie, content);
            Tell($"{what}: {seconds:F1} s (wanted: under 60 s); {await CountAsync("select count(*) from register.people")} people are in the database; the page has {Encoding.UTF8.GetString(answer).Split("<li").Length - 1} lines");
        }

        using var letters = new FormUrlEncodedContent([new("Kind", "Letter"), new("Name", "Everybody"), new("Size", "5000"), new("__RequestVerificationToken", form.Field)]);
        var (took, pdf) = await SendAsync("/rounds/large/voters/codes", cookie, form.Cookie, letters);
        Tell($"5,000 letters: {took:F1} s, {pdf.Length / 1_000_000.0:F1} MB, begins with {Encoding.ASCII.GetString(pdf, 0, 5)}");
    }

    async Task<(double Seconds, byte[] Answer)> SendAsync(string path, string session, string form, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        request.Headers.Add("Cookie", $"{session}; {form}");
        var start = Stopwatch.GetTimestamp();
        using var answer = await client!.SendAsync(request);
        var body = await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode ? (Stopwatch.GetElapsedTime(start).TotalSeconds, body) : throw new InvalidOperationException($"{path}: {answer.StatusCode}");
    }

    async Task FillAsync(Round round, GeneratedIdeas ideas)
    {
        await using var command = owner.CreateCommand("""
            insert into proposals (id, round_id, number, provenance, proposer_name, title, description, place, estimate, running_costs_by, owner_after, consent, event, created_at, submitted_at)
            select gen_random_uuid(), $1, n, 'Resident', 'Amina', t, d, p, 100000, '', '', '', '', now(), now() from unnest($2, $3, $4) with ordinality as town (t, d, p, n)
            """);
        command.Parameters.Add(new() { Value = round.Id });
        foreach (var texts in (List<string>[])[ideas.Ideas.ConvertAll(idea => idea.Title), ideas.Ideas.ConvertAll(idea => idea.Description), ideas.Ideas.ConvertAll(idea => idea.Place)])
            command.Parameters.Add(new() { Value = texts });
        await command.ExecuteNonQueryAsync();
        await CountAsync("analyze proposals; select 1::bigint");
    }

    static int NumberOf(int i) => i * 25 + 3;

    static GeneratedIdeas.Idea Again(GeneratedIdeas ideas, int i) => ideas.InOtherWords(ideas.Ideas[NumberOf(i) - 1], i % 4);

    static string Lines(HashSet<int> wrong) => string.Join('\n', Enumerable.Range(0, People).Select(index => string.Create(CultureInfo.InvariantCulture,
        $"Person{index} Family{index % 5000},{(wrong.Contains(index) ? "1990-13-27" : $"{new DateOnly(1930, 1, 1).AddDays(index % 25_000):yyyy-MM-dd}")},MB1 1A{(index % 2 == 0 ? 'A' : 'B')},{index} Long Street,"))
        .Prepend("Name,Date of birth,Postcode,Address,Number"));

    async Task<long> CountAsync(string sql)
    {
        await using var command = owner.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    void Tell(FormattableString what)
    {
        told.Add(what.ToString(CultureInfo.InvariantCulture));
        TestContext.Current.TestOutputHelper!.WriteLine(told[^1]);
    }
}
