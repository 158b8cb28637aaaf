using PB.Roll;

namespace PB.Sms;

/// <summary>One text on the desk, with all that was found out about it.</summary>
public sealed class TextCase
{
    public required IncomingText Text { get; init; }
    public required InboundText Inbound { get; init; }
    public required Phone Phone { get; init; }
    public required TextNumber Number { get; init; }
    public required TextSession Session { get; init; }
    public required Traffic Traffic { get; init; }
    public required IReadOnlyList<PhoneLink> Links { get; init; }
    public required IReadOnlyList<ShelvedRound> Rounds { get; init; }

    /// <summary>When we deal with it.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>When it counts as sent: what the provider says, else now.</summary>
    public DateTimeOffset At => Text.HadAt ?? Now;

    public Phrase Phrase { get; set; } = Phrase.Of("");
    public ShelvedRound? Round { get; set; }
    public Reading Reading { get; set; } = new(ReadingKind.Empty);

    /// <summary>Who votes from this phone in this round; null where we do not know.</summary>
    public Voter? Voter { get; set; }

    public bool HasAccount { get; set; }
    public KnownVote Vote { get; set; } = new(0, false, null);

    /// <summary>The code for texts that was sent, where there is such a one.</summary>
    public IssuedCode? Code { get; set; }

    /// <summary>The letter's code that was sent, where there is such a one.</summary>
    public LetterCode? Letter { get; set; }

    public PendingVote? Pending { get; set; }

    public TextState State => Session.IsOver(Now) ? TextState.Idle : Session.State;
}

/// <summary>How much a phone sends and gets.</summary>
/// <param name="LastMinutes">Texts within ten minutes, with this one.</param>
/// <param name="Today">Texts within a day, with this one.</param>
/// <param name="Alike">Texts within five minutes that say the same, with this one.</param>
/// <param name="AnswersToday">Answers within a day.</param>
/// <param name="WrongCodes">Wrong codes within a day.</param>
/// <param name="LastReply">What the same text was answered with within the last minute.</param>
/// <param name="WrongCodesHere">Wrong codes on this number within an hour, from all phones.</param>
public sealed record Traffic(int LastMinutes, int Today, int Alike, int AnswersToday, int WrongCodes, string? LastReply, int WrongCodesHere)
{
    public const int MostAtOnce = 10, MostADay = 200, MostAnswersADay = 40, MostAlike = 3, MostWrongCodes = 5, ManyWrongCodes = 50;
}
