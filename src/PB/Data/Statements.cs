using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace PB.Data;

/// <summary>Asks PostgreSQL without EF's translation, for what is asked a thousand times a second.</summary>
static class Statements
{
    /// <param name="db">In its transaction, where it has one.</param>
    /// <param name="sql">Each value in it becomes a parameter.</param>
    /// <param name="read">Reads the row.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The first row; null where there is none.</returns>
    public static async Task<T?> AskAsync<T>(this PbContext db, FormattableString sql, Func<DbDataReader, T> read, CancellationToken cancel)
        where T : class
    {
        T? found = null;
        await db.AskAllAsync([new(sql, row => found ??= read(row))], cancel);
        return found;
    }

    /// <summary>The same for what is asked apart from everything else.</summary>
    public static async Task<T?> AskAsync<T>(this DbDataSource database, FormattableString sql, Func<DbDataReader, T> read, CancellationToken cancel)
        where T : class
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        T? found = null;
        await AskAllAsync(connection.CreateBatch(), [new(sql, row => found ??= read(row))], cancel);
        return found;
    }

    /// <summary>Asks several questions in one round trip, one after the other: each sees what was waited for and done by those before it.</summary>
    public static async Task AskAllAsync(this PbContext db, IReadOnlyList<Question> questions, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            var batch = db.Database.GetDbConnection().CreateBatch();
            batch.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            await AskAllAsync(batch, questions, cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    static async Task AskAllAsync(DbBatch batch, IReadOnlyList<Question> questions, CancellationToken cancel)
    {
        await using var own = batch;
        foreach (var question in questions)
            batch.BatchCommands.Add(Command(batch, question.Sql));
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        foreach (var question in questions)
        {
            while (await rows.ReadAsync(cancel))
                question.Read?.Invoke(rows);
            await rows.NextResultAsync(cancel);
        }
    }

    /// <summary>What stands in a column; null where nothing does.</summary>
    public static T? Find<T>(this DbDataReader row, int column) => row.IsDBNull(column) ? default : row.GetFieldValue<T>(column);

    /// <summary>A name that stands in a column.</summary>
    public static T Name<T>(this DbDataReader row, int column)
        where T : struct, Enum => Enum.Parse<T>(row.GetString(column));

    static DbBatchCommand Command(DbBatch batch, FormattableString sql)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = string.Format(CultureInfo.InvariantCulture, sql.Format, [.. sql.GetArguments().Select((_, index) => $"${index + 1}")]);
        foreach (var value in sql.GetArguments())
        {
            var parameter = command.CreateParameter();
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}

/// <summary>A question, and what is done with each row of its answer; nothing where something is only put down.</summary>
sealed record Question(FormattableString Sql, Action<DbDataReader>? Read = null);
