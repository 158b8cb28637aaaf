namespace PB.Sms;

/// <summary>What is to be done about one text: a reply, the state afterwards, and at most a few acts. Deciding it changes nothing.</summary>
/// <param name="Reply">Null where nothing is answered.</param>
/// <param name="State">What the conversation waits for from here on.</param>
public sealed record Turn(ReplyKey? Reply, TextState State)
{
    /// <summary>The vote that waits for something; null where none does.</summary>
    public PendingVote? Pending { get; init; }

    /// <summary>The projects that the reply speaks of, in the order in which they were typed.</summary>
    public IReadOnlyList<int> Numbers { get; init; } = [];

    /// <summary>The figure that the reply speaks of: a page, a project, how many, how many tries.</summary>
    public int Count { get; init; }

    /// <summary>The words that the reply speaks of: a postcode, the rounds to choose from.</summary>
    public string Words { get; init; } = "";

    public TextActs Acts { get; init; }

    /// <summary>The language in which to go on.</summary>
    public string? Language { get; init; }

    /// <summary>The idea that somebody sent.</summary>
    public string? Idea { get; init; }

    /// <summary>The neighbourhood that a postcode proved, where somebody is put on the roll by their own word.</summary>
    public Guid? Area { get; init; }

    /// <summary>The age that somebody said; null for the youngest that may vote.</summary>
    public int? Age { get; init; }

    public bool Does(TextActs act) => (Acts & act) != 0;
}

/// <summary>What a turn does beside answering.</summary>
[Flags]
public enum TextActs
{
    None = 0,

    /// <summary>Casts <see cref="Turn.Numbers"/>.</summary>
    Cast = 1,

    /// <summary>Takes the vote out.</summary>
    Withdraw = 2,

    /// <summary>Ties the letter code's voter to the phone.</summary>
    TakeCode = 4,

    /// <summary>Puts somebody on the roll by their own word.</summary>
    Declare = 8,

    /// <summary>Undoes the last change by text and lets no more votes in from this phone.</summary>
    Freeze = 16,
    OptOut = 32,
    OptIn = 64,

    /// <summary>Keeps the text until it is known which round it is about.</summary>
    Hold = 128,

    /// <summary>Tells the person on duty that somebody may be in danger.</summary>
    CallForHelp = 256,

    /// <summary>Counts as a wrong code.</summary>
    WrongCode = 512,

    /// <summary>The person wants to be texted the result.</summary>
    AskForResult = 1024,
}

/// <summary>A vote that is not counted yet.</summary>
/// <param name="Numbers">As they were typed.</param>
/// <param name="NeedsOk">Whether it is still to be confirmed once the person is known.</param>
/// <param name="Area">The neighbourhood that a postcode proved.</param>
public sealed record PendingVote(IReadOnlyList<int> Numbers, bool NeedsOk, Guid? Area = null)
{
    public bool HasNumbers => Numbers.Count > 0;
}

/// <summary>All that a decision about a text may look at.</summary>
public sealed record TextSituation
{
    /// <summary>The round that the text is about; null where several could be meant, or there is none.</summary>
    public TextRound? Round { get; init; }

    /// <summary>The ballot paper by which the round's votes are checked; null before it opens.</summary>
    public Ballots.BallotPaper? Paper { get; init; }

    /// <summary>The rounds of this number, where it is not known which one is meant.</summary>
    public IReadOnlyList<TextRound> Choice { get; init; } = [];

    public TextState State { get; init; }
    public PendingVote? Pending { get; init; }

    /// <summary>When the provider had the text: this decides about the close.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether we know who votes from this phone in this round.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Whether they are known by an account, so that no code is needed from them.</summary>
    public bool HasAccount { get; init; }

    /// <summary>Whether their vote came on paper and can no more be changed from here.</summary>
    public bool OnPaper { get; init; }

    /// <summary>The vote that is in the box, in the order in which it was typed; null when there is none.</summary>
    public IReadOnlyList<int>? Vote { get; init; }

    /// <summary>Whether there is a vote that came another way and of which nothing can be known any more.</summary>
    public bool VotedElsewhere { get; init; }

    /// <summary>Whether the digits of a link were right.</summary>
    public bool HasJoined { get; init; }
    public bool IsFrozen { get; init; }
    public bool IsOptedOut { get; init; }
    public bool HasMedia { get; init; }

    /// <summary>What became of the letter code in the text.</summary>
    public CodeVerdict? Code { get; init; }

    /// <summary>The wrong codes that this phone may still send.</summary>
    public int TriesLeft { get; init; }

    /// <summary>The postcode in the text.</summary>
    public string? Postcode { get; init; }

    /// <summary>The neighbourhood of the round in which the postcode in the text lies; null where it lies in none or in several.</summary>
    public Guid? Area { get; init; }

    /// <summary>Whether the postcode in the text lies in several neighbourhoods of the round: no text asks in which one they want to vote, so people help.</summary>
    public bool IsInSeveralAreas { get; init; }

    /// <summary>Whether the result is out.</summary>
    public bool IsPublished { get; init; }
}

/// <summary>What a letter code turned out to be.</summary>
public enum CodeVerdict
{
    Good,
    Wrong,

    /// <summary>Used from another phone.</summary>
    Used,

    /// <summary>There were too many wrong ones; no code is looked at for now.</summary>
    Locked,
}
