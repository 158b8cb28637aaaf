using Microsoft.Extensions.Localization;
using PB.Rounds;

namespace PB.Screening;

/// <summary>Makes a decision in plain words from the departments' answers.</summary>
public sealed class DecisionWords(IStringLocalizer<DecisionWords> text)
{
    public ScreeningAnswer Answer(DecidedRound at, Findings findings)
    {
        var finding = findings.At(at.Now);
        var sentences = string.Join('\n', findings.Sentences(finding));
        return finding is Finding.Passes
            ? new ScreeningAnswer(true, null, sentences.Length > 0 ? sentences : text["It meets the conditions of the round."], NextOnTheBallot(at.Round))
            : new ScreeningAnswer(false, at.CriterionOf(findings.Obstacle).Id, Refused(findings, sentences), text[
                "If you think that this is wrong, you can appeal before {0}. Somebody who had no part in this decision looks at it again.",
                MendingLetters.Day(at.Plan.AppealUntil(at.Round, at.Now), at.Round.TimeZone)]);
    }

    public string NextOnTheBallot(Round round) =>
        text["Voting opens on {0}. Tell people about it.", MendingLetters.Day(round.Calendar.VotingFrom!.Value, round.TimeZone)];

    string Refused(Findings findings, string sentences) => findings.Mending switch
    {
        null => sentences,
        { MendedAt: null } => text["{0}\nWe asked its proposer to put this right. That did not happen in time.", sentences],
        _ => text["{0}\nWe asked its proposer to put this right. What was changed is not enough.", sentences],
    };
}
