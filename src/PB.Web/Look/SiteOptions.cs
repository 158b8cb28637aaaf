namespace PB.Web.Look;

/// <summary>What an installation calls itself: the section "Site" of the settings.</summary>
public sealed class SiteOptions
{
    public string Name { get; set; } = "PB";

    public string Council { get; set; } = "Your council";

    public Uri BaseUrl { get; set; } = new("http://localhost:8080/");

    public bool Demonstration { get; set; }

    /// <summary>A style sheet of the council's own, such as /theme.css: two lines are a theme.</summary>
    public string? Theme { get; set; }
}
