using PB.Data;

namespace PB.Screening;

/// <summary>People who choose which of the checked projects go on a round's ballot, by a rule that is public before ideas open.</summary>
public sealed class ShortlistPanel
{
    readonly List<ShortlistSeat> seats = [];

    ShortlistPanel() { }

    public ShortlistPanel(Guid roundId, ShortlistRule rule) => (RoundId, Rule) = (roundId, rule);

    public Guid RoundId { get; private set; }
    public ShortlistRule Rule { get; private set; } = null!;
    public DateTimeOffset? DecidedAt { get; private set; }
    public Guid? DecidedBy { get; private set; }
    public IReadOnlyList<ShortlistSeat> Seats => seats;

    public int Present => seats.Count(seat => seat.WasPresent);

    /// <summary>How many of a hundred seats residents have, rounded down.</summary>
    public int ResidentsPercent => seats.Count == 0 ? 0 : seats.Count(seat => seat.IsResident) * 100 / seats.Count;

    public bool HasResidentsEnough => seats.Count > 0 && seats.Count(seat => seat.IsResident) * 100 >= Rule.ResidentsPercent * seats.Count;

    public void Change(ShortlistRule rule) => Rule = rule;

    public void Seat(SeatWords words, DateTimeOffset now) => seats.Add(new ShortlistSeat(RoundId, words, now));

    public bool Unseat(Guid seat) => seats.RemoveAll(other => other.Id == seat) > 0;

    public void Meet(IReadOnlySet<Guid> present) => seats.ForEach(seat => seat.Meet(present.Contains(seat.Id)));

    public void Decide(Guid by, DateTimeOffset now) => (DecidedBy, DecidedAt) = (by, now);
}

/// <summary>By what a panel draws up a shortlist.</summary>
public sealed record ShortlistRule
{
    public required string Name { get; init; }

    /// <summary>How many projects go on the ballot at most.</summary>
    public required int Places { get; init; }

    /// <summary>How many of a hundred seats belong to residents at least.</summary>
    public required int ResidentsPercent { get; init; }

    /// <summary>How many seats have to be present for a decision.</summary>
    public required int Quorum { get; init; }
}

/// <summary>A seat of the panel: who holds it, and how they came to it.</summary>
public sealed class ShortlistSeat
{
    ShortlistSeat() { }

    internal ShortlistSeat(Guid roundId, SeatWords words, DateTimeOffset now) =>
        (Id, RoundId, Holder, Filled, FilledBy, IsResident) = (Ids.New(now), roundId, words.Holder, words.Filled, words.FilledBy, words.IsResident);

    public Guid Id { get; private set; }
    public Guid RoundId { get; private set; }
    public string Holder { get; private set; } = "";
    public SeatFilled Filled { get; private set; }

    /// <summary>By whom or where: the assembly that elected, the club that nominated.</summary>
    public string FilledBy { get; private set; } = "";

    public bool IsResident { get; private set; }
    public bool WasPresent { get; private set; }

    internal void Meet(bool present) => WasPresent = present;
}

public sealed record SeatWords(string Holder, SeatFilled Filled, string FilledBy, bool IsResident);

/// <summary>How somebody comes to a seat.</summary>
public enum SeatFilled
{
    DrawnByLot,
    Elected,
    Nominated,
    Appointed,
    OpenCall,
}
