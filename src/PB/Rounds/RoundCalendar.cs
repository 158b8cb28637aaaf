namespace PB.Rounds;

/// <summary>When each phase of a round begins. Each ends at the moment when the next begins; phases that are left out are null.</summary>
public sealed record RoundCalendar
{
    public DateTimeOffset? IdeasFrom { get; init; }
    public DateTimeOffset? ScreeningFrom { get; init; }
    public DateTimeOffset? DiscussionFrom { get; init; }
    public DateTimeOffset? VotingFrom { get; init; }

    /// <summary>The first moment at which a ballot is too late.</summary>
    public DateTimeOffset? VotingUntil { get; init; }

    public DateTimeOffset? DeliveryFrom { get; init; }
    public DateTimeOffset? ReviewFrom { get; init; }
    public DateTimeOffset? ArchiveFrom { get; init; }

    /// <summary>The phases that take place, in order, with the moment at which each begins.</summary>
    public IEnumerable<(RoundPhase Phase, DateTimeOffset From)> Phases()
    {
        (RoundPhase Phase, DateTimeOffset? From)[] all =
        [
            (RoundPhase.Ideas, IdeasFrom), (RoundPhase.Screening, ScreeningFrom), (RoundPhase.Discussion, DiscussionFrom),
            (RoundPhase.Voting, VotingFrom), (RoundPhase.Counting, VotingUntil), (RoundPhase.Delivery, DeliveryFrom),
            (RoundPhase.Review, ReviewFrom), (RoundPhase.Archived, ArchiveFrom),
        ];
        return from phase in all where phase.From is not null select (phase.Phase, phase.From!.Value);
    }

    /// <summary>The first phase that does not begin after the one before it, or null when all are in order.</summary>
    public RoundPhase? FirstOutOfOrder()
    {
        var phases = Phases().ToList();
        for (var i = 1; i < phases.Count; i++)
            if (phases[i].From <= phases[i - 1].From)
                return phases[i].Phase;
        return null;
    }
}
