using System.Globalization;
using Microsoft.Extensions.Localization;
using PB.Outbox;
using PB.Proposals;
using PB.Rounds;

namespace PB.Screening;

/// <summary>The letter that says "no, but": what to put right, until when, and where.</summary>
public sealed class MendingLetters(SiteAddress site, IStringLocalizer<MendingLetters> text)
{
    public Message Asked(Round round, Proposal proposal, Mending mending, (string Address, string Key) to) => new(
        $"proposal/{proposal.Id}/mending", to.Address,
        text["Please put something right in “{0}”", proposal.Title],
        text["We have checked your idea “{0}” for “{1}”. It cannot go on the ballot as it is, but you can put it right:\n\n{2}\n\nOpen this link and change your idea before {3}. The link is yours alone: give it to nobody.\n\n{4}\n\nWe then check it again. If nothing changes by then, your idea will not be on the ballot.",
            proposal.Title, round.Title, mending.Asked, Day(mending.Until, round.TimeZone), site.Of($"mendings/{to.Key}")],
        mending.AskedAt);

    internal static string Day(DateTimeOffset moment, string zone) =>
        LocalTime.ToLocal(moment, zone).ToString("dddd d MMMM yyyy, HH:mm", CultureInfo.CurrentCulture);
}
