using Microsoft.Extensions.Localization;
using PB.Outbox;
using PB.Proposals;
using PB.Rounds;

namespace PB.Screening;

/// <summary>The letter that tells a proposer what was decided, made from the officer's answers.</summary>
public sealed class ScreeningLetters(SiteAddress site, IStringLocalizer<ScreeningLetters> text)
{
    public Message Decision(Round round, Proposal proposal, ScreeningDecision decision, string? criterion, string to, AppealOffer? appeal = null) => new(
        $"proposal/{proposal.Id}/decision/{decision.Id}", to,
        decision.Eligible ? text["“{0}” will be on the ballot", proposal.Title] : text["“{0}” will not be on the ballot", proposal.Title],
        appeal is null ? Body(round, proposal, decision, criterion)
            : text["{0}\n\nTo appeal, open this link. It is yours alone: give it to nobody.\n\n{1}", Body(round, proposal, decision, criterion), site.Of($"appeals/{appeal.Key}")],
        decision.DecidedAt);

    string Body(Round round, Proposal proposal, ScreeningDecision decision, string? criterion)
    {
        var address = site.Of($"rounds/{round.Slug}/proposals/{proposal.Number}");
        return decision.Eligible
            ? text["We have checked your idea “{0}” for “{1}”. It will be on the ballot as number {2}.\n\nWhy: {3}\n\nWhat happens next: {4}\n\nEverything about it: {5}",
                proposal.Title, round.Title, proposal.Number!, decision.Reason, decision.NextStep, address]
            : text["We have checked your idea “{0}” for “{1}”. It will not be on the ballot.\n\nThe condition that it does not meet: {2}\n\nWhy: {3}\n\nWhat you can do now: {4}\n\nEverything about it: {5}",
                proposal.Title, round.Title, criterion ?? "", decision.Reason, decision.NextStep, address];
    }
}

/// <summary>The way to an appeal that goes out with a refusal.</summary>
/// <param name="Key">What opens it, in the link.</param>
/// <param name="Until">The first moment at which it is too late.</param>
public sealed record AppealOffer(string Key, DateTimeOffset Until);
