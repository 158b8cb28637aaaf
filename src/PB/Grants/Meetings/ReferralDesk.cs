using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;

namespace PB.Grants.Meetings;

/// <summary>Takes what the accountable officer can do with a decision: sign it, send it back once, take that back; and after the panel's second same decision sign, or refuse in public.</summary>
public sealed class ReferralDesk(PbContext db, ReferralLetters letters, TimeProvider clock)
{
    /// <summary>How many working days the officer has.</summary>
    public const int WorkingDays = 5;

    public Task<ReferralRefusal?> RaiseAsync(Guid decisionId, Guid officer, (ReferralGround Ground, string Text) why, CancellationToken cancel) =>
        ChangeAsync(decisionId, officer, "Sent a decision back to the panel", why.Text, (file, now) =>
        {
            if (file.Referral is not null || file.Decision.SignedAt is not null) return ReferralRefusal.DealtWith;
            if (file.IsAnswer) return ReferralRefusal.PanelHasConfirmed;
            if (ReferralWindow.EndOf(file.Decision.DecidedAt) <= now) return ReferralRefusal.TooLate;
            db.Add(new Referral(decisionId, why.Ground, why.Text, officer, now));
            return null;
        }, letters.RaisedAsync, cancel);

    /// <param name="because">Why, where it is not an officer who takes it back.</param>
    public Task<ReferralRefusal?> WithdrawAsync(Guid decisionId, Guid person, string because, CancellationToken cancel) =>
        ChangeAsync(decisionId, person, "Took back that a decision was sent back", because, (file, now) =>
        {
            if (file.Referral is not { IsOpen: true } open) return ReferralRefusal.DealtWith;
            open.Withdraw(now);
            return null;
        }, letters.WithdrawnAsync, cancel);

    public Task<ReferralRefusal?> SignAsync(Guid decisionId, Guid officer, CancellationToken cancel) =>
        ChangeAsync(decisionId, officer, "Signed a decision of the panel", "", (file, now) =>
        {
            if (file.Referral is not null || file.Decision.SignedAt is not null || file.Before?.RefusedAt is not null) return ReferralRefusal.DealtWith;
            file.Decision.Sign(officer, now);
            return null;
        }, null, cancel);

    /// <summary>The body does not pay although the panel decided the same twice; everybody can read why.</summary>
    public Task<ReferralRefusal?> RefuseAsync(Guid decisionId, Guid officer, (ReferralGround Ground, string Because) why, CancellationToken cancel) =>
        ChangeAsync(decisionId, officer, "Refused to pay what the panel decided twice", why.Because, (file, now) =>
        {
            if (file.Before is not { Confirmed: true, RefusedAt: null } before || file.Decision.SignedAt is not null) return ReferralRefusal.DealtWith;
            if (!ReferralGrounds.ForRefusal.Contains(why.Ground)) return ReferralRefusal.NotOnThatGround;
            before.Refuse(why.Ground, why.Because, now);
            return null;
        }, letters.RefusedAsync, cancel);

    /// <param name="tell">Writes to those whom it concerns; null where nobody waits for it.</param>
    async Task<ReferralRefusal?> ChangeAsync(Guid decisionId, Guid officer, string act, string reason, Func<ReferralFile, DateTimeOffset, ReferralRefusal?> change, Func<Decision, DateTimeOffset, CancellationToken, Task>? tell, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select from grants.decisions where id = {decisionId} for no key update", cancel);
        var now = clock.GetUtcNow();
        var file = await FileAsync(decisionId, cancel);
        if (!file.IsLast || file.Decision.ReleasedAt is not null) return ReferralRefusal.DealtWith;
        if (change(file, now) is { } refusal) return refusal;
        await (tell?.Invoke(file.Decision, now, cancel) ?? Task.CompletedTask);
        var about = await db.Applications.Where(a => a.Id == file.Decision.ApplicationId).Select(a => new { a.CallId, a.Ref }).SingleAsync(cancel);
        db.Journal.Add(new JournalEntry(officer, act, await db.SubjectOfAsync(about.CallId, cancel), reason, now).About(about.Ref ?? ""));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    async Task<ReferralFile> FileAsync(Guid decisionId, CancellationToken cancel) => new(
        await db.Set<Decision>().SingleAsync(d => d.Id == decisionId, cancel),
        await db.Set<Referral>().SingleOrDefaultAsync(r => r.DecisionId == decisionId && r.WithdrawnAt == null, cancel),
        await db.Set<Referral>().SingleOrDefaultAsync(r => r.AnswerId == decisionId, cancel),
        await db.LastDecisions().AnyAsync(d => d.Id == decisionId, cancel));

    /// <param name="Referral">That it was sent back.</param>
    /// <param name="Before">What it is the panel's answer to.</param>
    sealed record ReferralFile(Decision Decision, Referral? Referral, Referral? Before, bool IsLast)
    {
        public bool IsAnswer => Before is { Confirmed: true };
    }
}

/// <summary>Why the officer cannot do that.</summary>
public enum ReferralRefusal
{
    /// <summary>It is signed, sent back, released or decided anew.</summary>
    DealtWith,
    TooLate,

    /// <summary>The panel has decided the same twice: sign it, or refuse in public.</summary>
    PanelHasConfirmed,
    NotOnThatGround,
}
