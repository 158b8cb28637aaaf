using PB.Data;

namespace PB.Grants.Meetings;

/// <summary>One thing that happened in a meeting. The page says it in a sentence.</summary>
public sealed class MinuteLine
{
    MinuteLine() { }

    internal MinuteLine(Guid meetingId, Guid? itemId, int number, (MinuteKind Kind, string[] Words) what, DateTimeOffset now)
    {
        (Id, MeetingId, ItemId, Number, At) = (Ids.New(now), meetingId, itemId, number, now);
        (Kind, Words) = what;
    }

    public Guid Id { get; private set; }
    public Guid MeetingId { get; private set; }

    /// <summary>About which item; whoever has a conflict there does not see the line.</summary>
    public Guid? ItemId { get; private set; }

    public int Number { get; private set; }
    public DateTimeOffset At { get; private set; }
    public MinuteKind Kind { get; private set; }

    /// <summary>What the sentence is about: names as the panel says them, numbers, what an adult advised.</summary>
    public string[] Words { get; private set; } = [];
}

public enum MinuteKind
{
    Opened,
    Came,
    Went,
    ItemBegun,

    /// <summary>Somebody has a conflict, and is out of the room.</summary>
    Recused,

    /// <summary>Somebody knows the people, and takes part.</summary>
    KnowsThem,
    AdultAdvice,
    VoteOpened,
    VoteClosed,
    AmountClosed,
    PulledOut,
    LotDrawn,
    ChairDecided,
    Decided,

    /// <summary>It goes on the ballot, and people decide.</summary>
    Shortlisted,
    Deferred,
    HandedOver,
    Closed,

    /// <summary>The meeting stops for now, for a break or until another day; and goes on.</summary>
    Suspended,
    Resumed,

    /// <summary>Somebody had a conflict, and has none any more.</summary>
    ConflictLowered,

    /// <summary>The room is asked about money that nobody was given by a pot's last day.</summary>
    PotAsked,
    PotSettled,

    /// <summary>Fewer members have marked it than the call promised, and why it is talked about all the same.</summary>
    FewCards,

    /// <summary>What was announced before was wrong, and the panel votes again.</summary>
    SaidWrongly,
}
