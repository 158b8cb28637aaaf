namespace PB.Rounds;

/// <summary>What a manager wrote beside one of the thirteen points of the young people's checklist.</summary>
public sealed class ReadinessEvidence
{
    public const int Points = 13;

    ReadinessEvidence() { }

    internal ReadinessEvidence(Guid roundId, int point, string evidence) =>
        (RoundId, Point, Evidence) = (roundId, point, evidence);

    public Guid RoundId { get; private set; }
    public int Point { get; private set; }
    public string Evidence { get; private set; } = "";

    internal void Rewrite(string evidence) => Evidence = evidence;
}
