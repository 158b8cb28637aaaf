using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Funds;
using PB.Grants.Marking;
using PB.Journal;
using PB.Proposals;

namespace PB.Grants.Panels;

/// <summary>Brings young people onto a panel: invited, said yes, a parent said yes, trained, and out again.</summary>
public sealed class MemberDesk(PbContext db, PanelAges ages, GrantLetters letters, TimeProvider clock)
{
    /// <summary>Invites somebody; where they are young, a parent is written to as well.</summary>
    public async Task<MemberRefusal?> InviteAsync(Panel panel, Fund fund, InvitedYoungPerson invited, Guid byId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var years = PanelAges.AgeOn(PanelAges.DayOf(now), invited.BornOn);
        if (years < fund.Ages.Min || years > (invited.AgeExtension.Length > 0 ? fund.Ages.ExtendedMax : fund.Ages.Max))
            return MemberRefusal.NotOfAge;
        if (years < fund.Ages.ParentConsentUnder && invited is { ParentEmail: "", WithoutParent: false })
            return MemberRefusal.NoParent;
        var (member, key) = (new PanelMember(panel.Id, invited.DisplayName, ages.Seal(invited.BornOn), invited.Role, now), DraftKey.New());
        member.ExtendAge(invited.AgeExtension);
        member.Invite(invited.Email, DraftKey.HashOf(key));
        db.PanelMembers.Add(member);
        db.Messages.Add(letters.Invitation(fund, panel, member, key, now));
        if (years < fund.Ages.ParentConsentUnder && !invited.WithoutParent)
            AskParent(fund, member, invited.ParentEmail, now);
        Note(byId, "Invited somebody to a panel", fund, panel, member, now);
        await db.SaveChangesAsync(cancel);
        return null;
    }

    /// <summary>The young person says yes, on this site.</summary>
    public Task<MemberRefusal?> JoinAsync(Guid memberId, Guid personId, CancellationToken cancel) => ChangeAsync(memberId, personId, "Said yes to being on a panel", async (member, now) =>
    {
        if (member.JoinedAt is not null || await db.PanelMembers.AnyAsync(other => other.PanelId == member.PanelId && other.PersonId == personId && other.LeftAt == null, cancel))
            return MemberRefusal.InAlready;
        member.Join(personId, now);
        return null;
    }, cancel);

    public Task<MemberRefusal?> HearParentAsync(Guid memberId, bool yes, CancellationToken cancel) =>
        ChangeAsync(memberId, null, yes ? "A parent said yes" : "A parent took their yes back", async (member, now) =>
        {
            if (yes)
                member.Agree(ConsentKind.Join, ConsentBy.Parent, "by the link in the mail", now);
            else
                await StopAsync(member, ConsentBy.Parent, now, cancel);
            return null;
        }, cancel);

    /// <summary>The young person says yes once more: after a year, or after they had taken it back.</summary>
    public Task<MemberRefusal?> SayYesAgainAsync(Guid memberId, Guid personId, CancellationToken cancel) => ChangeAsync(memberId, personId, "Said yes again to being on a panel", (member, now) =>
    {
        member.Agree(ConsentKind.Join, ConsentBy.Self, "on this site", now);
        return Task.FromResult<MemberRefusal?>(null);
    }, cancel);

    /// <summary>The young person takes their own yes back: from this moment they decide on nothing and their name stands nowhere.</summary>
    public Task<MemberRefusal?> StopAsync(Guid memberId, Guid personId, CancellationToken cancel) => ChangeAsync(memberId, personId, "Took their yes back", async (member, now) =>
    {
        await StopAsync(member, ConsentBy.Self, now, cancel);
        return null;
    }, cancel);

    /// <summary>The young person leaves for good.</summary>
    public Task<MemberRefusal?> LeaveAsync(Guid memberId, Guid personId, CancellationToken cancel) => ChangeAsync(memberId, personId, "Left a panel", async (member, now) =>
    {
        await StopAsync(member, ConsentBy.Self, now, cancel);
        member.Leave(now);
        return null;
    }, cancel);

    /// <summary>Something else about a member: trained, signed the code, another role, out.</summary>
    public Task<MemberRefusal?> ChangeAsync(Guid memberId, Guid byId, string act, Action<PanelMember, DateTimeOffset> change, CancellationToken cancel) =>
        ChangeAsync(memberId, byId, act, async (member, now) =>
        {
            change(member, now);
            if (member.LeftAt is not null)
                await db.VoidOpenCardsAsync(member, now, cancel);
            return null;
        }, cancel);

    async Task StopAsync(PanelMember member, ConsentBy by, DateTimeOffset now, CancellationToken cancel)
    {
        member.Withdraw(ConsentKind.Join, by, now);
        member.Rest(now);
        await db.VoidOpenCardsAsync(member, now, cancel);
    }

    void AskParent(Fund fund, PanelMember member, string email, DateTimeOffset now)
    {
        var key = DraftKey.New();
        member.AskParent(email, DraftKey.HashOf(key));
        db.Messages.Add(letters.ParentAsked(fund, member, key, now));
    }

    async Task<MemberRefusal?> ChangeAsync(Guid memberId, Guid? byId, string act, Func<PanelMember, DateTimeOffset, Task<MemberRefusal?>> change, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.SqlQuery<Guid>($"""select id as "Value" from grants.panel_members where id = {memberId} for update""").ToListAsync(cancel);
        var member = await db.PanelMembers.Include(m => m.Consents).SingleAsync(m => m.Id == memberId, cancel);
        var now = clock.GetUtcNow();
        if (member.LeftAt is not null)
            return MemberRefusal.HasLeft;
        if (await change(member, now) is { } refusal)
            return refusal;
        var panel = await db.Panels.SingleAsync(p => p.Id == member.PanelId, cancel);
        Note(byId, act, await db.Funds.SingleAsync(f => f.Id == panel.FundId, cancel), panel, member, now);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    void Note(Guid? byId, string act, Fund fund, Panel panel, PanelMember member, DateTimeOffset now) =>
        db.Journal.Add(new JournalEntry(byId, act, $"funds/{fund.Slug}/panels/{panel.Slug}", "", now).About(member.DisplayName));
}

/// <summary>A young person as the coordinator invites them.</summary>
public sealed record InvitedYoungPerson(string DisplayName, string Email, DateOnly BornOn, PanelRole Role)
{
    public string ParentEmail { get; init; } = "";

    /// <summary>Whether no parent may be written to: then the safeguarding lead decides.</summary>
    public bool WithoutParent { get; init; }

    /// <summary>Why they may be older than the fund's usual age; empty where they are not.</summary>
    public string AgeExtension { get; init; } = "";
}

/// <summary>Why something about a member is not done.</summary>
public enum MemberRefusal
{
    NotOfAge,
    NoParent,
    InAlready,
    HasLeft,
}
