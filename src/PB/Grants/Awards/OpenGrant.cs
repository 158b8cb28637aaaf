using PB.Grants.Meetings;
using PB.Tally;

namespace PB.Grants.Awards;

/// <summary>An accepted award as everybody may know it. It has no place for a name, an address or a number of a person.</summary>
public sealed record OpenGrant(string Ref, string Title, string Description)
{
    public required Money Awarded { get; init; }
    public required Money Applied { get; init; }

    /// <summary>The day on which the panel's decision became final.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Null where the money went to one person.</summary>
    public required OpenRecipient? Organisation { get; init; }

    /// <summary>What stands for the person who got the money: made by chance, and the same in every file.</summary>
    public required string RecipientCode { get; init; }

    public required OpenProgramme Programme { get; init; }
    public IReadOnlyList<string> Themes { get; init; } = [];
    public IReadOnlyList<string> Areas { get; init; } = [];
    public IReadOnlyList<OpenPayment> Payments { get; init; } = [];
    /// <summary>What came back of it.</summary>
    public Money Returned { get; init; }

    /// <summary>Why, in the panel's words.</summary>
    public string Reason { get; init; } = "";

    /// <summary>How the panel voted; null where so few voted that it would tell of one of them.</summary>
    public YesNo? Votes { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}

/// <param name="Id">By the list of organisations: GB-CHC-1234567; else made of the fund's prefix.</param>
public sealed record OpenRecipient(string Id, string Name);

public sealed record OpenProgramme(string Code, string Title);

public sealed record OpenPayment(int Number, DateOnly On, Money Sum);

/// <summary>Whose grants they are.</summary>
/// <param name="Name">The accountable body.</param>
/// <param name="Id">By the list of organisations: GB-LAE-OAK.</param>
/// <param name="Prefix">Begins the id of each grant: 360G-oakfield.</param>
/// <param name="Address">The public page of the awards.</param>
public sealed record OpenFunder(string Name, string Id, string Prefix, Uri Address);
