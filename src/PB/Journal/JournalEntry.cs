using PB.Data;

namespace PB.Journal;

/// <summary>A line in the record of what was done: by whom, on what, and why. Written in the transaction of the act, never changed.</summary>
public sealed class JournalEntry
{
    JournalEntry() { }

    /// <param name="actorId">Who acted; null when the clock did.</param>
    /// <param name="act">What was done, as a resident would read it: "Announced the round".</param>
    /// <param name="subject">On which record: a public address such as <c>rounds/riverside-2027</c>.</param>
    public JournalEntry(Guid? actorId, string act, string subject, string reason, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (ActorId, Act, Subject, Reason, At) = (actorId, act, subject, reason, now);
    }

    public Guid Id { get; private set; }
    public Guid? ActorId { get; private set; }
    public string Act { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public string Reason { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}
