using PB.Tally.Log;

namespace PB.Ballots;

/// <summary>What a voter keeps of a ballot: which leaf it is, and the signed promise that it will stand in the log. Nothing of what was chosen.</summary>
public sealed record BallotReceipt(Guid Round, byte[] Leaf, DateTimeOffset IncludeBy, byte[] Signature)
{
    /// <summary>By when a ballot is in the log: the last ones wait for the close, because few ballots together would tell whose they are.</summary>
    public static readonly TimeSpan AfterTheClose = TimeSpan.FromHours(1);

    public string Code => ReceiptCode.Of(Leaf);

    /// <summary>The SHA-256 of the frozen rules by which the ballot was cast, in hexadecimal, as leaf 0 of the log names it.</summary>
    public required string RulesFingerprint { get; init; }

    /// <summary>The promise as it was signed.</summary>
    public byte[] Statement => LogStatement.Promise(Round, Leaf, IncludeBy);

    public static BallotReceipt Of(BallotPaper paper, byte[] leaf, RoundKeys keys)
    {
        using var signer = keys.OpenOrMakeSigner(paper.Round);
        var by = paper.ClosesAt + AfterTheClose;
        return new(paper.Round, leaf, by, LogKey.Sign(signer, LogStatement.Promise(paper.Round, leaf, by))) { RulesFingerprint = paper.Fingerprint() };
    }
}
