using Microsoft.Extensions.Localization;
using PB.Outbox;

namespace PB.Proposals;

/// <summary>The mails about an idea that was passed on.</summary>
public sealed class PassingLetters(SiteAddress site, IStringLocalizer<PassingLetters> text)
{
    public Message Of(Told told, string to, DateTimeOffset now)
    {
        var (proposal, passing) = (told.Proposal, told.Passing);
        var address = site.Of($"rounds/{told.Round.Slug}/proposals/{proposal.Number}");
        return passing.Outcome is { } outcome
            ? new Message($"proposal/{proposal.Id}/outcome/{now.ToUnixTimeMilliseconds()}", to,
                text["What came of “{0}”", proposal.Title],
                text["Your idea “{0}” was passed on to {1} (their reference: {2}).\n\nWhat came of it: {3}\n\nEverybody can read it here: {4}", proposal.Title, passing.ToWhom, passing.Reference, outcome, address], now)
            : new Message($"proposal/{proposal.Id}/passed-on", to,
                text["Your idea “{0}” is passed on", proposal.Title],
                text["The money of “{0}” cannot pay for your idea “{1}”. It is not lost: it is passed on to {2}.\n\nWhy: {3}\n\nTheir reference, if you want to ask: {4}\n\nWhen we know what came of it we write to you, and it stands here: {5}",
                    told.Round.Title, proposal.Title, passing.ToWhom, passing.Because, passing.Reference, address], now);
    }
}
