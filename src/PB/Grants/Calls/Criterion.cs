using PB.Data;

namespace PB.Grants.Calls;

/// <summary>One thing that the panel looks at, with what each mark from 0 to 5 means and how much it weighs.</summary>
public sealed class Criterion
{
    /// <summary>What the weights of a call add up to.</summary>
    public const int AllWeights = 100;

    public const int HighestMark = 5;

    Criterion() { }

    internal Criterion(Guid callId, int number, CriterionWords words, DateTimeOffset now)
    {
        (Id, CallId, Number) = (Ids.New(now), callId, number);
        (Name, Question, Anchors, Weight) = (words.Name, words.Question, [.. words.Anchors], words.Weight);
    }

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }
    public int Number { get; private set; }
    public string Name { get; private set; } = "";
    public string Question { get; private set; } = "";

    /// <summary>Six sentences: what a 0 means, a 1, … a 5.</summary>
    public string[] Anchors { get; private set; } = [];

    public int Weight { get; private set; }
}

/// <summary>A criterion as somebody proposes it.</summary>
public sealed record CriterionWords(string Name, string Question, IReadOnlyList<string> Anchors, int Weight);
