using PB.Data;

namespace PB.Rounds;

/// <summary>One run of deciding on a pot of money: drafted, announced, voted on, counted, published, delivered.</summary>
/// <remarks>
/// A round stores what happened and when; its <see cref="RoundPhase"/> follows from that and the time of asking.
/// Nothing has to run at the hour of closing for the ballot box to be shut.
/// </remarks>
public sealed partial class Round
{
    readonly List<RoundNeighbourhood> neighbourhoods = [];
    readonly List<Promise> promises = [];
    readonly List<Criterion> criteria = [];
    readonly List<ReadinessEvidence> readiness = [];
    readonly List<CalendarChange> calendarChanges = [];

    Round() { }

    public Round(string title, string slug, Guid configuredBy, DateTimeOffset now)
    {
        Id = Ids.New(now);
        Title = title;
        Slug = slug;
        ConfiguredBy = configuredBy;
        CreatedAt = now;
        Pot = new Pot(Id, now);
    }

    public Guid Id { get; private set; }
    public string Slug { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Summary { get; private set; } = "";

    /// <summary>The IANA zone of the clock on the town hall.</summary>
    public string TimeZone { get; private set; } = "Europe/London";

    /// <summary>ISO 4217.</summary>
    public string Currency { get; private set; } = "GBP";

    /// <summary>Whether the council wrote the list of projects; residents are told so wherever they read it.</summary>
    public bool StartsFromCouncilOptions { get; private set; }

    /// <summary>The youth panel that chose the plans to vote on; empty where people or the council put them forward.</summary>
    public string ShortlistedBy { get; private set; } = "";

    public bool ForYoungPeople { get; private set; }
    public RoundCalendar Calendar { get; private set; } = new();
    public BallotRules Rules { get; private set; } = new();
    public Eligibility Eligibility { get; private set; } = new();

    /// <summary>Whether the count is published as soon as it is made, or held until it is certified.</summary>
    public bool PublishAtOnce { get; private set; } = true;

    /// <summary>For how many days after its publication anybody may challenge the result, before it can be certified.</summary>
    public int ChallengeDays { get; private set; } = 5;

    /// <summary>Whether it only tries out what a draft would do, with made-up voters; to be wiped.</summary>
    public bool IsRehearsal { get; private set; }

    /// <summary>By when everybody who took part hears what became of it.</summary>
    public DateOnly? FeedbackOn { get; private set; }

    public string FeedbackChannels { get; private set; } = "";
    public Guid ConfiguredBy { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? AnnouncedAt { get; private set; }
    public DateTimeOffset? CountedAt { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When two people agreed that the result is final.</summary>
    public DateTimeOffset? CertifiedAt { get; private set; }

    /// <summary>As what the second of them signed.</summary>
    public string? CertifiedAs { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }
    public string? CancelledBecause { get; private set; }

    public Pot Pot { get; private set; } = null!;
    public IReadOnlyList<RoundNeighbourhood> Neighbourhoods => neighbourhoods;
    public IReadOnlyList<Promise> Promises => promises;
    public IReadOnlyList<Criterion> Criteria => criteria;
    public IReadOnlyList<ReadinessEvidence> Readiness => readiness;
    public IReadOnlyList<CalendarChange> CalendarChanges => calendarChanges;

    public RoundPhase PhaseAt(DateTimeOffset now) => this switch
    {
        { CancelledAt: not null } => RoundPhase.Cancelled,
        { AnnouncedAt: null } => RoundPhase.Draft,
        _ => Calendar.Phases().LastOrDefault(phase => phase.From <= now, (RoundPhase.Announced, default)).Item1 switch
        {
            RoundPhase.Counting when PublishedAt is not null => RoundPhase.Result,
            RoundPhase.Delivery or RoundPhase.Review or RoundPhase.Archived when PublishedAt is null => RoundPhase.Counting,
            var phase => phase,
        },
    };

    /// <summary>Whether the set-up can still be changed without giving a reason in public.</summary>
    public bool IsDraft => AnnouncedAt is null && CancelledAt is null;

    public void Announce(DateTimeOffset now)
    {
        if (!IsDraft || MissingBeforeAnnouncement(now).Any())
            throw new InvalidOperationException($"Round {Slug} is not ready to be announced.");
        AnnouncedAt = now;
    }

    public void Cancel(string reason, DateTimeOffset now)
    {
        if (CountedAt is not null || CancelledAt is not null)
            throw new InvalidOperationException($"Round {Slug} is counted or cancelled already.");
        CancelledAt = now;
        CancelledBecause = reason;
    }

    public void RecordCount(DateTimeOffset now) => CountedAt ??= now;

    public void Publish(DateTimeOffset now)
    {
        if (CountedAt is null || PublishedAt is not null)
            throw new InvalidOperationException($"Round {Slug} has no count to publish, or it is published.");
        PublishedAt = now;
    }
}
