using PB.Data;
using PB.Roll;

namespace PB.Sms;

/// <summary>One text on the desk, with all that was found out about it.</summary>
public sealed class TextCase
{
    public required IncomingText Text { get; init; }
    public required InboundText Inbound { get; init; }
    public required Phone Phone { get; init; }
    public required CalledNumber Number { get; init; }
    public required TextSession Session { get; init; }
    public required Traffic Traffic { get; init; }
    public required IReadOnlyList<KnownLink> Links { get; init; }
    public required IReadOnlyList<VoteMark> Marks { get; init; }
    public required IReadOnlyList<ShelvedRound> Rounds { get; init; }

    /// <summary>When we deal with it.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>When it counts as sent: what the provider says, else now.</summary>
    public DateTimeOffset At => Text.HadAt ?? Now;

    public Phrase Phrase { get; set; } = Phrase.Of("");
    public ShelvedRound? Round { get; set; }
    public Reading Reading { get; set; } = new(ReadingKind.Empty);

    /// <summary>Who votes from this phone in this round; null where we do not know.</summary>
    public Voter? Voter { get; private set; }

    /// <summary>Where they are on the roll of this round; null where that was not looked up.</summary>
    public PlaceOnTheRoll? Place { get; private set; }

    public bool HasAccount { get; set; }
    public KnownVote Vote { get; set; } = new(0, false, null);

    /// <summary>The code for texts that was sent, where there is such a one.</summary>
    public IssuedCode? Code { get; set; }

    /// <summary>The letter's code that was sent, where there is such a one.</summary>
    public LetterCode? Letter { get; set; }

    public PendingVote? Pending { get; set; }

    /// <summary>What the phone is told about its vote from here on; null where that stays.</summary>
    public TextEcho? Echo { get; set; }

    /// <summary>Null where nothing is answered.</summary>
    public OutboundText? Answer { get; set; }

    public void Know(Voter voter, PlaceOnTheRoll? place = null) => (Voter, Place) = (voter, place);

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
    public static readonly Traffic None = new(1, 1, 1, 0, 0, null, 0);

    public const int MostAtOnce = 10, MostADay = 200, MostAnswersADay = 40, MostAlike = 3, MostWrongCodes = 5, ManyWrongCodes = 50;

    internal static Question Ask(byte[] phone, InboundText text, byte[] said, DateTimeOffset now, Action<Traffic> found) => new($"""
        with phone as (select id from sms.phones where fingerprint = {phone})
        select 1 + count(*) filter (where received_at > {now.AddMinutes(-10)})::int, 1 + count(*)::int, 1 + count(*) filter (where received_at > {now.AddMinutes(-5)} and fingerprint = {said})::int,
               (select count(*)::int from sms.outbox where phone_id = (select id from phone) and answer_to is not null and created_at > {now.AddDays(-1)}),
               (select count(*)::int from sms.code_attempts where phone_id = (select id from phone) and at > {now.AddDays(-1)}),
               (array_agg(reply order by received_at desc) filter (where received_at > {now.AddSeconds(-60)} and fingerprint = {said}))[1],
               (select count(*)::int from sms.code_attempts where number_id = (select number_id from sms.inbound where id = {text.Id}) and at > {now.AddHours(-1)})
        from sms.inbound where phone_id = (select id from phone) and received_at > {now.AddDays(-1)} and id <> {text.Id}
        """, row => found(new(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.Find<string>(5), row.GetInt32(6))));
}
