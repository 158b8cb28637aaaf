using PB.Rounds;

namespace PB.Screening;

/// <summary>How a round's proposals are checked by departments: by which version of which checklist, and in what time.</summary>
/// <remarks>A round without a plan is checked by single officers, whose decisions hold at once.</remarks>
public sealed class ScreeningPlan
{
    ScreeningPlan() { }

    public ScreeningPlan(Guid roundId, Guid checklistId, ScreeningTimes times) => (RoundId, ChecklistId, Times) = (roundId, checklistId, times);

    public Guid RoundId { get; private set; }
    public Guid ChecklistId { get; private set; }
    public ScreeningTimes Times { get; private set; } = new();

    /// <summary>When the decisions were published, by the clock or by hand.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>The times of a round in which single officers decide.</summary>
    public static ScreeningPlan WithoutDepartments(Guid roundId) => new(roundId, Guid.Empty, new ScreeningTimes());

    /// <summary>The same checks for another round.</summary>
    public ScreeningPlan For(Guid roundId) => new(roundId, ChecklistId, Times with { });

    public void Change(Guid checklistId, ScreeningTimes times) => (ChecklistId, Times) = (checklistId, times);

    public void Publish(DateTimeOffset now) => PublishedAt ??= now;

    /// <summary>The moment at which all decisions come out together.</summary>
    public DateTimeOffset PublicationOf(Round round) => round.Calendar.VotingFrom!.Value.AddDays(-Times.PublicationDays);

    public DateTimeOffset AnswerBy(Round round, DateTimeOffset assignedAt) => Earlier(assignedAt.AddDays(Times.AnswerDays), PublicationOf(round), assignedAt);

    /// <summary>Until when a proposer can mend: never past the opening of the vote.</summary>
    public DateTimeOffset MendUntil(Round round, DateTimeOffset askedAt) => Earlier(askedAt.AddDays(Times.MendDays), round.Calendar.VotingFrom!.Value, askedAt);

    public DateTimeOffset AppealUntil(Round round, DateTimeOffset decidedAt) => Earlier(decidedAt.AddDays(Times.AppealDays), round.Calendar.VotingFrom!.Value, decidedAt);

    // A limit that is past by then is none.
    static DateTimeOffset Earlier(DateTimeOffset wanted, DateTimeOffset limit, DateTimeOffset after) => limit > after && limit < wanted ? limit : wanted;
}

/// <summary>The times of a screening, in days.</summary>
public sealed record ScreeningTimes
{
    /// <summary>How long a department has for its answer.</summary>
    public int AnswerDays { get; init; } = 7;

    /// <summary>How long before voting opens the decisions are published.</summary>
    public int PublicationDays { get; init; } = 10;

    /// <summary>How long a proposer has to mend.</summary>
    public int MendDays { get; init; } = 5;

    /// <summary>For how long a refusal can be appealed.</summary>
    public int AppealDays { get; init; } = 4;

    /// <summary>How long the council has to answer an appeal.</summary>
    public int AppealAnswerDays { get; init; } = 4;
}
