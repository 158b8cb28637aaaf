using PB.Delivery;
using PB.Tally;

namespace PB.Web.Delivery;

/// <summary>What was told of a funded project and its money.</summary>
public sealed record DeliveryLine(DeliveryStage Stage, string Note, Money Spent, DateTimeOffset At);
