using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Calls;
using PB.Proposals;

namespace PB.Grants.Applications;

/// <summary>Brings young people into the team of an application, and out again.</summary>
public sealed class TeamDesk(PbContext db, GrantLetters letters, TimeProvider clock)
{
    public const int Most = 12;

    public async Task<TeamRefusal?> InviteAsync(Application application, Call call, string email, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select from grants.applications where id = {application.Id} for update", cancel);
        var team = await db.Set<TeamMember>().Where(m => m.ApplicationId == application.Id && m.LeftAt == null).ToListAsync(cancel);
        if (team.Count >= Most) return TeamRefusal.TooMany;
        if (team.Any(m => string.Equals(m.Email, email, StringComparison.OrdinalIgnoreCase))) return TeamRefusal.InvitedAlready;
        var (now, key) = (clock.GetUtcNow(), DraftKey.New());
        var invited = new TeamMember(application.Id, email, DraftKey.HashOf(key), now);
        db.Add(invited);
        db.Messages.Add(letters.TeamInvitation(application, call, invited, key, now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Whoever has the link and an account says yes.</summary>
    /// <returns>Not there, where the invitation was used or taken back in the same moment.</returns>
    public async Task<(bool IsThere, TeamRefusal? Refusal)> JoinAsync(Guid id, Guid personId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select from grants.team_members where id = {id} for update", cancel);
        var member = await db.Set<TeamMember>().SingleAsync(m => m.Id == id, cancel);
        if (member.LeftAt is not null || member.JoinedAt is not null) return (false, null);
        if (await WhyNotAsync(member.ApplicationId, personId, cancel) is { } refusal) return (true, refusal);
        member.Join(personId, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (true, null);
    }

    /// <summary>They go, or the lead takes them out.</summary>
    public async Task LeaveAsync(Guid id, CancellationToken cancel)
    {
        var member = await db.Set<TeamMember>().SingleAsync(m => m.Id == id, cancel);
        member.Leave(clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }

    // Nobody writes what they decide on, sign or look after.
    async Task<TeamRefusal?> WhyNotAsync(Guid applicationId, Guid personId, CancellationToken cancel)
    {
        var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == applicationId, cancel);
        if (application.LeadId == personId || await db.Set<TeamMember>().AnyAsync(m => m.ApplicationId == applicationId && m.PersonId == personId && m.LeftAt == null, cancel))
            return TeamRefusal.InAlready;
        var fund = await db.Calls.Where(c => c.Id == application.CallId).Select(c => c.FundId).SingleAsync(cancel);
        var email = await db.Users.Where(person => person.Id == personId).Select(person => person.Email).SingleAsync(cancel);
        return application.AdultId == personId || string.Equals(application.AdultEmail, email, StringComparison.OrdinalIgnoreCase)
            || await db.FundAppointments.AnyAsync(a => a.FundId == fund && a.PersonId == personId && a.Until == null, cancel) ? TeamRefusal.AdultOfIt : null;
    }
}

/// <summary>Why somebody does not come into a team.</summary>
public enum TeamRefusal
{
    TooMany,
    InvitedAlready,
    InAlready,

    /// <summary>They sign it as its adult, or work for the fund.</summary>
    AdultOfIt,
}
