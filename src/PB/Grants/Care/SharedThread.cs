using PB.Data;

namespace PB.Grants.Care;

/// <summary>A conversation of adults and young people. There is no other way to write to each other: two adults can always read it.</summary>
public sealed class SharedThread
{
    readonly List<ThreadMember> members = [];
    readonly List<ThreadMessage> messages = [];

    SharedThread() { }

    public SharedThread(Guid fundId, string subject, Guid startedBy, DateTimeOffset now) =>
        (Id, FundId, Subject, StartedBy, StartedAt) = (Ids.New(now), fundId, subject, startedBy, now);

    public Guid Id { get; private set; }
    public Guid FundId { get; private set; }
    public string Subject { get; private set; } = "";
    public Guid StartedBy { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public IReadOnlyList<ThreadMember> Members => members;
    public IReadOnlyList<ThreadMessage> Messages => messages;

    public bool HasTwoAdults => members.Count(member => member.IsAdult && member.LeftAt is null) >= 2;

    public void Join(Guid person, string name, bool isAdult, DateTimeOffset now) => members.Add(new ThreadMember(Id, person, name, isAdult, now));

    public ThreadMessage Say(Guid author, string text, DateTimeOffset now)
    {
        var message = new ThreadMessage(Id, author, text, now);
        messages.Add(message);
        return message;
    }
}

/// <summary>Somebody who reads a thread and may write in it.</summary>
public sealed class ThreadMember
{
    ThreadMember() { }

    internal ThreadMember(Guid threadId, Guid personId, string name, bool isAdult, DateTimeOffset now) =>
        (ThreadId, PersonId, Name, IsAdult, JoinedAt) = (threadId, personId, name, isAdult, now);

    public Guid ThreadId { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>A young person's first name and initial; an adult's task.</summary>
    public string Name { get; private set; } = "";

    public bool IsAdult { get; private set; }
    public DateTimeOffset JoinedAt { get; private set; }
    public DateTimeOffset? LeftAt { get; private set; }

    public void Leave(DateTimeOffset now) => LeftAt = now;
}

/// <summary>A message. Until a coordinator has read it, only its author sees it.</summary>
public sealed class ThreadMessage
{
    ThreadMessage() { }

    internal ThreadMessage(Guid threadId, Guid authorId, string text, DateTimeOffset now) =>
        (Id, ThreadId, AuthorId, Text, WrittenAt) = (Ids.New(now), threadId, authorId, text, now);

    public Guid Id { get; private set; }
    public Guid ThreadId { get; private set; }
    public Guid AuthorId { get; private set; }
    public string Text { get; private set; } = "";
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>Who read it first, and let it stand or kept it back.</summary>
    public Guid? ModeratedBy { get; private set; }
    public DateTimeOffset? ReleasedAt { get; private set; }
    public DateTimeOffset? KeptBackAt { get; private set; }

    public bool Waits => ReleasedAt is null && KeptBackAt is null;

    public void Release(Guid moderator, DateTimeOffset now) => (ModeratedBy, ReleasedAt) = (moderator, now);

    public void KeepBack(Guid moderator, DateTimeOffset now) => (ModeratedBy, KeptBackAt) = (moderator, now);
}
