using System.Security.Claims;
using PB.Approvals;
using PB.People;
using PB.Rounds;
using PB.Web.People;

namespace PB.Web.Approvals;

/// <summary>Who may ask for what needs two people, who may be the second, and when. That they are two the database sees to.</summary>
static class ApprovalPolicies
{
    /// <summary>As what somebody may ask for an act; null when they may not. A manager must look after the round besides.</summary>
    public static string? AsksAs(ClaimsPrincipal user, ApprovedAct act) => HeldBy(user, act switch
    {
        ApprovedAct.Certify or ApprovedAct.DestroyKey => [Role.NeighbourhoodManager, Role.Administrator, Role.Ratifier],
        ApprovedAct.Void or ApprovedAct.Reopen or ApprovedAct.Recount or ApprovedAct.CloseEarly or ApprovedAct.Extend
            or ApprovedAct.ChangeRules or ApprovedAct.ExportVoters or ApprovedAct.AnnulBallot => [Role.NeighbourhoodManager, Role.Administrator],
        // It is asked for by reading a register in.
        ApprovedAct.ImportRegister => [],
    });

    /// <summary>As what somebody may decide on an act; null when they may not.</summary>
    public static string? DecidesAs(ClaimsPrincipal user, ApprovedAct act) => HeldBy(user, act switch
    {
        ApprovedAct.Certify => [Role.Ratifier],
        ApprovedAct.ExportVoters => [Role.Administrator],
        ApprovedAct.Void or ApprovedAct.Reopen or ApprovedAct.Recount or ApprovedAct.CloseEarly or ApprovedAct.Extend
            or ApprovedAct.ChangeRules or ApprovedAct.DestroyKey or ApprovedAct.AnnulBallot or ApprovedAct.ImportRegister => [Role.Ratifier, Role.Administrator, Role.NeighbourhoodManager],
    });

    public static bool IsTimeFor(ApprovedAct act, Round round, DateTimeOffset now)
    {
        var (begun, phase) = (round.Calendar.VotingFrom <= now, round.PhaseAt(now));
        var lives = round is { AnnouncedAt: not null, CancelledAt: null };
        return lives && act switch
        {
            ApprovedAct.Certify or ApprovedAct.Reopen or ApprovedAct.Recount => round is { CountedAt: not null, CertifiedAt: null },
            ApprovedAct.CloseEarly or ApprovedAct.Extend => phase is RoundPhase.Voting,
            ApprovedAct.Void => begun,
            ApprovedAct.ChangeRules or ApprovedAct.AnnulBallot => begun && round.CertifiedAt is null,
            ApprovedAct.DestroyKey => round.CertifiedAt is not null,
            ApprovedAct.ExportVoters => true,
            ApprovedAct.ImportRegister => false,
        };
    }

    static string? HeldBy(ClaimsPrincipal user, IEnumerable<string> roles) =>
        user.HasSecondFactor() ? roles.FirstOrDefault(user.IsInRole) : null;
}
