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
            : text["{0}\n\nIf you think that this is wrong, you can appeal before {2}. Somebody who had no part in this decision looks at it again. To appeal, open this link. It is yours alone: give it to nobody.\n\n{1}",
                Body(round, proposal, decision, criterion), site.Of($"appeals/{appeal.Key}"), MendingLetters.Day(appeal.Until, round.TimeZone)],
        decision.DecidedAt);

    /// <summary>To somebody who has to see to an appeal because no officer can answer it.</summary>
    public Message Turned(Round round, Proposal proposal, Appeal appeal, (string Address, bool MayAnswer) to) => new(
        $"appeal/{appeal.DecisionId}/{to.Address}", to.Address,
        to.MayAnswer ? text["An appeal waits for you: “{0}”", proposal.Title] : text["Nobody can answer the appeal for “{0}”", proposal.Title],
        to.MayAnswer
            ? text["The proposer of “{0}” in “{1}” appeals against the decision that it does not go on the ballot. Every officer who checks ideas had a part in that decision, and you had none. So it is you who answers, by {2}.\n\nAnswer it here: {3}",
                proposal.Title, round.Title, MendingLetters.Day(appeal.DueAt!.Value, round.TimeZone), site.Of($"desk/appeals/{appeal.DecisionId}")]
            : text["The proposer of “{0}” in “{1}” appeals against the decision that it does not go on the ballot. Everybody who could answer had a part in that decision. Appoint another officer who checks ideas: the appeal then waits for them. It is due by {2}.\n\nAppoint somebody: {3}",
                proposal.Title, round.Title, MendingLetters.Day(appeal.DueAt!.Value, round.TimeZone), site.Of("desk/people/new")],
        appeal.MadeAt!.Value);

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
