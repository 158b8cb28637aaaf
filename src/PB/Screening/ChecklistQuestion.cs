using PB.Data;

namespace PB.Screening;

/// <summary>A question that every department answers about a proposal.</summary>
public sealed class ChecklistQuestion
{
    ChecklistQuestion() { }

    internal ChecklistQuestion(Guid checklistId, int position, QuestionWords words, DateTimeOffset now)
    {
        (Id, ChecklistId, Position) = (Ids.New(now), checklistId, position);
        (Question, Guidance, Condition, WhenPassed, WhenFailed, WhenMendable) = words;
        MayNotApply = words.MayNotApply;
    }

    public Guid Id { get; private set; }
    public Guid ChecklistId { get; private set; }
    public int Position { get; private set; }
    public string Question { get; private set; } = "";

    /// <summary>What helps an officer to answer it.</summary>
    public string Guidance { get; private set; } = "";

    /// <summary>The published condition that it tests, and that a refusal by it cites.</summary>
    public string Condition { get; private set; } = "";

    /// <summary>The sentence that the public reads when a proposal passes; empty where there is nothing to say.</summary>
    public string WhenPassed { get; private set; } = "";

    public string WhenFailed { get; private set; } = "";

    /// <summary>The sentence that asks the proposer to mend it; empty where it cannot be mended.</summary>
    public string WhenMendable { get; private set; } = "";

    /// <summary>Whether a department can say that it does not concern a proposal, or is none of its business.</summary>
    public bool MayNotApply { get; private set; }

    public bool Allows(CheckAnswer answer) => answer switch
    {
        CheckAnswer.Pass or CheckAnswer.Fail => true,
        CheckAnswer.NotApplicable => MayNotApply,
        CheckAnswer.Mendable => WhenMendable.Length > 0,
    };

    public string SentenceFor(CheckAnswer answer) => answer switch
    {
        CheckAnswer.Pass => WhenPassed,
        CheckAnswer.Fail => WhenFailed,
        CheckAnswer.NotApplicable => "",
        CheckAnswer.Mendable => WhenMendable,
    };
}

/// <summary>What stands in a question.</summary>
public sealed record QuestionWords(string Question, string Guidance, string Condition, string WhenPassed, string WhenFailed, string WhenMendable)
{
    public bool MayNotApply { get; init; }
}

/// <summary>What a department answers to a question.</summary>
public enum CheckAnswer
{
    Pass,
    Fail,
    NotApplicable,

    /// <summary>No, but: the proposer can put it right.</summary>
    Mendable,
}
