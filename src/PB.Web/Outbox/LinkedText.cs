using System.Text.RegularExpressions;

namespace PB.Web.Outbox;

/// <summary>A piece of a letter: words, or an address that leads back to our own site. Other addresses stay words.</summary>
public sealed partial record LinkedText(string Text, string? Path = null)
{
    public static IReadOnlyList<LinkedText> Of(string body, Uri site)
    {
        var pieces = new List<LinkedText>();
        var done = 0;
        foreach (Match address in Address().Matches(body))
        {
            if (!Uri.TryCreate(address.Value, UriKind.Absolute, out var uri) || !site.IsBaseOf(uri))
                continue;
            pieces.Add(new(body[done..address.Index]));
            pieces.Add(new(address.Value, uri.PathAndQuery + uri.Fragment));
            done = address.Index + address.Length;
        }

        pieces.Add(new(body[done..]));
        return pieces;
    }

    // A full stop or a bracket behind an address ends the sentence, not the address.
    [GeneratedRegex(@"https?://[^\s<>""]*[^\s<>"".,;:!?)]", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
