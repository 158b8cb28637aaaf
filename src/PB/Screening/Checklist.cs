using PB.Data;

namespace PB.Screening;

/// <summary>One version of the questions by which proposals are checked. A version never changes: whoever wants other questions makes a new one.</summary>
public sealed class Checklist
{
    readonly List<ChecklistQuestion> questions = [];

    Checklist() { }

    public Checklist(string name, int version, IEnumerable<QuestionWords> words, DateTimeOffset now)
    {
        (Id, Name, Version, CreatedAt) = (Ids.New(now), name, version, now);
        questions.AddRange(words.Select((word, index) => new ChecklistQuestion(Id, index + 1, word, now)));
    }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    public int Version { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public IReadOnlyList<ChecklistQuestion> Questions => questions;

    /// <summary>The conditions that its questions test, as they are published before ideas open.</summary>
    public IReadOnlyList<string> Conditions => [.. questions.OrderBy(question => question.Position).Select(question => question.Condition).Distinct()];
}
