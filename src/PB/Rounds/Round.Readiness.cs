namespace PB.Rounds;

// What stands between a draft and its announcement.
public sealed partial class Round
{
    public static readonly TimeSpan ShortestIdeas = TimeSpan.FromDays(7);
    public static readonly TimeSpan ShortestVoting = TimeSpan.FromDays(3);

    /// <summary>The phases in which people act, each of which needs a promise.</summary>
    public IEnumerable<RoundPhase> PhasesThatPromise() =>
        Calendar.Phases().Select(phase => phase.Phase)
            .Where(phase => phase is RoundPhase.Ideas or RoundPhase.Discussion or RoundPhase.Voting);

    /// <summary>All that is missing, in the order of the set-up's steps; the round can be announced when nothing is.</summary>
    public IEnumerable<Missing> MissingBeforeAnnouncement(DateTimeOffset now) =>
        [.. MissingWords(), .. MissingPromises(), .. MissingMoney(), .. MissingDates(now), .. MissingRules()];

    IEnumerable<Missing> MissingWords()
    {
        if (Summary.Length == 0)
            yield return Missing.Summary;
        if (neighbourhoods.Count == 0)
            yield return Missing.Neighbourhoods;
        if (ForYoungPeople && Enumerable.Range(1, ReadinessEvidence.Points).Any(point => !readiness.Any(r => r.Point == point && r.Evidence.Length > 0)))
            yield return Missing.YoungPeoplesChecklist;
    }

    IEnumerable<Missing> MissingPromises()
    {
        if (PhasesThatPromise().Any(phase => !promises.Any(promise => promise.Phase == phase && promise.IsComplete)))
            yield return Missing.Promise;
        if (promises.Any(promise => !promise.IsHonest))
            yield return Missing.HonestPromise;
    }

    IEnumerable<Missing> MissingMoney()
    {
        if (Pot.Amount.MinorUnits <= 0)
            yield return Missing.Pot;
        if (Pot.ApprovedBy.Length == 0 || Pot.ApprovedOn is null)
            yield return Missing.PotApproval;
    }

    IEnumerable<Missing> MissingDates(DateTimeOffset now)
    {
        var (ideas, screening, from, until) = (Calendar.IdeasFrom, Calendar.ScreeningFrom, Calendar.VotingFrom, Calendar.VotingUntil);
        if (from is null || until is null || (ideas is not null && screening is null))
            yield return Missing.Dates;
        else if (Calendar.FirstOutOfOrder() is not null)
            yield return Missing.DatesInOrder;
        else if (Calendar.Phases().First().From < now)
            yield return Missing.DatesInTheFuture;
        else if (until - from < ShortestVoting || screening - ideas < ShortestIdeas)
            yield return Missing.TimeEnough;
        if (ideas is null && !StartsFromCouncilOptions && ShortlistedBy.Length == 0)
            yield return Missing.WhoseIdeas;
    }

    IEnumerable<Missing> MissingRules()
    {
        if (Rules.Type is BallotType.Approval && Rules.MaxChoices is null)
            yield return Missing.BallotLimit;
        if (Eligibility.InWords.Length == 0)
            yield return Missing.EligibilityInWords;
        if (Calendar.IdeasFrom is not null && criteria.Count == 0)
            yield return Missing.Criteria;
        if (FeedbackOn is null || FeedbackChannels.Length == 0)
            yield return Missing.Feedback;
        else if (Calendar.VotingUntil is { } until && FeedbackOn < DateOnly.FromDateTime(until.UtcDateTime))
            yield return Missing.FeedbackAfterTheVote;
    }
}

/// <summary>Something that a round lacks before it can be announced.</summary>
public enum Missing
{
    Summary,
    Neighbourhoods,
    YoungPeoplesChecklist,
    Promise,
    HonestPromise,
    Pot,
    PotApproval,
    Dates,
    DatesInOrder,
    DatesInTheFuture,
    TimeEnough,
    WhoseIdeas,
    BallotLimit,
    EligibilityInWords,
    Criteria,
    Feedback,
    FeedbackAfterTheVote,
}
