namespace PB.Outbox;

/// <summary>Leaves mails where they are: the demonstration shows them on its mailbox page.</summary>
public sealed class MailboxCarrier : IMailCarrier
{
    public bool IsReady => true;

    public Task CarryAsync(Message message, CancellationToken cancel) => Task.CompletedTask;
}
