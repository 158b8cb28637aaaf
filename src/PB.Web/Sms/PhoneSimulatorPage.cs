using PB.Sms;

namespace PB.Web.Sms;

public sealed record PhoneSimulatorPage(string From, string To, IReadOnlyList<string> Phones, IReadOnlyList<string> Numbers)
{
    public IReadOnlyList<TextThread.Line> Lines { get; init; } = [];
    public IReadOnlyList<Hint> Hints { get; init; } = [];

    /// <summary>What somebody needs to know to vote here.</summary>
    public sealed record Hint(string Title, string Slug, string Keyword, string? Postcode);
}
