using PB.Data;

namespace PB.Roll;

/// <summary>A register that was read in: how many people, from which file, by whom. It counts once a second person has approved it.</summary>
public sealed class RegisterImport
{
    RegisterImport() { }

    public RegisterImport(Guid roundId, RegisterReport report, byte[] fileHash, Guid madeBy, DateTimeOffset now)
    {
        Id = Ids.New(now);
        (RoundId, FileHash, MadeBy, MadeAt) = (roundId, fileHash, madeBy, now);
        (People, Known, Elsewhere) = (report.People, report.Known, report.Elsewhere);
    }

    public Guid Id { get; private set; }
    public Guid RoundId { get; private set; }

    /// <summary>SHA-256 of the file.</summary>
    public byte[] FileHash { get; private set; } = [];

    public int People { get; private set; }

    /// <summary>How many lines were of people who were on the register already.</summary>
    public int Known { get; private set; }

    /// <summary>How many lines were of people outside the round's neighbourhoods.</summary>
    public int Elsewhere { get; private set; }

    public Guid MadeBy { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>When the second person approved it. The database writes it, in the transaction of that approval only.</summary>
    public DateTimeOffset? AppliedAt { get; private set; }
}

/// <summary>What became of the lines of a register.</summary>
/// <param name="People">How many new people it has.</param>
/// <param name="Known">How many were there before.</param>
/// <param name="Elsewhere">How many live outside the round's neighbourhoods.</param>
/// <param name="BadLines">What is wrong, by line. With one of these nothing is taken in.</param>
public sealed record RegisterReport(int People, int Known, int Elsewhere, IReadOnlyList<RegisterMistake> BadLines)
{
    public bool IsGood => BadLines.Count == 0;
}

/// <param name="Line">From 1, as a text editor counts.</param>
/// <param name="Why">What is wrong. The line itself is not told: it is somebody's name and address.</param>
/// <param name="Other">The line that has the same person.</param>
public sealed record RegisterMistake(int Line, RegisterFault Why, int? Other = null);

/// <summary>What can be wrong with a line of a register.</summary>
public enum RegisterFault
{
    /// <summary>The heading lacks a column that is needed.</summary>
    NoHeading,
    NoName,
    NoBirthday,
    NoPostcode,
    TooFewCells,

    /// <summary>A quotation mark is missing or too many: the line may have swallowed those after it.</summary>
    Quotes,

    /// <summary>The same name, birthday and postcode stand in an earlier line.</summary>
    Twice,
}
