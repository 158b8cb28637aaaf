using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PB.People;
using PB.Screening;
using PB.Tests.Town;

namespace PB.Tests.Screening;

/// <summary>300 proposals, 12 departments and 40 officers, from the first assignment to the letters: all of it through pages.</summary>
public sealed class ScreeningALargeRoundTests : DepartmentTest
{
    const int Proposals = 300;

    readonly List<(Department Department, Person[] Officers)> departments = [];

    protected override async Task SettleAsync()
    {
        await base.SettleAsync();
        departments.AddRange([(Parks, [Officers["Pia"], Officers["Pat"]]), (Roads, [Officers["Rosa"], Officers["Ravi"]])]);
        foreach (var place in Enumerable.Range(0, 10))
        {
            var officers = new Person[place < 6 ? 4 : 3];
            for (var i = 0; i < officers.Length; i++)
                officers[i] = await PersonAsync($"Officer {place} {i}", Role.Reviewer);
            departments.Add((await DepartmentAsync($"Department{place}", officers), officers));
        }

        await ChangeAsync(db =>
        {
            db.AddRange(Enumerable.Range(4, Proposals - 3).Select(number => Idea(number, $"Idea {number} for the street")));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Departments_screen_a_large_round_through_pages_that_ask_the_database_little()
    {
        Assert.Equal((12, 40), (departments.Count, departments.Sum(line => line.Officers.Length)));
        var manager = await StraightAsync(Maya);
        foreach (var (line, index) in departments.Select((line, index) => (line, index)))
            await manager.SendAsync(Checks, [.. Enumerable.Range(1, Proposals).Where(n => n % 12 == index || n % 150 == (index + 1) % 12).Select(n => ("Numbers", $"{n}")), ("Departments", $"{line.Department.Id}")]);
        await LookAsync(manager, ("list", Checks, 6), ("list, searched", $"{Checks}?search=street+29", 6), ("list, one state", $"{Checks}?state=WithDepartments&page=3", 6));
        var first = await StraightAsync(departments[0].Officers[0]);
        await LookAsync(first, ("queue", Queue, 3), ("queue, searched", $"{Queue}?search=street", 3), ("queue, late", $"{Queue}?show=Late&search=1", 3));

        await Task.WhenAll(departments.Select(line => CheckAllAsync(line.Officers)));
        await manager.SendAsync($"{Checks}/publication");

        var mending = await WithDbAsync(db => db.Mendings.CountAsync());
        Assert.InRange(mending, 10, 60);
        Assert.Equal(Proposals - mending, await WithDbAsync(db => db.ScreeningDecisions.CountAsync()));
        Assert.Equal(Proposals, await WithDbAsync(db => db.Messages.CountAsync()));
        Assert.Single(await WithDbAsync(db => db.ScreeningDecisions.Select(d => d.DecidedAt).Distinct().ToListAsync()));
        await LookAsync(manager, ("list, decided", $"{Checks}?state=Decided", 6));
        await LookAsync(first, ("appeals", "/desk/appeals", 1), ("checks, public", $"{RoundPath}/checks", 4));
    }

    async Task CheckAllAsync(Person[] officers)
    {
        var (one, other) = (await StraightAsync(officers[0]), await StraightAsync(officers[1]));
        var cards = new List<(string Path, int Number)>();
        for (var page = 1; page < 4 && cards.Count == (page - 1) * 30; page++)
            cards.AddRange((await one.Browser.OpenAsync($"{Queue}?page={page}")).Document.QuerySelectorAll("tbody th a")
                .Select(link => (link.GetAttribute("href")!, int.Parse(link.TextContent.Split('.')[0], CultureInfo.InvariantCulture))));
        foreach (var (path, number) in cards.Distinct())
        {
            var second = number % 7 == 0 ? "Fail" : number % 11 == 0 ? "Mendable" : "Pass";
            await one.SendAsync(path, ("Answers[0]", "Pass"), ("Answers[1]", second), ("Estimate", "1200"));
            await other.SendAsync($"{path}/acceptance", ("Accept", "true"), ("Seen", Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)));
        }
    }

    async Task LookAsync(Straight who, params (string What, string Path, int Most)[] pages)
    {
        using var count = new QueryCount(new NpgsqlConnectionStringBuilder(Database.Web).Database!);
        foreach (var (what, path, most) in pages)
        {
            var (asked, times) = (0, new List<double>());
            for (var look = 0; look < 5; look++)
            {
                var (before, watch) = (count.Queries.Count, Stopwatch.StartNew());
                using var page = await who.Browser.Client.GetAsync(new Uri(path, UriKind.Relative));
                times.Add(watch.Elapsed.TotalMilliseconds);
                asked = count.Queries.Count - before;
                Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            }

            // The time is told, not judged: it is the machine's as much as ours.
            TestContext.Current.TestOutputHelper!.WriteLine($"{what}: {asked} queries, {times.Min():0.0} ms");
            Assert.True(asked <= most, $"{what}:\n{string.Join("\n\n", count.Queries.TakeLast(asked))}");
        }
    }

    /// <summary>Somebody at a browser that does not follow redirects: half the work.</summary>
    async Task<Straight> StraightAsync(Person person)
    {
        var browser = new Browser(Hall.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false }));
        await browser.OpenAsync($"{DoorKeeper.Path}?email={person.Email}");
        var page = await browser.OpenAsync("/desk");
        return new Straight(browser, page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
    }

    sealed record Straight(Browser Browser, string Token)
    {
        public async Task SendAsync(string path, params (string Name, string Value)[] fields)
        {
            using var form = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("__RequestVerificationToken", Token)]);
            using var answer = await Browser.Client.PostAsync(new Uri(path, UriKind.Relative), form);
            Assert.True(answer.StatusCode is HttpStatusCode.Redirect, $"{path}: {answer.StatusCode}, {string.Join(" ", (await Browser.ReadAsync(answer)).Errors)}");
        }
    }
}
