using System.Globalization;
using Microsoft.Extensions.Localization;
using PB.Outbox;
using PB.Rounds;

namespace PB.Proposals;

/// <summary>The mails about a proposal that so many people endorsed that the council has to answer.</summary>
public sealed class EndorsementLetters(SiteAddress site, IStringLocalizer<EndorsementLetters> text)
{
    public Message Reached(Round round, Proposal proposal, OwedAnswer owed, string to) => new(
        $"proposal/{proposal.Id}/endorsed", to,
        text["{0} people endorse “{1}”", owed.Endorsements, proposal.Title],
        text["{0} people endorse your idea “{1}” in “{2}”. The council has promised to answer such an idea in writing: you hear from it by {3}.\n\nSee it here: {4}",
            owed.Endorsements, proposal.Title, round.Title, LocalTime.ToLocal(owed.DueAt, round.TimeZone).ToString("dddd d MMMM yyyy", CultureInfo.CurrentCulture), Address(round, proposal)],
        owed.ReachedAt);

    public Message Answered(Round round, Proposal proposal, OwedAnswer owed, string to) => new(
        $"proposal/{proposal.Id}/answer", to,
        text["The council answers “{0}”", proposal.Title],
        text["Many people endorsed your idea “{0}” in “{1}”. This is the council’s answer:\n\n{2}\n\nEverybody can read it here: {3}",
            proposal.Title, round.Title, owed.Text!, Address(round, proposal)],
        owed.AnsweredAt!.Value);

    Uri Address(Round round, Proposal proposal) => site.Of($"rounds/{round.Slug}/proposals/{proposal.Number}");
}
