using Microsoft.Extensions.Localization;
using PB.Outbox;

namespace PB.Proposals;

/// <summary>The mail that asks somebody to agree that two proposals become one.</summary>
public sealed class MergerLetters(SiteAddress site, IStringLocalizer<MergerLetters> text)
{
    public Message Ask(Pair pair, MergerConsent consent, string key, DateTimeOffset now) => new(
        $"merger/{consent.Id}", consent.Email,
        text["Shall “{0}” and “{1}” become one idea?", pair.Proposal.Title, pair.Host.Title],
        text["Hello {0},\n\n{1}, who put forward number {2}, “{3}”, asks to join number {4}, “{5}”, in “{6}”. They become one when everybody who puts them forward has said yes. All names stay, and it can be undone until voting opens.\n\nRead both and say yes or no here:\n\n{7}\n\nKeep this mail: the same link undoes it.",
            consent.Name, pair.Proposal.ProposerName, pair.Proposal.Number!, pair.Proposal.Title, pair.Host.Number!, pair.Host.Title, pair.Round.Title, site.Of($"proposals/mergers/{key}")],
        now);
}
