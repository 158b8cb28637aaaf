using PB.Data;

namespace PB.Grants.Applications;

/// <summary>What somebody said about their own stake in an application, before they read it. The newest counts; a conflict of interest is lowered only by two others, see <see cref="ConflictLowering"/>. None is ever changed.</summary>
public sealed class ConflictDeclaration
{
    ConflictDeclaration() { }

    public ConflictDeclaration(Guid applicationId, Guid personId, ConflictWords words, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (ApplicationId, PersonId, At) = (applicationId, personId, now);
        (Level, Reason, Note) = (words.Level, words.Reason, words.Note);
    }

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }
    public Guid PersonId { get; private set; }
    public ConflictLevel Level { get; private set; }
    public ConflictReason? Reason { get; private set; }

    /// <summary>For the coordinators and the chair only.</summary>
    public string Note { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

/// <summary>What somebody declares.</summary>
public sealed record ConflictWords(ConflictLevel Level, ConflictReason? Reason = null, string Note = "");

public enum ConflictLevel
{
    None,

    /// <summary>They know the people, and may mark and vote; the minutes say so.</summary>
    Know,

    /// <summary>They see nothing of it from then on.</summary>
    Conflict,
}

public enum ConflictReason
{
    Family,
    Friend,
    OwnGroup,
    SchoolClub,
    SupportingAdult,
    Paid,
    Other,
}
