using Microsoft.Extensions.Localization;
using PB.Outbox;
using PB.Rounds;

namespace PB.Proposals;

/// <summary>The mails to somebody whose comment an officer did something about.</summary>
public sealed class DiscussionLetters(SiteAddress site, IStringLocalizer<DiscussionLetters> text)
{
    public Message Hidden(Said said, string to, DateTimeOffset now) => new(
        $"comment/{said.Comment.Id}/{said.Comment.LastAct!.Id}", to,
        text["Your comment on “{0}” is hidden", said.Proposal.Title],
        text["An officer of the council has hidden your comment on “{0}”:\n\n{1}\n\nWhy: {2}\n\nIf you think that this is wrong, ask that somebody else looks at it: {3}",
            said.Proposal.Title, said.Comment.Text, said.Comment.LastAct.Because, Address(said, $"/{said.Comment.Id}/appeal")], now);

    public Message Decided(Said said, ModerationAct act, string to) => new(
        $"comment/{said.Comment.Id}/{act.Id}/decision", to,
        act.Overturned ? text["Your comment on “{0}” is shown again", said.Proposal.Title] : text["Your comment on “{0}” stays hidden", said.Proposal.Title],
        text["You asked that somebody else looks at your comment on “{0}”. Another officer has done so.\n\nTheir decision: {1}\n\nIt is public: {2}", said.Proposal.Title, act.Decision!, Address(said, "")], act.DecidedAt!.Value);

    Uri Address(Said said, string rest) => site.Of($"rounds/{said.Round.Slug}/proposals/{said.Proposal.Number}/discussion{rest}");
}

/// <summary>A comment with what it is about.</summary>
public sealed record Said(Round Round, Proposal Proposal, Comment Comment);
