using Microsoft.Extensions.Localization;
using PB.Outbox;
using PB.Rounds;

namespace PB.Proposals;

/// <summary>The mail that asks somebody to put a proposal forward together.</summary>
public sealed class CoProposerLetters(SiteAddress site, IStringLocalizer<CoProposerLetters> text)
{
    public Message Ask(Round round, Proposal proposal, CoProposer other, string key) => new(
        $"co-proposer/{other.Id}", other.Email,
        text["{0} asks you to put an idea forward together", proposal.ProposerName],
        text["Hello {0},\n\n{1} asks you to put this idea forward together in “{2}”:\n\n{3}\n\nRead it, and say yes or no here. Your name is shown with the idea only if you say yes:\n\n{4}\n\nIf you do not know {1}, you need not do anything.",
            other.Name, proposal.ProposerName, round.Title, proposal.Title, site.Of($"proposals/together/{key}")],
        other.AskedAt);
}
