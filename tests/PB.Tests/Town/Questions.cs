using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PB.Tests.Town;

/// <summary>Counts what one site asks its database, from its making to its disposal.</summary>
public sealed class Questions : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    readonly ConcurrentBag<IDisposable> subscriptions = [];
    readonly ConcurrentQueue<string> asked = [];
    readonly string database;

    Questions(string database) => this.database = database;

    public IReadOnlyCollection<string> Asked => asked;

    public static Questions To(TestDatabase database)
    {
        var questions = new Questions(new Npgsql.NpgsqlConnectionStringBuilder(database.Web).Database!);
        questions.subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(questions));
        return questions;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
            subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData { Command: { Connection: { } connection } command } && connection.Database == database)
            asked.Enqueue(command.CommandText);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
            subscription.Dispose();
    }
}
