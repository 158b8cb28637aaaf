using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace PB.Web.Data;

/// <summary>Whether the database answers, and has the shape that this build expects.</summary>
sealed class DatabaseHealth(NpgsqlDataSource database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = database.CreateCommand("select count(*) from rnd.round where false");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (NpgsqlException failure)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", failure);
        }
    }
}
