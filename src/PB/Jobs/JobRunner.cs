using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PB.Jobs;

/// <summary>Runs one job in a scope of its own and writes down how it went. A job that fails is tried again at the next sweep.</summary>
public sealed partial class JobRunner(IServiceScopeFactory scopes, ILogger<JobRunner> log)
{
    const int LongestError = 500;

    /// <returns>Null when it went well, else what went wrong.</returns>
    public async Task<string?> RunAsync(TimetableLine line, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var book = scope.ServiceProvider.GetRequiredService<JobBook>();
        var run = await book.BeginAsync(line.Name, cancel);
        var error = await TryAsync(line, cancel);
        await book.EndAsync(run, error, CancellationToken.None);
        return error;
    }

    async Task<string?> TryAsync(TimetableLine line, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await ((IJob)scope.ServiceProvider.GetRequiredService(line.Job)).RunAsync(cancel);
            return null;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return "The site was shut down before the job was done.";
        }
        catch (Exception failure)
        {
            LogFailure(line.Name, failure);
            var said = $"{failure.GetType().Name}: {failure.Message}";
            return said.Length > LongestError ? said[..LongestError] : said;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The job {Job} failed; it is tried again at its next sweep.")]
    private partial void LogFailure(string job, Exception failure);
}
