using PB.Data;

namespace PB.Journal;

/// <summary>A line in the record of what was done: by whom, on what, and why. Written in the transaction of the act, never changed.</summary>
/// <remarks>The act and its subject stay for ever and name no resident; what may have to be erased one day goes into the reason and the detail.</remarks>
public sealed class JournalEntry
{
    JournalEntry() { }

    /// <param name="actorId">Who acted; null when the clock did.</param>
    /// <param name="act">What was done, as a resident would read it: "Announced the round".</param>
    /// <param name="subject">On which record: a public address such as <c>rounds/riverside-2027</c>.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">For the entry's id; the entry's time is the database's.</param>
    public JournalEntry(Guid? actorId, string act, string subject, string reason, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (ActorId, Act, Subject, Reason) = (actorId, act, subject, reason);
    }

    /// <summary>Its place in the chain: 1, 2, 3 … without a gap.</summary>
    public long Seq { get; private set; }

    public Guid Id { get; private set; }
    public Guid? ActorId { get; private set; }
    public string Act { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public string Reason { get; private set; } = "";

    /// <summary>Whom or what exactly it was about, where that is somebody's own business.</summary>
    public string Detail { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>SHA-256 of the entry before and this one.</summary>
    public byte[] Hash { get; private set; } = [];

    public JournalEntry About(string detail)
    {
        Detail = detail;
        return this;
    }
}
