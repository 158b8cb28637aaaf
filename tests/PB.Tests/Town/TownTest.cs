using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using PB.Data;
using PB.Jobs;
using PB.People;

namespace PB.Tests.Town;

/// <summary>A small town to test in: the real site on a database of its own, people with names, and a clock that moves.</summary>
public abstract partial class TownTest : IAsyncLifetime
{
    /// <summary>Saturday 6 March 2027, noon in Marlbridge.</summary>
    protected static readonly DateTimeOffset Start = new(2027, 3, 6, 12, 0, 0, TimeSpan.Zero);

    protected TestClock Clock => Hall.Clock;
    protected static string KeyFolder => TownHall.KeyFolder;
    protected TestDatabase Database => Hall.Database;
    protected TownHall Hall { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Hall = await TownHall.BorrowAsync(NeedsNewDatabase, IsAtAPort);
        await MoveToAsync(Start);
        await SettleAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Hall.GiveBackAsync();
    }

    /// <summary>Whether it matters to its tests where on the disk rows come to lie. A database that was emptied has gaps.</summary>
    protected virtual bool NeedsNewDatabase => false;

    /// <summary>Whether programs other than the test come in.</summary>
    protected virtual bool IsAtAPort => false;

    /// <summary>What a test class adds to the town before its tests.</summary>
    protected virtual Task SettleAsync() => Task.CompletedTask;

    protected async Task MoveToAsync(DateTimeOffset moment)
    {
        Clock.MoveTo(moment);
        await Database.MoveClockAsync(moment);
    }

    protected Browser Visitor() => new(Hall.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost") }));

    protected async Task<Browser> SignedInAsync(Person person)
    {
        var browser = Visitor();
        await browser.OpenAsync($"{DoorKeeper.Path}?email={person.Email}");
        return browser;
    }

    protected async Task<T> WithDbAsync<T>(Func<PbContext, Task<T>> ask)
    {
        await using var scope = Hall.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<PbContext>());
    }

    protected Task ChangeAsync(Func<PbContext, Task> change) => WithDbAsync(async db =>
    {
        await change(db);
        return await db.SaveChangesAsync();
    });

    protected async Task RunAsync<TJob>() where TJob : IJob
    {
        await using var scope = Hall.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TJob>().RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>What is wrong by one of the invariants that ops/pb check looks at.</summary>
    protected async Task<IReadOnlyList<string>> FaultsAsync(string invariant)
    {
        await using var scope = Hall.Services.CreateAsyncScope();
        return await Invariant.All.Single(i => i.Id == invariant).FaultsAsync(scope.ServiceProvider, TestContext.Current.CancellationToken);
    }

    /// <summary>Asks the database as its owner, behind the web process's back.</summary>
    protected Task<T> AskOwnerAsync<T>(string sql) => Database.AskAsync<T>(sql);
}
