namespace PB.Rounds;

/// <summary>What whoever imports an election says beside the file.</summary>
public sealed record ElectionImportOptions
{
    /// <summary>The file's name, for the journal.</summary>
    public required string Source { get; init; }

    /// <summary>How long after the import the round closes.</summary>
    public TimeSpan ClosesIn { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The slug of an existing neighbourhood; null to make those that the file names.</summary>
    public string? Neighbourhood { get; init; }

    public string? Title { get; init; }

    /// <summary>How to count; null for the way that the file names.</summary>
    public ElectionRule? Rule { get; init; }

    /// <summary>Groups of the file's project ids of which at most one can be funded.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Exclusive { get; init; } = [];
}

/// <summary>The ways of counting that cities use and PB knows.</summary>
public enum ElectionRule
{
    /// <summary>Most votes first, passing over what does not fit.</summary>
    Greedy,

    /// <summary>The same, only with projects that have the file's least number of votes.</summary>
    Threshold,

    /// <summary>Most votes first, until the first that does not fit.</summary>
    Stop,

    /// <summary>Poznań's: the first that does not fit is funded too when four fifths of its price are left.</summary>
    TopUp,
}

/// <summary>What an import has made.</summary>
/// <param name="Ignored">What the file says about its rules that PB does not know.</param>
public sealed record ImportedElection(
    Guid RoundId, string Slug, string Title, int Projects, int Ballots, DateTimeOffset ClosesAt, IReadOnlyList<string> Ignored);
