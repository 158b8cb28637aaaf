using System.Globalization;
using Microsoft.Extensions.Localization;
using PB.Grants.Funds;
using PB.Outbox;

namespace PB.Grants.Care;

/// <summary>The mails to safeguarding leads. They say that there is something to read, and nothing of what it is.</summary>
public sealed class WorryLetters(SiteAddress site, IStringLocalizer<WorryLetters> text)
{
    public Message Filed(Fund fund, Worry worry, string lead, DateTimeOffset now) => new(
        Key(worry, "first"), lead, text["Somebody is worried about somebody: please look now"],
        text["A worry was filed for {0}. Only safeguarding leads can read it.\n\nRead it here: {1}", fund.Name, Address(fund, worry)], now);

    public Message PassedOn(Fund fund, Worry worry, string lead, DateTimeOffset now) => new(
        Key(worry, "second"), lead, text["Nobody has looked at a worry for 30 minutes: please look now"],
        text["A worry was filed for {0} half an hour ago, and the first lead has not opened it.\n\nRead it here: {1}", fund.Name, Address(fund, worry)], now);

    static string Key(Worry worry, string which) => string.Create(CultureInfo.InvariantCulture, $"worry/{worry.Id}/{which}");

    Uri Address(Fund fund, Worry worry) => site.Of($"funds/{fund.Slug}/worries/{worry.Id}");
}
