using System.Globalization;
using PB.Ballots;
using PB.Rounds;
using PB.Tally;

namespace PB.Sms;

/// <summary>A round as it is voted on by text: its names, its rules, its projects.</summary>
public sealed record TextRound
{
    public required Guid Id { get; init; }

    /// <summary>The word that chooses it where a number has several rounds.</summary>
    public required string Keyword { get; init; }

    /// <summary>The name that every reply begins with.</summary>
    public required string Name { get; init; }

    public required ProofOfVoter Proof { get; init; }

    /// <summary>How many characters the code of a letter has.</summary>
    public int CodeLength { get; init; } = TextCode.Length;

    public required bool ConfirmFirst { get; init; }
    public required EchoOfVote Echo { get; init; }
    public required int MinimumAge { get; init; }

    /// <summary>The number where people help, and the short address.</summary>
    public required string HelpPhone { get; init; }

    public required string ShortAddress { get; init; }
    public required BallotRules Rules { get; init; }
    public required Money Budget { get; init; }
    public required string Currency { get; init; }

    /// <summary>All that ever stood on the ballot, those that were withdrawn too.</summary>
    public required IReadOnlyDictionary<int, TextProject> Projects { get; init; }

    public required DateTimeOffset OpensAt { get; init; }
    public required DateTimeOffset ClosesAt { get; init; }
    public required DateOnly? ResultsOn { get; init; }
    public required string TimeZone { get; init; }
    public DateTimeOffset? PausedAt { get; init; }
    public DateTimeOffset? CancelledAt { get; init; }
    public bool IdeasOpen { get; init; }

    /// <summary>Numbers to show how a vote is written; made up where nobody chose them.</summary>
    public string? ExampleNumbers { get; init; }

    public bool IsRanking => Rules.Type is BallotType.Ranking;
    public bool IsKnapsack => Rules.Type is BallotType.Knapsack;

    public IEnumerable<TextProject> OnTheBallot => Projects.Values.Where(project => !project.Withdrawn).OrderBy(project => project.Number);

    public TextPhase PhaseAt(DateTimeOffset moment) => this switch
    {
        { CancelledAt: not null } => TextPhase.Cancelled,
        _ when moment < OpensAt => TextPhase.Before,
        _ when moment >= ClosesAt => TextPhase.Closed,
        { PausedAt: not null } => TextPhase.Paused,
        _ => TextPhase.Open,
    };

    public string Example(string word) => $"{word} {ExampleNumbers ?? MadeUpExample()}";

    /// <summary>Why numbers cannot be a ballot: what the ballot paper says, with withdrawn projects told apart.</summary>
    public (BallotRefusal? Refusal, int Number) WhyRefused(IReadOnlyList<int> numbers, BallotPaper paper)
    {
        if (numbers.FirstOrDefault(number => !Projects.ContainsKey(number), -1) is >= 0 and var unknown)
            return (BallotRefusal.NoSuchProject, unknown);
        if (numbers.FirstOrDefault(number => Projects[number].Withdrawn, -1) is >= 0 and var withdrawn)
            return (BallotRefusal.NoSuchProject, withdrawn);
        return (paper.WhyRefused(numbers), 0);
    }

    public Money CostOf(IEnumerable<int> numbers) => new(numbers.Sum(number => Projects[number].Price.MinorUnits));

    string MadeUpExample() => string.Join(' ',
        OnTheBallot.Reverse().Take(Math.Min(Rules.MaxChoices ?? 2, 3)).Select(project => project.Number.ToString(CultureInfo.InvariantCulture)));
}

/// <summary>A project as texts name it.</summary>
public sealed record TextProject(int Number, string Title, Money Price, bool Withdrawn);

/// <summary>Where a round stands for somebody who texts.</summary>
public enum TextPhase
{
    Before,
    Open,
    Paused,
    Closed,
    Cancelled,
}

/// <summary>How somebody who texts proves who they are.</summary>
public enum ProofOfVoter
{
    /// <summary>The phone belongs to an account.</summary>
    Registered,

    /// <summary>By the code of a letter, where the phone belongs to no account that may vote.</summary>
    LetterCode,

    /// <summary>By their own word: postcode and age.</summary>
    PostcodeAndAge,
}

/// <summary>How a reply repeats a vote.</summary>
public enum EchoOfVote
{
    Titles,
    Numbers,

    /// <summary>Only how many: nobody who looks at the phone learns which.</summary>
    Receipt,
}
