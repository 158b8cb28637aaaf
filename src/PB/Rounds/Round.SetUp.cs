using PB.Tally;

namespace PB.Rounds;

// Setting a round up: every step can be left and resumed, and may be incomplete until the round is announced.
public sealed partial class Round
{
    public void Describe(string title, string slug, string summary, string timeZone, string currency)
    {
        RequireDraft();
        (Title, Slug, Summary, TimeZone, Currency) = (title, slug, summary, timeZone, currency);
    }

    public void SetKind(bool startsFromCouncilOptions, bool forYoungPeople)
    {
        RequireDraft();
        (StartsFromCouncilOptions, ForYoungPeople) = (startsFromCouncilOptions, forYoungPeople);
    }

    public void TakeShortlistOf(string panel)
    {
        RequireDraft();
        ShortlistedBy = panel;
    }

    public void TakePlaceIn(IReadOnlyCollection<Guid> neighbourhoodIds)
    {
        RequireDraft();
        neighbourhoods.RemoveAll(n => !neighbourhoodIds.Contains(n.NeighbourhoodId));
        foreach (var id in neighbourhoodIds.Where(id => neighbourhoods.All(n => n.NeighbourhoodId != id)))
            neighbourhoods.Add(new RoundNeighbourhood(Id, id));
    }

    public void FillPot(string name, Money amount, string approvedBy, DateOnly? approvedOn, string conditions)
    {
        RequireDraft();
        Pot.Fill(name, amount, approvedBy, approvedOn, conditions);
    }

    public void Schedule(RoundCalendar calendar)
    {
        RequireDraft();
        Calendar = calendar;
    }

    public void SetRules(BallotRules rules, bool publishAtOnce)
    {
        RequireDraft();
        (Rules, PublishAtOnce) = (rules, publishAtOnce);
    }

    public void LeaveTimeForChallenges(int days)
    {
        RequireDraft();
        ChallengeDays = days;
    }

    public void SetEligibility(Eligibility eligibility)
    {
        RequireDraft();
        Eligibility = eligibility;
    }

    public void SetFeedback(DateOnly? on, string channels)
    {
        RequireDraft();
        (FeedbackOn, FeedbackChannels) = (on, channels);
    }

    public void SayPromise(RoundPhase phase, PromiseWords words)
    {
        RequireDraft();
        if (promises.SingleOrDefault(promise => promise.Phase == phase) is not { } promise)
            promises.Add(promise = new Promise(Id, phase));
        promise.Say(words);
    }

    public void SetCriteria(IEnumerable<string> texts, DateTimeOffset now)
    {
        RequireDraft();
        criteria.Clear();
        criteria.AddRange(texts.Select((text, index) => new Criterion(Id, index + 1, text, now)));
    }

    public void GiveEvidence(int point, string evidence)
    {
        RequireDraft();
        if (readiness.SingleOrDefault(item => item.Point == point) is { } item)
            item.Rewrite(evidence);
        else
            readiness.Add(new ReadinessEvidence(Id, point, evidence));
    }

    /// <summary>Moves the dates of an announced round, before its voting opens, for a reason that is published.</summary>
    public void ChangeCalendar(RoundCalendar calendar, string reason, DateTimeOffset now)
    {
        if (PhaseAt(now) is not (RoundPhase.Announced or RoundPhase.Ideas or RoundPhase.Screening or RoundPhase.Discussion))
            throw new InvalidOperationException($"The calendar of round {Slug} is fixed once voting has begun.");
        calendarChanges.Add(new CalendarChange(Id, Calendar, calendar, reason, now));
        Calendar = calendar;
    }

    /// <summary>A new draft with this one's words and rules; dates, money's approval and evidence have to be given anew.</summary>
    public Round Clone(string title, string slug, Guid configuredBy, DateTimeOffset now)
    {
        var clone = new Round(title, slug, configuredBy, now);
        clone.Describe(title, slug, Summary, TimeZone, Currency);
        clone.SetKind(StartsFromCouncilOptions, ForYoungPeople);
        clone.TakePlaceIn([.. neighbourhoods.Select(n => n.NeighbourhoodId)]);
        clone.FillPot(Pot.Name, Pot.Amount, "", null, Pot.Conditions);
        clone.SetRules(Rules with { }, PublishAtOnce);
        clone.LeaveTimeForChallenges(ChallengeDays);
        clone.SetEligibility(Eligibility with { });
        clone.SetFeedback(null, FeedbackChannels);
        clone.SetCriteria(criteria.OrderBy(c => c.Position).Select(c => c.Text), now);
        foreach (var p in promises)
            clone.SayPromise(p.Phase, new PromiseWords(p.Level, p.WhatIsOpen, p.WhatIsFixed, p.WhoDecides, p.IfTheyDiffer, p.CouncilMayOverrule));
        return clone;
    }

    void RequireDraft()
    {
        if (!IsDraft)
            throw new InvalidOperationException($"Round {Slug} is announced; its set-up is fixed.");
    }
}
