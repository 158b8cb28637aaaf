using System.Text.RegularExpressions;

namespace PB.Sms;

/// <summary>A text as it comes in, whoever brings it: the provider's call, or its list.</summary>
public sealed partial record IncomingText(string MessageSid, string From, string To, string Body)
{
    public string? OptOutType { get; init; }
    public int MediaCount { get; init; }

    /// <summary>When the provider had it; null where it was not asked.</summary>
    public DateTimeOffset? HadAt { get; init; }

    /// <summary>Whether somebody's phone sent it. Names and short numbers are machines: answering them may go on for ever.</summary>
    public bool IsFromPhone => Phone().IsMatch(From);

    [GeneratedRegex("^\\+[0-9]{8,15}$", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();
}
