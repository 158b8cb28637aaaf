using PB.Neighbourhoods;
using PB.Rounds;

namespace PB.Roll;

/// <summary>That somebody is on the roll of one round, how they came there, and what they may vote by: nothing of who they are.</summary>
public sealed class RollEntry
{
    RollEntry() { }

    public RollEntry(Guid roundId, Guid voterId, RollWay way, Whereabouts where, DateTimeOffset now)
    {
        (RoundId, VoterId, EnteredAt) = (roundId, voterId, now);
        Renew(way, where, now);
    }

    public Guid RoundId { get; private set; }
    public Guid VoterId { get; private set; }
    public RollWay Way { get; private set; }
    public Connections Connection { get; private set; }

    /// <summary>The neighbourhood of the round that the vote counts for; null where a code says nothing of it.</summary>
    public Guid? AreaId { get; private set; }

    /// <summary>The age in years on the round's day; null where the code or the person at the desk vouched for it.</summary>
    public int? Age { get; private set; }

    /// <summary>The postcode by which the area was found, where somebody gave one.</summary>
    public string? Postcode { get; private set; }

    public DateTimeOffset EnteredAt { get; private set; }

    public void Renew(RollWay way, Whereabouts where, DateTimeOffset now)
    {
        (Way, EnteredAt) = (way, now);
        (Connection, AreaId, Age, Postcode) = (where.Connection, where.Area, where.Age, where.Postcode?.Text);
    }
}

/// <summary>What connects somebody with a round.</summary>
/// <param name="Connection">Whether they live, work or study there.</param>
/// <param name="Area">In which of its neighbourhoods.</param>
/// <param name="Age">How old they are on its day.</param>
/// <param name="Postcode">Where that is.</param>
public sealed record Whereabouts(Connections Connection, Guid? Area, int? Age, Postcode? Postcode);
