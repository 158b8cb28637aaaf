namespace PB.Outbox;

/// <summary>The site's public address, for links in mails: from the settings, never from a request.</summary>
public sealed record SiteAddress(Uri Root)
{
    public Uri Of(string path) => new(Root, path);
}
