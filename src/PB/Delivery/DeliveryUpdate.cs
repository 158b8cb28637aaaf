using PB.Data;
using PB.Tally;

namespace PB.Delivery;

/// <summary>What happened to a funded proposal and its money, told at one moment; the newest tells where it stands.</summary>
public sealed class DeliveryUpdate
{
    DeliveryUpdate() { }

    public DeliveryUpdate(Guid proposalId, DeliveryStage stage, string note, Money spent, DateTimeOffset now) =>
        (Id, ProposalId, Stage, Note, Spent, At) = (Ids.New(now), proposalId, stage, note, spent, now);

    public Guid Id { get; private set; }
    public Guid ProposalId { get; private set; }
    public DeliveryStage Stage { get; private set; }
    public string Note { get; private set; } = "";

    /// <summary>All that was spent on it up to then.</summary>
    public Money Spent { get; private set; }

    public DateTimeOffset At { get; private set; }
}

/// <summary>How far a funded proposal has come.</summary>
public enum DeliveryStage
{
    Planning,
    UnderWay,
    Delayed,
    Done,
    Stopped,
}
