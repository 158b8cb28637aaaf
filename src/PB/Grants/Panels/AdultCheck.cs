using PB.Data;

namespace PB.Grants.Panels;

/// <summary>That somebody saw an adult's background check, and until when it holds. Neither the certificate nor what it says is kept.</summary>
public sealed class AdultCheck
{
    AdultCheck() { }

    public AdultCheck(Guid personId, CheckScheme scheme, CheckedDays days, Guid seenBy, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (PersonId, Scheme, SeenBy, SeenAt) = (personId, scheme, seenBy, now);
        (CheckedOn, RenewOn) = (days.CheckedOn, days.RenewOn);
    }

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public CheckScheme Scheme { get; private set; }
    public DateOnly CheckedOn { get; private set; }

    /// <summary>The first day on which it does not count any more.</summary>
    public DateOnly RenewOn { get; private set; }

    public Guid SeenBy { get; private set; }
    public DateTimeOffset SeenAt { get; private set; }
}

public sealed record CheckedDays(DateOnly CheckedOn, DateOnly RenewOn);

/// <summary>Who checks adults that work with young people: in England and Wales, Scotland, Northern Ireland.</summary>
public enum CheckScheme
{
    Dbs,
    Pvg,
    AccessNi,
}
