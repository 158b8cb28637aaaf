using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Panels;
using PB.Journal;

namespace PB.Grants.Care;

/// <summary>Starts threads, takes messages in, and lets them out once somebody has read them.</summary>
public sealed class ThreadDesk(PbContext db, TimeProvider clock)
{
    /// <summary>Starts a thread. Without two adults, each with a background check that holds, it cannot be.</summary>
    public async Task<(SharedThread? Thread, ThreadRefusal? Refusal)> StartAsync(NewThread wanted, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var thread = new SharedThread(wanted.FundId, wanted.Subject, wanted.StartedBy, now);
        foreach (var member in wanted.Members)
            thread.Join(member.PersonId, member.Name, member.IsAdult, now);
        if (!thread.HasTwoAdults)
            return (null, ThreadRefusal.NeedsTwoAdults);
        var known = await db.CheckedAdults(PanelAges.DayOf(now)).ToListAsync(cancel);
        if (thread.Members.Any(member => member.IsAdult && !known.Contains(member.PersonId)))
            return (null, ThreadRefusal.NotChecked);
        db.Threads.Add(thread);
        db.Journal.Add(new JournalEntry(wanted.StartedBy, "Started a thread", $"threads/{thread.Id}", "", now));
        await db.SaveChangesAsync(cancel);
        return (thread, null);
    }

    public async Task<ThreadRefusal?> SayAsync(Guid threadId, Guid author, string text, CancellationToken cancel)
    {
        var thread = await db.Threads.Include(t => t.Members).SingleAsync(t => t.Id == threadId, cancel);
        if (!thread.HasTwoAdults)
            return ThreadRefusal.NeedsTwoAdults;
        db.Add(thread.Say(author, text, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        return null;
    }

    /// <summary>Lets somebody leave; the last two adults stay.</summary>
    public async Task<ThreadRefusal?> LeaveAsync(Guid threadId, Guid person, CancellationToken cancel)
    {
        var thread = await db.Threads.Include(t => t.Members).SingleAsync(t => t.Id == threadId, cancel);
        var now = clock.GetUtcNow();
        thread.Members.Single(member => member.PersonId == person).Leave(now);
        if (!thread.HasTwoAdults)
            return ThreadRefusal.NeedsTwoAdults;
        db.Journal.Add(new JournalEntry(person, "Left a thread", $"threads/{thread.Id}", "", now));
        await db.SaveChangesAsync(cancel);
        return null;
    }
}

/// <summary>A thread that somebody wants to start.</summary>
public sealed record NewThread(Guid FundId, string Subject, Guid StartedBy, IReadOnlyList<NewThreadMember> Members);

/// <param name="Name">As the others read it: a first name and initial, or an adult's task.</param>
public sealed record NewThreadMember(Guid PersonId, string Name, bool IsAdult);

/// <summary>Why a thread does not go on.</summary>
public enum ThreadRefusal
{
    /// <summary>No conversation with a young person has fewer than two adults who can read it.</summary>
    NeedsTwoAdults,

    /// <summary>An adult's background check has run out, or nobody has seen one.</summary>
    NotChecked,
}
