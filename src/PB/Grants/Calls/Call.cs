using PB.Data;

namespace PB.Grants.Calls;

/// <summary>One time that a fund asks for applications: from the criteria that the panel sets to the decisions.</summary>
/// <remarks>Stores what happened and when; its <see cref="CallPhase"/> follows from that and the time of asking.</remarks>
public sealed partial class Call
{
    readonly List<Criterion> criteria = [];
    readonly List<EligibilityRule> rules = [];
    readonly List<CallPot> pots = [];
    readonly List<WeightVote> votes = [];

    Call() { }

    public Call(Guid fundId, Guid panelId, string title, string slug, DateTimeOffset now)
    {
        (Id, CreatedAt) = (Ids.New(now), now);
        (FundId, PanelId, Title, Slug) = (fundId, panelId, title, slug);
    }

    public Guid Id { get; private set; }
    public Guid FundId { get; private set; }
    public Guid PanelId { get; private set; }
    public string Slug { get; private set; } = "";
    public string Title { get; private set; } = "";

    /// <summary>What the panel asks for, in its own words.</summary>
    public string Text { get; private set; } = "";

    public string TimeZone { get; private set; } = "Europe/London";
    public CallDates Dates { get; private set; } = new();
    public CallMoney Money { get; private set; } = new();
    public CallRules Rules { get; private set; } = new();

    /// <summary>The panel's vote on the criteria and their weights; they are fixed from then on.</summary>
    public WeightsTally? Weights { get; private set; }

    public DateTimeOffset? CriteriaAgreedAt { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? AnnouncedAt { get; private set; }

    /// <summary>When the last application was found to fit or not, and the members were asked who is too close to which.</summary>
    public DateTimeOffset? InterestsAskedAt { get; private set; }

    /// <summary>When all of them had said so, and were let in to read.</summary>
    public DateTimeOffset? MarkingOpenedAt { get; private set; }

    /// <summary>When all decisions were released, in the same minute.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When it was put away: its awards have ended, and its ledger balances.</summary>
    public DateTimeOffset? ArchivedAt { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }
    public string CancelledBecause { get; private set; } = "";
    public IReadOnlyList<Criterion> Criteria => criteria;
    public IReadOnlyList<EligibilityRule> EligibilityRules => rules;
    public IReadOnlyList<CallPot> Pots => pots;

    /// <summary>What members said to the criteria as they stand.</summary>
    public IReadOnlyList<WeightVote> WeightVotes => votes;

    public bool IsDraft => AnnouncedAt is null && CancelledAt is null;

    public void Describe(string title, string text) => (Title, Text) = (title, text);

    public void Schedule(CallDates dates) => Dates = dates;

    public void Offer(CallMoney money) => Money = money;

    public void Decide(CallRules rules) => Rules = rules;

    public void Use(IEnumerable<Guid> potIds)
    {
        var wanted = potIds.ToHashSet();
        pots.RemoveAll(pot => !wanted.Contains(pot.PotId));
        pots.AddRange(wanted.Where(id => pots.All(pot => pot.PotId != id)).Select(id => new CallPot(Id, id)));
    }

    /// <summary>These criteria in this order, in place of all before. Votes on what stood there before count no more.</summary>
    public void Ask(IEnumerable<CriterionWords> words, DateTimeOffset now)
    {
        if (CriteriaAgreedAt is not null)
            throw new InvalidOperationException($"The panel has agreed on the criteria of {Slug}.");
        criteria.Clear();
        votes.Clear();
        criteria.AddRange(words.Select((one, index) => new Criterion(Id, index + 1, one, now)));
    }

    public void VoteOnWeights(Guid personId, WeightChoice choice, DateTimeOffset now)
    {
        if (votes.Find(vote => vote.PersonId == personId) is { } earlier)
            earlier.Become(choice, now);
        else
            votes.Add(new WeightVote(Id, personId, choice, now));
    }

    public void AgreeOnCriteria(WeightsTally tally, DateTimeOffset now)
    {
        if (CriteriaAgreedAt is not null || criteria.Sum(criterion => criterion.Weight) != Criterion.AllWeights)
            throw new InvalidOperationException($"The criteria of {Slug} cannot be agreed on.");
        (Weights, CriteriaAgreedAt) = (tally, now);
    }

    public void Require(IEnumerable<EligibilityRuleWords> words, DateTimeOffset now)
    {
        rules.Clear();
        rules.AddRange(words.Select((one, index) => new EligibilityRule(Id, index + 1, one, now)));
    }

    public void Announce(DateTimeOffset now) => AnnouncedAt ??= now;

    public void AskForInterests(DateTimeOffset now) => InterestsAskedAt ??= now;

    public void OpenMarking(DateTimeOffset now) => (InterestsAskedAt, MarkingOpenedAt) = (InterestsAskedAt ?? now, MarkingOpenedAt ?? now);

    public void Publish(DateTimeOffset now) => PublishedAt ??= now;

    public void Archive(DateTimeOffset now) => ArchivedAt ??= now;

    public void Cancel(string reason, DateTimeOffset now) => (CancelledAt, CancelledBecause) = (now, reason);

    public CallPhase PhaseAt(DateTimeOffset now) => this switch
    {
        { CancelledAt: not null } => CallPhase.Cancelled,
        { ArchivedAt: not null } => CallPhase.Archived,
        { AnnouncedAt: null, CriteriaAgreedAt: null } => CallPhase.Draft,
        { AnnouncedAt: null } => CallPhase.CriteriaAgreed,
        { PublishedAt: not null } => CallPhase.Published,
        _ when now < Dates.OpensAt => CallPhase.Announced,
        _ when now < Dates.ClosesAt => CallPhase.Open,
        { InterestsAskedAt: null } => CallPhase.Checking,
        { PausedAt: not null } => CallPhase.Paused,
        { MarkingOpenedAt: null } => CallPhase.Declaring,
        _ when !MarkingIsOverAt(now) => CallPhase.Marking,
        _ => CallPhase.Deciding,
    };
}

/// <summary>How far a call has come.</summary>
public enum CallPhase
{
    Draft,
    CriteriaAgreed,

    /// <summary>To be read, and not open yet.</summary>
    Announced,
    Open,

    /// <summary>Closed; adults sign the last applications, and each is checked against the rules.</summary>
    Checking,

    /// <summary>The members say of each application whether they are too close to it.</summary>
    Declaring,
    Marking,
    Deciding,
    Published,

    /// <summary>All offers are answered, and groups do what they were given money for.</summary>
    Monitoring,

    /// <summary>Nothing happens in it any more.</summary>
    Archived,
    Cancelled,

    /// <summary>The panel has fewer members than it needs, and its time stands still.</summary>
    Paused,
}
