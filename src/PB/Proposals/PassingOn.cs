namespace PB.Proposals;

/// <summary>An idea that this pot or area cannot pay for, handed to somebody who can do something about it, and what came of it.</summary>
public sealed class PassingOn
{
    PassingOn() { }

    public PassingOn(Guid proposalId, Guid by, PassedTo to, DateTimeOffset now)
    {
        (ProposalId, By, At) = (proposalId, by, now);
        (ToWhom, Reference, Because) = (to.ToWhom, to.Reference, to.Because);
    }

    public Guid ProposalId { get; private set; }

    /// <summary>The service or organisation that has it now.</summary>
    public string ToWhom { get; private set; } = "";

    /// <summary>Under what they know it.</summary>
    public string Reference { get; private set; } = "";

    public string Because { get; private set; } = "";
    public Guid By { get; private set; }
    public DateTimeOffset At { get; private set; }
    public string? Outcome { get; private set; }
    public Guid? OutcomeBy { get; private set; }
    public DateTimeOffset? OutcomeAt { get; private set; }

    /// <summary>Says what came of it; the last word holds.</summary>
    public void Tell(string outcome, Guid by, DateTimeOffset now) => (Outcome, OutcomeBy, OutcomeAt) = (outcome, by, now);
}

/// <summary>To whom an idea is passed on, under which reference, and why.</summary>
public sealed record PassedTo(string ToWhom, string Reference, string Because);
