using PB.Data;

namespace PB.Grants.Applications;

/// <summary>Something that the panel wants to know of a group. Neither learns who the other is: a coordinator passes both on.</summary>
public sealed class PanelQuestion
{
    PanelQuestion() { }

    public PanelQuestion(Guid applicationId, Guid askedBy, string text, DateTimeOffset now) =>
        (Id, ApplicationId, AskedBy, Text, AskedAt) = (Ids.New(now), applicationId, askedBy, text, now);

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }
    public Guid AskedBy { get; private set; }
    public string Text { get; private set; } = "";
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>When a coordinator had read it, and sent it to the group.</summary>
    public DateTimeOffset? PassedOnAt { get; private set; }

    /// <summary>When a coordinator stopped it: it names somebody, or is not fair.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>Why, for whoever asked.</summary>
    public string StoppedBecause { get; private set; } = "";

    public string Answer { get; private set; } = "";
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>How often the answer went back, because it named somebody.</summary>
    public int Returned { get; private set; }

    /// <summary>When a coordinator had read the answer, and the panel could.</summary>
    public DateTimeOffset? ShownAt { get; private set; }

    /// <summary>The coordinator who dealt with it last.</summary>
    public Guid? DealtBy { get; private set; }

    public bool WaitsForCoordinator => StoppedAt is null && (PassedOnAt is null || AnsweredAt is not null && ShownAt is null);

    public bool WaitsForGroup => PassedOnAt is not null && AnsweredAt is null && StoppedAt is null;

    public void PassOn(Guid coordinator, DateTimeOffset now) => (PassedOnAt, DealtBy) = (now, coordinator);

    public void Stop(string because, Guid coordinator, DateTimeOffset now) => (StoppedBecause, StoppedAt, DealtBy) = (because, now, coordinator);

    public void Reply(string answer, DateTimeOffset now) => (Answer, AnsweredAt) = (answer, now);

    /// <summary>The answer names somebody: the group writes it once more.</summary>
    public void ReturnAnswer(Guid coordinator) => (Answer, AnsweredAt, Returned, DealtBy) = ("", null, Returned + 1, coordinator);

    public void Show(Guid coordinator, DateTimeOffset now) => (ShownAt, DealtBy) = (now, coordinator);
}
