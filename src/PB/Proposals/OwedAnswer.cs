using PB.Data;

namespace PB.Proposals;

/// <summary>The council's duty to answer a proposal that reached the promised number of endorsements, and the answer.</summary>
public sealed class OwedAnswer
{
    OwedAnswer() { }

    public OwedAnswer(Guid proposalId, int endorsements, DateTimeOffset dueAt, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (ProposalId, Endorsements, ReachedAt, DueAt) = (proposalId, endorsements, now, dueAt);
    }

    public Guid Id { get; private set; }
    public Guid ProposalId { get; private set; }

    /// <summary>How many endorsements brought it about.</summary>
    public int Endorsements { get; private set; }

    public DateTimeOffset ReachedAt { get; private set; }
    public DateTimeOffset DueAt { get; private set; }
    public string? Text { get; private set; }
    public Guid? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    public bool IsLate(DateTimeOffset now) => (AnsweredAt ?? now) >= DueAt;

    public void Answer(string text, Guid by, DateTimeOffset now)
    {
        if (AnsweredAt is not null)
            throw new InvalidOperationException("It is answered once.");
        (Text, AnsweredBy, AnsweredAt) = (text, by, now);
    }
}
