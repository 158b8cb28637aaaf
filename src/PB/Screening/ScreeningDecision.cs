using PB.Data;

namespace PB.Screening;

/// <summary>An officer's decision on whether a proposal goes on the ballot, by the round's published criteria.</summary>
/// <remarks>Decisions are never changed: a later one stands beside the earlier, and the last one holds.</remarks>
public sealed class ScreeningDecision
{
    ScreeningDecision() { }

    public ScreeningDecision(Guid proposalId, Guid officerId, ScreeningAnswer answer, DateTimeOffset now)
    {
        Id = Ids.New(now);
        ProposalId = proposalId;
        OfficerId = officerId;
        (Eligible, CriterionId, Reason, NextStep) = answer;
        DecidedAt = now;
    }

    public Guid Id { get; private set; }
    public Guid ProposalId { get; private set; }
    public Guid OfficerId { get; private set; }
    public bool Eligible { get; private set; }

    /// <summary>The criterion that a refusal rests on.</summary>
    public Guid? CriterionId { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>What the proposer can do now.</summary>
    public string NextStep { get; private set; } = "";

    public DateTimeOffset DecidedAt { get; private set; }

    public bool Says(ScreeningAnswer answer) => new ScreeningAnswer(Eligible, CriterionId, Reason, NextStep) == answer;
}

/// <summary>What an officer answers about a proposal.</summary>
public sealed record ScreeningAnswer(bool Eligible, Guid? CriterionId, string Reason, string NextStep);
