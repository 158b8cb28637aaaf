namespace PB.Proposals;

/// <summary>Somebody thinks that a comment should not stand there.</summary>
public sealed class CommentReport
{
    CommentReport() { }

    public CommentReport(Guid commentId, Guid personId, string because, DateTimeOffset now) =>
        (CommentId, PersonId, Because, At) = (commentId, personId, because, now);

    public Guid CommentId { get; private set; }
    public Guid PersonId { get; private set; }
    public string Because { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}
