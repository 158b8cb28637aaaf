namespace PB.Tally.Files;

/// <summary>What reading votes needs to know.</summary>
sealed record VoteContext(MetaRows Meta, Remarks Remarks, bool KeepsCells);
