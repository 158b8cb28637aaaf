using PB.Data;
using PB.Tally;

namespace PB.Ballots;

/// <summary>The lot by which projects of a round got their numbers on the ballot. Never changed.</summary>
public sealed class NumberLot
{
    NumberLot() { }

    /// <param name="roundId">The round.</param>
    /// <param name="seed">What the tickets are made of: part of it fell in public, part of it the site added when the lot was drawn.</param>
    /// <param name="numbers">The first number that it gives, and how many.</param>
    /// <param name="drawnBy">Who drew it.</param>
    /// <param name="now">When.</param>
    public NumberLot(Guid roundId, string seed, (int First, int Count) numbers, Guid drawnBy, DateTimeOffset now)
    {
        (Id, RoundId, Seed, DrawnBy, DrawnAt) = (Ids.New(now), roundId, seed, drawnBy, now);
        (First, Count) = numbers;
    }

    public Guid Id { get; private set; }
    public Guid RoundId { get; private set; }
    public string Seed { get; private set; } = "";
    public int First { get; private set; }
    public int Count { get; private set; }
    public Guid DrawnBy { get; private set; }
    public DateTimeOffset DrawnAt { get; private set; }

    /// <summary>The ticket of the project that had this number when it was an idea. The smallest gets the first number.</summary>
    public string TicketOf(int earlier) => Lot.Ticket(Seed, earlier);
}
