using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using PB.Roll;
using PB.Web.People;

namespace PB.Web.Roll;

/// <summary>Remembers which code somebody typed in for which round: for twelve hours, until they sign out, or until the browser is closed.</summary>
public sealed class CodeSession(IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Cookie = "pb-code";
    static readonly TimeSpan Life = TimeSpan.FromHours(12);

    readonly IDataProtector seal = protection.CreateProtector("PB.Roll.CodeSession");

    public Elector ElectorOf(HttpContext http) => new(http.User.Id(), Read(http).ToDictionary(line => line.Round, line => line.Code));

    /// <summary>Codes of several rounds live side by side; of one round, the newest counts.</summary>
    public void Remember(HttpContext http, LetterCode code) =>
        Write(http, [.. Read(http).Where(line => line.Round != code.RoundId), new(code.RoundId, code.Id, clock.GetUtcNow() + Life)]);

    public void Forget(HttpContext http, Guid round) => Write(http, [.. Read(http).Where(line => line.Round != round)]);

    void Write(HttpContext http, IReadOnlyList<Line> lines)
    {
        if (lines.Count == 0)
            http.Response.Cookies.Delete(Cookie);
        else
            http.Response.Cookies.Append(Cookie, seal.Protect(string.Join(';', lines.Select(line => line.Text))), new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                IsEssential = true,
            });
    }

    IEnumerable<Line> Read(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } sealedLines)
            return [];
        try
        {
            var now = clock.GetUtcNow();
            return [.. seal.Unprotect(sealedLines).Split(';').Select(Line.Of).Where(line => now < line.Until)];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    sealed record Line(Guid Round, Guid Code, DateTimeOffset Until)
    {
        public string Text => string.Create(CultureInfo.InvariantCulture, $"{Round:N},{Code:N},{Until.ToUnixTimeSeconds()}");

        public static Line Of(string text)
        {
            var parts = text.Split(',');
            return new(Guid.ParseExact(parts[0], "N"), Guid.ParseExact(parts[1], "N"), DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[2], CultureInfo.InvariantCulture)));
        }
    }
}

/// <summary>Who has come, wherever a page asks.</summary>
static class Electors
{
    public static Elector Elector(this HttpContext http) => http.RequestServices.GetRequiredService<CodeSession>().ElectorOf(http);
}
