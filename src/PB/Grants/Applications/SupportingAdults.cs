using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Grants.Applications;

/// <summary>Who can be the adult of an organisation that holds a group's money.</summary>
static class SupportingAdults
{
    /// <summary>The organisation's adult cannot be one who decides on the money or looks after those who do.</summary>
    public static async Task<SendingRefusal?> WhyNotAdultAsync(this PbContext db, Guid applicationId, Guid fundId, string email, CancellationToken cancel)
    {
        var normal = email.ToUpperInvariant();
        var adult = await db.Users.Where(person => person.NormalizedEmail == normal).Select(person => (Guid?)person.Id).SingleOrDefaultAsync(cancel);
        if (adult is not null && await db.Applications.AnyAsync(own => own.Id == applicationId && own.LeadId == adult, cancel))
            return SendingRefusal.LeadIsAdult;
        return await db.FundAppointments.AnyAsync(a => a.FundId == fundId && a.PersonId == adult && a.Until == null, cancel)
            || await db.PanelMembers.AnyAsync(m => m.PersonId == adult && m.LeftAt == null && db.Panels.Any(p => p.Id == m.PanelId && p.FundId == fundId), cancel)
            ? SendingRefusal.AdultOfTheFund : null;
    }

    /// <summary>The part of the organisation, as its adult fills it in.</summary>
    public static async Task<Guid> EnterHostAsync(this PbContext db, Guid adultId, HostWords words, DateTimeOffset now, CancellationToken cancel)
    {
        var host = await db.HostOrganisations.SingleOrDefaultAsync(h => h.CreatedBy == adultId && h.Name == words.Name, cancel);
        if (host is null)
            db.HostOrganisations.Add(host = new HostOrganisation(words.Name, words.Kind, adultId, now));
        host.Describe(words.Name, words.Kind, words.OrganisationId);
        host.Safeguard(words.SafeguardingPolicy, words.PolicyReviewedOn, words.InsuredUntil);
        return host.Id;
    }
}
