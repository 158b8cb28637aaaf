namespace PB.Ballots;

/// <summary>A ballot as the box takes it: everything that <c>ballotbox.cast_ballot</c> is told.</summary>
/// <param name="Round">The round.</param>
/// <param name="Voter">Who casts it: for the register alone, never put down beside what is on the ballot.</param>
/// <param name="Channel">How it came.</param>
sealed record FoldedBallot(Guid Round, Guid Voter, string Channel)
{
    public required string Class { get; init; }
    public required byte[] Tag { get; init; }
    public required int Version { get; init; }

    /// <summary>What makes the post unique.</summary>
    public required byte[] Key { get; init; }

    /// <summary>What tells the same post from another one with its key.</summary>
    public required byte[] Mac { get; init; }

    public required string Content { get; init; }
    public required string Area { get; init; }
    public required byte[] Nonce { get; init; }
    public required byte[] Leaf { get; init; }
    public required (Guid Id, string Subject, string Body) Notice { get; init; }
}
