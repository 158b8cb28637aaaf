using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Grants.Meetings;

namespace PB.Grants.Awards;

/// <summary>Reads the accepted awards of a fund as everybody may know them.</summary>
public sealed class OpenAwards(PbContext db)
{
    public async Task<IReadOnlyList<OpenGrant>> OfAsync(Fund fund, CancellationToken cancel)
    {
        var awards = await db.Awards.AsNoTracking().AcceptedIn(fund.Id).ToListAsync(cancel);
        var ids = awards.ConvertAll(award => award.Id);
        var payments = (await db.Payments.AsNoTracking().Where(p => ids.Contains(p.AwardId) && p.PaidOn != null).OrderBy(p => p.Number).ToListAsync(cancel)).ToLookup(p => p.AwardId);
        var entries = (await db.PotEntries.AsNoTracking().Where(e => e.AwardId != null && ids.Contains(e.AwardId.Value)).ToListAsync(cancel)).ToLookup(e => e.AwardId);
        var about = await AboutAsync(awards.ConvertAll(award => award.ApplicationId), cancel);
        var decided = await DecidedAsync(awards.ConvertAll(award => award.DecisionId), cancel);
        return [.. awards.Select(award => Grant(fund, about[award.ApplicationId], award) with
        {
            Reason = decided[award.DecisionId].Reason,
            Votes = decided[award.DecisionId].Votes is { MayBeShown: true } votes ? votes : null,
            Payments = [.. payments[award.Id].Select(payment => new OpenPayment(payment.Number, payment.PaidOn!.Value, payment.Amount))],
            Returned = entries[award.Id].Refunded(),
            ChangedAt = entries[award.Id].Max(entry => entry.At),
        })];
    }

    static OpenGrant Grant(Fund fund, About about, Award award) => new(award.Ref, about.Project.Title, about.Project.Summary)
    {
        Awarded = award.Amount,
        Applied = about.Project.Amounts.Requested,
        DecidedOn = DateOnly.FromDateTime((about.Call.PublishedAt ?? award.SignedAt!.Value).UtcDateTime),
        Organisation = about.Host is { } host ? new OpenRecipient(host.OrganisationId.Length > 0 ? host.OrganisationId : $"{fund.Body.GrantPrefix}-{award.RecipientCode}", host.Name) : null,
        RecipientCode = award.RecipientCode,
        Programme = new OpenProgramme(about.Call.Slug, about.Call.Title),
        Themes = about.Project.Group.Themes,
        Areas = about.Project.Group.Areas,
        ChangedAt = award.SignedAt!.Value,
    };

    async Task<Dictionary<Guid, About>> AboutAsync(List<Guid> applications, CancellationToken cancel) => (await (
        from project in db.Applications.AsNoTracking()
        where applications.Contains(project.Id)
        join call in db.Calls.AsNoTracking() on project.CallId equals call.Id
        join host in db.HostOrganisations.AsNoTracking() on project.HostOrganisationId equals (Guid?)host.Id into hosts
        from host in hosts.DefaultIfEmpty()
        select new About(project, call, host)).ToListAsync(cancel)).ToDictionary(about => about.Project.Id);

    async Task<Dictionary<Guid, (string Reason, YesNo Votes)>> DecidedAsync(List<Guid> decisions, CancellationToken cancel) => await (
        from decision in db.Set<Decision>().AsNoTracking()
        where decisions.Contains(decision.Id)
        join vote in db.Set<Vote>().AsNoTracking() on decision.VoteId equals vote.Id
        select new { decision.Id, decision.Reason, vote.Yes, vote.No, vote.Abstain }).ToDictionaryAsync(one => one.Id, one => (one.Reason, new YesNo(one.Yes, one.No, one.Abstain)), cancel);

    sealed record About(Application Project, Call Call, HostOrganisation? Host);
}

public static class AwardSearch
{
    /// <summary>The decision that an offer can be made of: for the group, released, and not sent back. From the reserve list only once the panel has confirmed it.</summary>
    public static Task<Decision?> OfferableAsync(this PbContext db, Guid applicationId, CancellationToken cancel) =>
        db.StandingDecisions().AsNoTracking().SingleOrDefaultAsync(decision => decision.ApplicationId == applicationId && decision.Outcome != DecisionOutcome.No && decision.ReleasedAt != null
            && db.Applications.Any(own => own.Id == applicationId && own.WithdrawnAt == null)
            && (decision.Outcome != DecisionOutcome.Reserve || db.Set<ReserveQuestion>().Any(question => question.DecisionId == decision.Id && question.AgreedAt != null))
            && !db.ToBeCorrected().Any(wrong => wrong.Id == decision.Id)
            && !db.Set<Referral>().Any(referral => referral.DecisionId == decision.Id && referral.WithdrawnAt == null), cancel);

    /// <summary>The awards of a fund that both have accepted, whatever became of them since.</summary>
    public static IQueryable<Award> AcceptedIn(this IQueryable<Award> awards, Guid fundId) =>
        awards.Where(award => award.FundId == fundId && award.LeadAcceptedAt != null && award.AdultAcceptedAt != null);
}
