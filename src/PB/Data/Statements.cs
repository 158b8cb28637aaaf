using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace PB.Data;

/// <summary>Asks PostgreSQL without EF's translation, for what is asked a thousand times a second.</summary>
static class Statements
{
    /// <param name="db">In its transaction, where it has one.</param>
    /// <param name="sql">Each value in it becomes a parameter; none may be null.</param>
    /// <param name="read">Reads the row.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The first row; null where there is none.</returns>
    public static async Task<T?> AskAsync<T>(this PbContext db, FormattableString sql, Func<DbDataReader, T> read, CancellationToken cancel)
        where T : class
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText = string.Format(CultureInfo.InvariantCulture, sql.Format, [.. sql.GetArguments().Select((_, index) => $"${index + 1}")]);
            foreach (var value in sql.GetArguments())
                command.Parameters.Add(Parameter(command, value));
            await using var rows = await command.ExecuteReaderAsync(cancel);
            return await rows.ReadAsync(cancel) ? read(rows) : null;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>What stands in a column; null where nothing does.</summary>
    public static T? Find<T>(this DbDataReader row, int column) => row.IsDBNull(column) ? default : row.GetFieldValue<T>(column);

    static DbParameter Parameter(DbCommand command, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.Value = value;
        return parameter;
    }
}
