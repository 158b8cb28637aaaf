namespace PB.Proposals;

/// <summary>Somebody with an account says that a proposal is worth an answer. Only how many there are is public.</summary>
public sealed class Endorsement
{
    Endorsement() { }

    public Endorsement(Guid proposalId, Guid personId, DateTimeOffset now) =>
        (ProposalId, PersonId, At) = (proposalId, personId, now);

    public Guid ProposalId { get; private set; }
    public Guid PersonId { get; private set; }
    public DateTimeOffset At { get; private set; }
}
