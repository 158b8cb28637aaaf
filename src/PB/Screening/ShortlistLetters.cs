using Microsoft.Extensions.Localization;
using PB.Outbox;
using PB.Proposals;

namespace PB.Screening;

/// <summary>The mail that tells a proposer that the panel did not choose their project.</summary>
public sealed class ShortlistLetters(SiteAddress site, IStringLocalizer<ShortlistLetters> text)
{
    public Message Left(ShortlistAct act, Proposal proposal, string reason, string to) => new(
        $"proposal/{proposal.Id}/shortlist", to,
        text["“{0}” is not on the shortlist", proposal.Title],
        text["The panel “{0}” has chosen which projects go on the ballot of “{1}”. Your idea “{2}” can be done, but it is not among them.\n\nWhy: {3}\n\nSee the whole shortlist beside what people supported, and who sat on the panel: {4}\n\nYou can put your idea forward again in another round.",
            act.Panel!.Rule.Name, act.Round.Title, proposal.Title, reason.Length > 0 ? reason : text["Others had more support."].Value, site.Of($"rounds/{act.Round.Slug}/shortlist")],
        act.Now);
}
