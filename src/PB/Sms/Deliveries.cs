namespace PB.Sms;

/// <summary>The provider's words for how far a text has come.</summary>
public static class Deliveries
{
    /// <summary>Null for words that say nothing of that.</summary>
    public static DeliveryState? Of(string status) => status switch
    {
        "accepted" or "scheduled" or "queued" => DeliveryState.Queued,
        "sending" => DeliveryState.Sending,
        "sent" => DeliveryState.Sent,
        "delivered" or "read" or "partially_delivered" => DeliveryState.Delivered,
        "undelivered" => DeliveryState.Undelivered,
        "failed" or "canceled" => DeliveryState.Failed,
        _ => null,
    };
}
