using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Awards;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.Tests.Faults;
using PB.Tests.Town;

namespace PB.Tests.Grants.Walk;

/// <summary>A whole call, from the first draft to money that comes back, in which anybody tries anything, two at a time. What has to be true is asked after each pair.</summary>
public sealed partial class RandomCallTests : CouncilTest
{
    // The same walk for everybody who changes something; who wants to find something new sets PB_WALK_SEED to "fresh" or to a number.
    static readonly ulong Seed = Environment.GetEnvironmentVariable("PB_WALK_SEED") switch
    {
        null => 20271122,
        "fresh" => Dice.FreshSeed(),
        var number => ulong.Parse(number, CultureInfo.InvariantCulture),
    };

    readonly Dice dice = new(Seed);
    readonly Dictionary<string, (Browser Browser, string Token)> everybody = [];
    readonly List<string> story = [];
    HashSet<string> kept = [];

    Call call = null!;

    protected override async Task SettleAsync()
    {
        await base.SettleAsync();
        foreach (var name in (string[])["Tom Vale", "Noa Berg", "Gwen Hart", "Zed Ash", "Ola Past"])
            People[FirstName(name)] = await PersonAsync(name);
        await ChangeAsync(async db =>
        {
            // Gwen has two tasks, and Ola was too old before the call began.
            (await db.Users.SingleAsync(person => person.Id == People["Gwen"].Id)).TwoFactorEnabled = true;
            foreach (var role in (FundRole[])[FundRole.YouthWorker, FundRole.FinanceOfficer])
                await db.AddAsync(new FundAppointment(Fund.Id, People["Gwen"].Id, role, People["Ada"].Id, Clock.GetUtcNow()));
            await db.AddAsync(Seated("Ola Past", PanelRole.Member, Clock.GetUtcNow(), new DateOnly(2006, 1, 1)));
            (await db.Funds.SingleAsync()).SignPaymentsOver(new Tally.Money(400_00));
        });
        call = await CallAsync();
    }

    [Fact]
    public async Task I01_to_I20_hold_whatever_anybody_tries_and_two_at_a_time()
    {
        foreach (var name in People.Keys.Where(name => name is not "Ada"))
            everybody[name] = await ComeAsync(name);
        await MoveToAsync(CallOpens);
        await WalkAsync(35, TimeSpan.FromMinutes(30), Writing);
        await FinishWritingAsync();
        await MoveToAsync(CallCloses.AddDays(3));
        await WalkAsync(20, TimeSpan.FromMinutes(10), Checking);
        await FinishCheckingAsync();
        await WalkAsync(35, TimeSpan.FromMinutes(10), Marking);
        await FinishMarkingAsync();
        await WalkAsync(70, TimeSpan.FromSeconds(40), Meeting);
        await FinishMeetingAsync();
        await WalkAsync(20, TimeSpan.FromHours(1), Releasing);
        await FinishReleasingAsync();
        await WalkAsync(90, TimeSpan.FromHours(6), Awarding);
        await FinishAwardingAsync();
        Assert.True(await AskOwnerAsync<long>("select count(*) from grants.pot_entries where kind = 'Commit'") > 0, $"Nothing was awarded. Seed {Seed}");
        await CompareOpenDataAsync();
    }

    /// <summary>Tries so many pairs of acts, each pair at the same moment, and asks after each whether all is as it has to be.</summary>
    async Task WalkAsync(int pairs, TimeSpan step, Func<Sight, Attempt> choose)
    {
        for (var pair = 0; pair < pairs; pair++)
        {
            await MoveToAsync(Clock.GetUtcNow() + step);
            var sight = await WithDbAsync(db => Sight.ReadAsync(db, call.Id));
            // Every third time both want the same thing at the same moment.
            var one = choose(sight);
            var other = dice.In(33) ? one : choose(sight);
            await Task.WhenAll(TryAsync(one, Who(one)), TryAsync(other, Who(other)));
            await CheckAsync();
        }
    }

    string Who(Attempt attempt)
    {
        var right = attempt.Right.Split(' ');
        return dice.In(80) ? right[dice.Below(right.Length)] : everybody.Keys.ElementAt(dice.Below(everybody.Count));
    }

    async Task TryAsync(Attempt attempt, string name)
    {
        if (attempt.Path is not { } path)
        {
            await RunAsync<LapseOffers>();
            await RunAsync<PauseCalls>();
            return;
        }

        var (browser, token) = everybody[name];
        using var form = Form(attempt, token);
        using var response = await (attempt.IsLook ? browser.Client.GetAsync(new Uri(path, UriKind.Relative)) : browser.Client.PostAsync(new Uri(path, UriKind.Relative), form));
        lock (story)
            story.Add($"{name} {path} {string.Join(' ', attempt.Sent.Select(field => $"{field.Name}={field.Value}"))}: {(int)response.StatusCode}");
        if (response.StatusCode is HttpStatusCode.InternalServerError or HttpStatusCode.BadRequest)
            Assert.Fail(Told($"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}"));
        if (attempt.IsLook && response.IsSuccessStatusCode)
            await WatchAsync(name, path, await response.Content.ReadAsStringAsync());
    }

    static HttpContent Form(Attempt attempt, string token)
    {
        if (attempt.File is not { } file)
            return new FormUrlEncodedContent([.. attempt.Sent.Select(field => KeyValuePair.Create(field.Name, field.Value ?? "")), KeyValuePair.Create("__RequestVerificationToken", token)]);
        return new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(file), "file", "bank.csv" } };
    }

    async Task CheckAsync()
    {
        var wrong = await AskOwnerAsync<string[]>(GrantInvariants.Query);
        Assert.True(wrong.Length == 0, Told(string.Join("; ", wrong)));
        var now = (await AskOwnerAsync<string[]>(GrantInvariants.Kept)).ToHashSet();
        Assert.True(kept.IsSubsetOf(now), Told("I16 or I20: something that stays was changed or is gone"));
        kept = now;
    }

    string Told(string what) => $"{what}\nSeed {Seed} (set PB_WALK_SEED to try it again). The last acts:\n{string.Join('\n', story.TakeLast(12))}";

    async Task<(Browser Browser, string Token)> ComeAsync(string name)
    {
        // What a page says after an act is asked for nowhere: nobody follows there.
        var browser = new Browser(Hall.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false }));
        await browser.OpenAsync($"{DoorKeeper.Path}?email={People[name].Email}");
        var form = await browser.OpenAsync($"{FundPath}/worries/new");
        return (browser, form.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
    }
}
