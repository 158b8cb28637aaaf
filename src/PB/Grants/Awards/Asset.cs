using PB.Data;
using PB.Grants.Applications;
using PB.Tally;

namespace PB.Grants.Awards;

/// <summary>What became of a thing that lasts and cost more than £500: who keeps it, and for three years nobody sells it or gives it away without asking.</summary>
public sealed class Asset
{
    /// <summary>What one may cost without being written down.</summary>
    public static readonly Money WrittenDownOver = new(500_00);

    public const int YearsKept = 3;

    Asset() { }

    public Asset(Guid awardId, int line, AssetWords words, Guid enteredBy, DateTimeOffset now) =>
        (Id, AwardId, Line, What, Holder, BoughtOn, EnteredBy, EnteredAt) = (Ids.New(now), awardId, line, words.What, words.Holder, words.BoughtOn, enteredBy, now);

    public Guid Id { get; private set; }
    public Guid AwardId { get; private set; }

    /// <summary>The line of the budget that it stood on.</summary>
    public int Line { get; private set; }

    public string What { get; private set; } = "";

    /// <summary>Who keeps it, and where; empty where it was not bought after all.</summary>
    public string Holder { get; private set; } = "";

    /// <summary>Null where it was not bought after all.</summary>
    public DateOnly? BoughtOn { get; private set; }

    public Guid EnteredBy { get; private set; }
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>What became of it, as the group agreed with a coordinator; empty while it is kept.</summary>
    public string GoneBecause { get; private set; } = "";

    public Guid? GoneSaidBy { get; private set; }
    public DateTimeOffset? GoneAt { get; private set; }

    /// <summary>Until then nobody sells it or gives it away without asking.</summary>
    public DateOnly? KeptUntil => BoughtOn?.AddYears(YearsKept);

    public void Go(string because, Guid coordinator, DateTimeOffset now) => (GoneBecause, GoneSaidBy, GoneAt) = (because, coordinator, now);

    /// <summary>The lines of a budget that need it.</summary>
    public static IEnumerable<BudgetLine> NeededFor(Application project) => project.Lines.Where(line => line.Capital && line.UnitPrice > WrittenDownOver).OrderBy(line => line.Number);
}

/// <param name="Holder">Empty where it was not bought.</param>
/// <param name="BoughtOn">Null where it was not bought.</param>
public sealed record AssetWords(string What, string Holder, DateOnly? BoughtOn);
