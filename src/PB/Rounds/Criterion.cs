using PB.Data;

namespace PB.Rounds;

/// <summary>One of the conditions, published before ideas open, by which proposals are screened.</summary>
public sealed class Criterion
{
    Criterion() { }

    internal Criterion(Guid roundId, int position, string text, DateTimeOffset now) =>
        (Id, RoundId, Position, Text) = (Ids.New(now), roundId, position, text);

    public Guid Id { get; private set; }
    public Guid RoundId { get; private set; }
    public int Position { get; private set; }
    public string Text { get; private set; } = "";
}
