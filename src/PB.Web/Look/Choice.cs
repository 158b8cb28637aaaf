using Microsoft.AspNetCore.Mvc.Rendering;

namespace PB.Web.Look;

/// <summary>One thing to choose, with a line that explains it.</summary>
public sealed class Choice : SelectListItem
{
    public Choice(string value, string text, string? hint = null)
        : base(text, value) => Hint = hint;

    public string? Hint { get; }
}
