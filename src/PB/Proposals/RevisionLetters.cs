using Microsoft.Extensions.Localization;
using PB.Outbox;
using PB.Rounds;

namespace PB.Proposals;

/// <summary>The mail that tells a proposer what was changed in their proposal.</summary>
public sealed class RevisionLetters(SiteAddress site, IStringLocalizer<RevisionLetters> text)
{
    public Message Changed(Round round, Proposal proposal, string to, DateTimeOffset now)
    {
        var version = proposal.Versions.MaxBy(kept => kept.Number)!;
        return new Message($"proposal/{proposal.Id}/version/{version.Number}", to,
            text["The council changed the text of “{0}”", proposal.Title],
            text["An officer of the council changed the text of your idea “{0}” for “{1}”.\n\nWhy: {2}\n\nEverybody can see what is different here:\n\n{3}\n\nIf you do not agree, answer this mail, or take your idea back before voting opens.",
                proposal.Title, round.Title, version.Because, site.Of($"rounds/{round.Slug}/proposals/{proposal.Number}/versions/{version.Number}")],
            now);
    }
}
