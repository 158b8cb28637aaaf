namespace PB.Grants.Calls;

/// <summary>A member's yes or no, by hand in the meeting, to the criteria and weights as they stand.</summary>
public sealed class WeightVote
{
    WeightVote() { }

    internal WeightVote(Guid callId, Guid personId, WeightChoice choice, DateTimeOffset now) => (CallId, PersonId, Choice, At) = (callId, personId, choice, now);

    public Guid CallId { get; private set; }
    public Guid PersonId { get; private set; }
    public WeightChoice Choice { get; private set; }
    public DateTimeOffset At { get; private set; }

    internal void Become(WeightChoice choice, DateTimeOffset now) => (Choice, At) = (choice, now);
}

public enum WeightChoice
{
    For,
    Against,
    Abstain,
}

/// <summary>How the panel voted on its criteria and weights.</summary>
public sealed record WeightsTally(int Active, int Present, int For, int Against, int Abstained)
{
    /// <summary>How many have to be there: half of the active members, and three at the least.</summary>
    public static int QuorumOf(int active) => Math.Max(3, (active + 1) / 2);

    public bool HasQuorum => Present >= QuorumOf(Active);

    public bool Passes => HasQuorum && For > Against;
}
