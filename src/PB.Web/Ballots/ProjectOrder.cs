using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PB.Web.People;

namespace PB.Web.Ballots;

/// <summary>Everybody sees the projects in another order, and each person always in the same: nobody's is always on top.</summary>
static class ProjectOrder
{
    const string Cookie = "pb-order";

    public static Func<int, string> Of(HttpContext http)
    {
        var seed = http.User.Id()?.ToString() ?? SeedOfVisitor(http);
        return number => Convert.ToHexString(SHA256.HashData(
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}/{number}"))));
    }

    static string SeedOfVisitor(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is { Length: 16 } known)
            return known;
        var seed = RandomNumberGenerator.GetHexString(16);
        http.Response.Cookies.Append(Cookie, seed, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            IsEssential = true,
            Path = "/rounds",
        });
        return seed;
    }
}
