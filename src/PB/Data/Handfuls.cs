using System.Collections.Concurrent;

namespace PB.Data;

/// <summary>Does together what is asked for in the same moment: while some handfuls are being done, the next one gathers.</summary>
/// <remarks>Who comes when little is going on waits for nobody. Each gets an answer of their own; what goes wrong with a handful is told to all who are in it.</remarks>
/// <param name="hands">How many handfuls may be under way at once.</param>
/// <param name="most">How many make the largest handful.</param>
/// <param name="work">Answers all of a handful, in its order.</param>
sealed class Handfuls<TAsked, TAnswer>(int hands, int most, Func<IReadOnlyList<TAsked>, Task<IReadOnlyList<TAnswer>>> work)
{
    readonly ConcurrentQueue<Waiting> queue = new();
    int busy;

    public Task<TAnswer> AskAsync(TAsked asked)
    {
        var waiting = new Waiting(asked, new(TaskCreationOptions.RunContinuationsAsynchronously));
        queue.Enqueue(waiting);
        if (TakeHand())
            Begin();
        return waiting.Answer.Task;
    }

    // What one person's request carries with it does not go on into the work for others.
    void Begin()
    {
        using (ExecutionContext.SuppressFlow())
            _ = Task.Run(EmptyAsync);
    }

    async Task EmptyAsync()
    {
        do
        {
            while (Next() is { Count: > 0 } handful)
                await DoAsync(handful);
            Interlocked.Decrement(ref busy);
        }
        while (!queue.IsEmpty && TakeHand());
    }

    bool TakeHand()
    {
        for (var now = Volatile.Read(ref busy); now < hands; now = Volatile.Read(ref busy))
        {
            if (Interlocked.CompareExchange(ref busy, now + 1, now) == now)
                return true;
        }

        return false;
    }

    List<Waiting> Next()
    {
        var handful = new List<Waiting>();
        while (handful.Count < most && queue.TryDequeue(out var waiting))
            handful.Add(waiting);
        return handful;
    }

    async Task DoAsync(List<Waiting> handful)
    {
        try
        {
            var answers = await work([.. handful.Select(waiting => waiting.Asked)]);
            foreach (var (waiting, answer) in handful.Zip(answers))
                waiting.Answer.SetResult(answer);
        }
        catch (Exception exception)
        {
            foreach (var waiting in handful)
                waiting.Answer.TrySetException(exception);
        }
    }

    sealed record Waiting(TAsked Asked, TaskCompletionSource<TAnswer> Answer);
}
