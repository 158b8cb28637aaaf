using System.Data.Common;
using PB.Data;
using PB.Roll;

namespace PB.Web.Roll;

/// <summary>Writes down once a second what this process has seen.</summary>
sealed partial class WriteSightings(Sightings sightings, IServiceScopeFactory scopes, ILogger<WriteSightings> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await second.WaitForNextTickAsync(stoppingToken))
            await WriteAsync(stoppingToken);
    }

    async Task WriteAsync(CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await sightings.WriteAsync(scope.ServiceProvider.GetRequiredService<PbContext>(), cancel);
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            SayLost(failure);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Where the last second's ballots came from could not be written down.")]
    partial void SayLost(Exception failure);
}
