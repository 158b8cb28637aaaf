using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Funds;

namespace PB.Grants.Awards;

static class GroupAddresses
{
    /// <summary>The addresses of a group: its young lead's and its supporting adult's.</summary>
    public static Task<List<string>> AddressesOfGroupAsync(this PbContext db, Guid applicationId, CancellationToken cancel) => (
        from application in db.Applications
        where application.Id == applicationId
        from person in db.Users
        where (person.Id == application.LeadId || person.Id == application.AdultId) && person.Email != null
        select person.Email!).ToListAsync(cancel);

    /// <summary>The addresses of those who have a task in a fund now.</summary>
    public static Task<List<string>> AddressesOfAsync(this PbContext db, Guid fundId, FundRole role, DateTimeOffset now, CancellationToken cancel) => (
        from appointment in db.FundAppointments
        where appointment.FundId == fundId && appointment.Role == role && appointment.From <= now && (appointment.Until == null || appointment.Until > now)
        join person in db.Users on appointment.PersonId equals person.Id
        where person.Email != null
        select person.Email!).Distinct().ToListAsync(cancel);
}
