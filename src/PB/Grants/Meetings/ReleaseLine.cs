using PB.Grants.Applications;

namespace PB.Grants.Meetings;

/// <summary>How far one application is from being told.</summary>
/// <param name="Decision">The newest decision; null where there is none.</param>
/// <param name="AgreedBy">Who wants the others to go out without it.</param>
public sealed record ReleaseLine(Application Application, Decision? Decision, IReadOnlyList<GrantRole> AgreedBy)
{
    /// <summary>That the decision was sent back, or is the panel's answer to that.</summary>
    public Referral? Referral { get; init; }

    /// <summary>Who said that it was announced wrongly, and why; it takes two.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>The panel votes on it again.</summary>
    public bool IsToBeCorrected => Corrections.Count == 2;

    /// <summary>What was wrong with the decision before this one, where the group had been told of it.</summary>
    public string? Corrects { get; init; }

    public required DateTimeOffset Now { get; init; }

    public bool IsReleased => Decision?.ReleasedAt is not null;

    /// <summary>The body does not pay it, and says why in public.</summary>
    public bool IsRefused => Decision is not null && Referral is { RefusedAt: not null } && Referral.AnswerId == Decision.Id;

    /// <summary>Nothing can change it any more: the officer signed, refused, or let the time pass.</summary>
    public bool IsFinal => Decision is { } decision && !IsToBeCorrected && (decision.SignedAt is not null || IsRefused || !IsUnderReferral && !WaitsForOfficer && ReferralWindow.EndOf(decision.DecidedAt) <= Now);

    public bool IsUnderReferral => Referral is { IsOpen: true };

    // Confirmed by the panel: there is no letting the time pass any more.
    bool WaitsForOfficer => Referral is { Confirmed: true } && Referral.AnswerId == Decision?.Id;

    public bool IsLeftOut => !IsFinal && AgreedBy.Contains(GrantRole.Chair) && AgreedBy.Contains(GrantRole.YouthWorker);

    public bool StopsRelease => !IsReleased && !IsFinal && !IsLeftOut;

    public bool IsReady => !IsReleased && IsFinal;
}
