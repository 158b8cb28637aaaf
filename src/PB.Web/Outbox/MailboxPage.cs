namespace PB.Web.Outbox;

public sealed record MailboxPage(int Count, IReadOnlyList<MailboxPage.Line> Lines)
{
    public sealed record Line(int Number, string To, string Subject, DateTimeOffset At);
}
