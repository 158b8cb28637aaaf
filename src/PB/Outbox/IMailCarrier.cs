namespace PB.Outbox;

/// <summary>Takes a mail out of the house: over SMTP, or to the demonstration's mailbox page.</summary>
public interface IMailCarrier
{
    /// <summary>Whether there is a way out at all; while there is none, mails wait.</summary>
    bool IsReady { get; }

    /// <exception cref="MailRefusedException">The mail cannot be delivered; the exception says whether trying again makes sense.</exception>
    Task CarryAsync(Message message, CancellationToken cancel);
}

/// <summary>A mail that was not taken.</summary>
public sealed class MailRefusedException(string why, bool permanent, Exception? cause = null) : Exception(why, cause)
{
    public bool Permanent => permanent;
}
