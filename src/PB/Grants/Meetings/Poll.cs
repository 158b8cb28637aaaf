namespace PB.Grants.Meetings;

/// <summary>A question that members answer with yes or no in their own time, as by a show of hands. Others see how many said what, and not who.</summary>
public abstract class Poll<TAnswer>
    where TAnswer : PollAnswer
{
    readonly List<TAnswer> answers = [];

    public DateTimeOffset? AgreedAt { get; private set; }
    public DateTimeOffset? RejectedAt { get; private set; }
    public IReadOnlyList<TAnswer> Answers => answers;

    public bool IsSettled => AgreedAt is not null || RejectedAt is not null;
    public int Yes => answers.Count(answer => answer.IsYes);
    public int No => answers.Count(answer => !answer.IsYes);

    /// <summary>Takes a member's answer; until it is settled they may change it.</summary>
    /// <param name="answer">Who says what, and when.</param>
    /// <param name="mayDecide">How many members decide on it. It holds once more than half of them say yes, three at the least, and falls once that cannot be any more.</param>
    protected void Take(TAnswer answer, int mayDecide)
    {
        answers.RemoveAll(earlier => earlier.PersonId == answer.PersonId);
        answers.Add(answer);
        var verdict = Quorum.Verdict(Yes, No, mayDecide);
        AgreedAt = verdict is true ? answer.At : null;
        RejectedAt = verdict is false ? answer.At : null;
    }
}

/// <summary>What a member says to it.</summary>
public abstract class PollAnswer
{
    private protected PollAnswer() { }

    private protected PollAnswer(Guid personId, bool isYes, DateTimeOffset now) => (PersonId, IsYes, At) = (personId, isYes, now);

    public Guid PersonId { get; private set; }
    public bool IsYes { get; private set; }
    public DateTimeOffset At { get; private set; }
}
