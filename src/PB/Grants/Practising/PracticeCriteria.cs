using PB.Grants.Marking;
using PB.Tally;

namespace PB.Grants.Practising;

/// <summary>By what examples are marked: four questions with the weights that many panels choose.</summary>
public static class PracticeCriteria
{
    public static IReadOnlyList<PracticeCriterion> All { get; } =
    [
        new("Need", "How much is it needed here?", 30),
        new("Young-led", "How much do young people lead it?", 30),
        new("Value", "How good is it for the money?", 20),
        new("Plan", "How likely is it to work?", 20),
    ];

    /// <summary>What the marks mean, from 0 to 5.</summary>
    public static IReadOnlyList<string> Anchors { get; } = ["Not at all", "A little", "Some of it", "Well enough", "Very well", "It could not be better"];

    /// <summary>What a card is worth, as in earnest; null where too little was answered.</summary>
    public static Fraction? ValueOf(IEnumerable<int?> marks) => CardValue.Of(marks.Zip(All, (mark, criterion) => new WeighedMark(criterion.Weight, mark)));
}

public sealed record PracticeCriterion(string Name, string Question, int Weight);
