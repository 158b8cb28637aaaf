using Microsoft.AspNetCore.Mvc;

namespace PB.Web.People;

/// <summary>Where somebody was going before they had to sign in: never anybody else's site.</summary>
static class LocalPath
{
    public static string? Local(this IUrlHelper url, string? then) => url.IsLocalUrl(then) ? then : null;

    /// <summary>The address of a page that passes on where somebody was going.</summary>
    public static string On(string path, string? then) => then is null ? path : path + QueryString.Create("then", then);
}
