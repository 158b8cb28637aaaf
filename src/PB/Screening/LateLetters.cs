using System.Globalization;
using Microsoft.Extensions.Localization;
using PB.Outbox;

namespace PB.Screening;

/// <summary>The mail to an officer whose department is late.</summary>
public sealed class LateLetters(SiteAddress site, IStringLocalizer<LateLetters> text)
{
    public Message Late(string officer, int number, DateTimeOffset now) => new(
        string.Create(CultureInfo.InvariantCulture, $"late/{officer}/{now.UtcTicks}"), officer,
        number == 1 ? text["1 check of your department is late"] : text["{0} checks of your department are late", number],
        text["These ideas should have been checked by now: {0}. Everybody can see how many checks are late.\n\nSee which they are: {1}", number, site.Of("desk/assignments?show=Late")],
        now);
}
