using PB.Data;

namespace PB.Screening;

/// <summary>An officer's own stake in a proposal: from then on they neither see nor answer it.</summary>
public sealed class Interest
{
    Interest() { }

    public Interest(Guid proposalId, Guid personId, string reason, DateTimeOffset now) =>
        (Id, ProposalId, PersonId, Reason, DeclaredAt) = (Ids.New(now), proposalId, personId, reason, now);

    public Guid Id { get; private set; }
    public Guid ProposalId { get; private set; }
    public Guid PersonId { get; private set; }
    public string Reason { get; private set; } = "";
    public DateTimeOffset DeclaredAt { get; private set; }
}
