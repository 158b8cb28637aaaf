using System.Globalization;
using Microsoft.Extensions.Localization;
using PB.Outbox;
using PB.Rounds;

namespace PB.Proposals;

/// <summary>The mails that a proposer gets while an idea is written and sent in.</summary>
public sealed class ProposalLetters(SiteAddress site, IStringLocalizer<ProposalLetters> text)
{
    public Message Link(Round round, Proposal draft, string key, DateTimeOffset now) => new(
        $"draft/{draft.Id}", draft.ProposerEmail!,
        text["Write down your idea for “{0}”", round.Title],
        text["Hello {0},\n\nopen this link to write down your idea for “{1}”. It opens only your draft: keep it, and give it to nobody.\n\n{2}\n\nIdeas can be sent in before {3}.\n\nIf you did not ask for this, you need not do anything.",
            draft.ProposerName, round.Title, site.Of($"proposals/drafts/{key}"), EndOfIdeas(round)],
        now);

    public Message Received(Round round, Proposal proposal, string to, DateTimeOffset now) => new(
        $"proposal/{proposal.Id}/received", to,
        text["We have your idea “{0}”", proposal.Title],
        text["Your idea “{0}” for “{1}” has arrived. It is number {2}.\n\nWhat happens next: an officer of the council checks it against the conditions of the round. We write to you with the answer, the reason and what you can do next, before voting opens on {3}. Until then you can take it back: open your draft again.\n\nSee it here: {4}",
            proposal.Title, round.Title, proposal.Number!, Day(round.Calendar.VotingFrom!.Value, round.TimeZone),
            site.Of($"rounds/{round.Slug}/proposals/{proposal.Number}")],
        now);

    static string EndOfIdeas(Round round) => Day(
        round.Calendar.Phases().First(phase => phase.From > round.Calendar.IdeasFrom).From, round.TimeZone);

    static string Day(DateTimeOffset moment, string zone) =>
        LocalTime.ToLocal(moment, zone).ToString("dddd d MMMM yyyy, HH:mm", CultureInfo.CurrentCulture);
}
