using PB.Tally;

namespace PB.Cli;

/// <summary>Says of a count by maximum welfare why a project is in the best set or not.</summary>
sealed class WelfareWords(Tallied tallied, Step step)
{
    public string Reason()
    {
        var others = tallied.Count.Steps.Count(other => other.IsFunded && other.Number != step.Number);
        var set = $"Of all sets of projects that the budget can pay for, the one is funded that satisfies all voters together most, measured by {Measure()}.";
        return step.IsFunded
            ? $"{set} This project {(others == 0 ? "is the only one in it" : $"is in it, with {others} {(others == 1 ? "other" : "others")}")}."
            : $"{set} This project is not in it: whatever would have had to leave to make room for it satisfies voters no less.";
    }

    string Measure() => tallied.Count.Rule.Split('_')[^1] switch
    {
        "card" => "how many funded projects each voter chose",
        "points" => "the points that voters gave to funded projects",
        "borda" => "how high voters ranked the funded projects",
        _ => "what the funded projects cost that each voter chose",
    };
}
