namespace PB.Web.Outbox;

public sealed record MessagesPage(bool HasServer, int Sent, int Waiting, int GivenUp, IReadOnlyList<MessagesPage.Failure> Failures)
{
    /// <summary>A mail that did not go out. Whose it is, and what it says, is nobody's business here.</summary>
    public sealed record Failure(string To, DateTimeOffset Since, int Tries, DateTimeOffset? NextTry, string Error)
    {
        public Failure Masked()
        {
            var masked = $"{To[..Math.Min(1, To.Length)]}…@{To.Split('@')[^1]}";
            return this with { To = masked, Error = Error.Replace(To, masked, StringComparison.OrdinalIgnoreCase) };
        }
    }
}
