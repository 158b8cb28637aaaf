namespace PB.Sms;

/// <summary>The way to the telephone network: a provider over HTTP, or a page that plays one.</summary>
public interface ITextGateway
{
    /// <summary>Whether there is a way out at all; while there is none, texts wait.</summary>
    bool IsReady { get; }

    /// <summary>Hands a text over.</summary>
    /// <exception cref="TextRefusedException">It was not taken, or it is not known whether it was.</exception>
    Task<SentText> SendAsync(OutgoingText text, CancellationToken cancel);

    /// <summary>When the provider had a text; null where it does not know it.</summary>
    Task<DateTimeOffset?> ReceivedAtAsync(string messageSid, CancellationToken cancel);

    /// <summary>Every text that came to a number since a day, oldest first.</summary>
    Task<IReadOnlyList<ProviderText>> ReceivedAsync(string number, DateTimeOffset since, CancellationToken cancel);

    /// <summary>A text that we may have sent: to this number with these words since then; null where there is none.</summary>
    Task<SentText?> FindSentAsync(OutgoingText text, DateTimeOffset since, CancellationToken cancel);

    /// <summary>Empties the provider's copy of a text.</summary>
    Task RedactAsync(string messageSid, CancellationToken cancel);

    /// <summary>Has the provider forget that there was a text.</summary>
    Task ForgetAsync(string messageSid, CancellationToken cancel);
}

/// <summary>A text on its way out.</summary>
/// <param name="Id">Ours; the provider's news about it come back with it.</param>
/// <param name="Validity">For how long it is worth delivering.</param>
public sealed record OutgoingText(Guid Id, string From, string To, string Body, TimeSpan Validity);

/// <summary>What the provider says of a text that it took.</summary>
public sealed record SentText(string MessageSid, DeliveryState State);

/// <summary>A text as the provider's list has it.</summary>
public sealed record ProviderText(string MessageSid, string From, string To, string Body, int MediaCount, DateTimeOffset ReceivedAt);

/// <summary>A text that was not taken.</summary>
/// <param name="code">The provider's code; 0 where it gave none.</param>
/// <param name="status">The HTTP status; 0 where there was no answer.</param>
/// <param name="why">What went wrong, without a number or a text.</param>
public sealed class TextRefusedException(int code, int status, string why, Exception? cause = null) : Exception(why, cause)
{
    public int Code => code;

    public int Status => status;

    /// <summary>Whether it may have gone out all the same.</summary>
    public bool MaybeOut => status is 0 or >= 500;
}
