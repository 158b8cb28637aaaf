namespace PB.Sms;

/// <summary>What a text message was taken to say.</summary>
public enum ReadingKind
{
    /// <summary>Nothing that we can read; nothing may come of it.</summary>
    Unsure,

    /// <summary>Nothing at all was written.</summary>
    Empty,

    /// <summary>Numbers of projects.</summary>
    Vote,

    /// <summary>That somebody wants to vote, without numbers.</summary>
    VoteWord,

    /// <summary>A letter code, or a postcode, alone.</summary>
    Proof,

    /// <summary>Numbers that ran together.</summary>
    Spaces,
    Money,

    /// <summary>A number in words that is too long to be sure of.</summary>
    WordNumber,

    /// <summary>The same project twice in a ranking.</summary>
    TwiceInRanking,
    Yes,
    No,
    Status,
    Clear,
    List,
    About,
    Help,
    NotMe,
    Language,
    Idea,
    Join,
    Stop,
    Start,
    Result,
    MyData,
    Thanks,

    /// <summary>Somebody may be in danger.</summary>
    Danger,
}

/// <summary>A text message as it was read: one meaning, and what came with it.</summary>
public sealed record Reading(ReadingKind Kind)
{
    /// <summary>The numbers as they were typed, in their order, each once unless <see cref="Kind"/> says otherwise.</summary>
    public IReadOnlyList<int> Numbers { get; init; } = [];

    /// <summary>Whether the numbers are to be confirmed before they count.</summary>
    public bool NeedsOk { get; init; }

    /// <summary>Whether a word says that it is a vote; without one a single number may be somebody's age.</summary>
    public bool SaysVote { get; init; }

    /// <summary>The letter code that came with it, whether it is right or not.</summary>
    public string? Code { get; init; }

    /// <summary>The postcode that came with it, in its normal form.</summary>
    public string? Postcode { get; init; }

    /// <summary>What follows the command: an idea, a language, a page, the digits of a link.</summary>
    public string Rest { get; init; } = "";

    /// <summary>Whether the vote was asked for in Welsh.</summary>
    public bool InWelsh { get; init; }

    /// <summary>What was read, for the statistics of staff.</summary>
    public override string ToString() => NeedsOk ? $"{Kind}?" : Kind.ToString();
}

/// <summary>What a reader knows of the round that a text is about.</summary>
/// <param name="IsRanking">Whether the order of the numbers says something.</param>
/// <param name="AsksForPostcode">Whether a postcode proves something in this round.</param>
/// <param name="Titles">The projects' titles by number.</param>
/// <param name="State">What the conversation waits for.</param>
public sealed record ReadingContext(bool IsRanking, bool AsksForPostcode, IReadOnlyDictionary<int, string> Titles, TextState State);

/// <summary>What a conversation waits for.</summary>
public enum TextState
{
    Idle,
    AwaitCode,
    AwaitPostcode,
    AwaitAge,
    AwaitConfirm,
    AwaitClear,
}
