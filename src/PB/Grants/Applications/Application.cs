using PB.Data;

namespace PB.Grants.Applications;

/// <summary>What a group of young people asks a fund for: one record from its first draft to the last receipt.</summary>
public sealed partial class Application
{
    readonly List<BudgetLine> lines = [];
    readonly List<Signature> signatures = [];

    Application() { }

    public Application(Guid callId, Guid leadId, DateTimeOffset now) => (Id, CallId, LeadId, CreatedAt) = (Ids.New(now), callId, leadId, now);

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }

    /// <summary>How everybody calls it, given when it is first sent to the adult: <c>YF26-0007</c>.</summary>
    public string? Ref { get; private set; }

    public string Title { get; private set; } = "";
    public string Summary { get; private set; } = "";
    public ApplicationAnswers Answers { get; private set; } = new();
    public ApplyingGroup Group { get; private set; } = new();
    public Guid LeadId { get; private set; }

    /// <summary>Where the adult who is asked to sign is written to.</summary>
    public string AdultEmail { get; private set; } = "";

    /// <summary>The adult, once they have come in.</summary>
    public Guid? AdultId { get; private set; }

    public Guid? HostOrganisationId { get; private set; }
    public AmountsAsked Amounts { get; private set; } = new();

    /// <summary>Counts the changes; each signature is for one version.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>SHA-256 of what was sent to the adult; null while it is being written.</summary>
    public byte[]? VersionHash { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the team finished and sent it to the adult.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>When the adult signed exactly this version: it is in from then on.</summary>
    public DateTimeOffset? CosignedAt { get; private set; }

    /// <summary>When it was in for the first time; it keeps that place while it is being put right.</summary>
    public DateTimeOffset? EnteredAt { get; private set; }

    public DateTimeOffset? FoundEligibleAt { get; private set; }
    public DateTimeOffset? FoundIneligibleAt { get; private set; }

    /// <summary>Why it does not fit, as the group reads it.</summary>
    public string IneligibleBecause { get; private set; } = "";

    /// <summary>When the team asked a coordinator to help with the writing.</summary>
    public DateTimeOffset? HelpAskedAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }
    public IReadOnlyList<BudgetLine> Lines => lines;
    public IReadOnlyList<Signature> Signatures => signatures;
}
