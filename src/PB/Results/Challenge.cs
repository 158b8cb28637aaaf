using PB.Data;

namespace PB.Results;

/// <summary>Somebody's public doubt about a provisional result, and the council's public answer.</summary>
public sealed class Challenge
{
    Challenge() { }

    public Challenge(Guid roundId, int resultVersion, Guid personId, string words, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (RoundId, ResultVersion, PersonId, Words, MadeAt) = (roundId, resultVersion, personId, words, now);
    }

    public Guid Id { get; private set; }
    public Guid RoundId { get; private set; }
    public int ResultVersion { get; private set; }

    /// <summary>Who made it; not published.</summary>
    public Guid PersonId { get; private set; }

    public string Words { get; private set; } = "";
    public DateTimeOffset MadeAt { get; private set; }
    public string? Answer { get; private set; }
    public Guid? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public ChallengeOutcome? Outcome { get; private set; }

    public void Settle(ChallengeOutcome outcome, string answer, Guid by, DateTimeOffset now)
    {
        if (AnsweredAt is not null)
            throw new InvalidOperationException("A challenge is answered once.");
        (Outcome, Answer, AnsweredBy, AnsweredAt) = (outcome, answer, by, now);
    }
}

/// <summary>What a challenge led to.</summary>
public enum ChallengeOutcome
{
    /// <summary>The result stands.</summary>
    Rejected,

    /// <summary>Something was wrong, and the answer says what is done about it.</summary>
    Upheld,
}
