using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants.Care;
using PB.Grants.Funds;
using PB.Web.Look;

namespace PB.Web.Grants.Care;

/// <summary>Who can be in a fund's threads: its coordinators and safeguarding leads as adults, its members by first name and initial.</summary>
public sealed class ThreadGuests(PbContext db, IStringLocalizer<Words> text)
{
    public async Task<IReadOnlyList<NewThreadMember>> OfAsync(Fund fund, DateTimeOffset now, CancellationToken cancel)
    {
        var adults = await (
            from appointment in db.FundAppointments
            where appointment.FundId == fund.Id && appointment.From <= now && (appointment.Until == null || appointment.Until > now)
                && (appointment.Role == FundRole.YouthWorker || appointment.Role == FundRole.SafeguardingLead)
            join person in db.Users on appointment.PersonId equals person.Id
            orderby person.Name
            select new { person.Id, person.Name, appointment.Role }).ToListAsync(cancel);
        var young = await (
            from member in db.PanelMembers
            where member.LeftAt == null && member.PersonId != null && db.Panels.Any(panel => panel.Id == member.PanelId && panel.FundId == fund.Id)
            orderby member.DisplayName
            select new { member.PersonId, member.DisplayName }).ToListAsync(cancel);
        return
        [
            .. adults.DistinctBy(adult => adult.Id).Select(adult => new NewThreadMember(adult.Id,
                adult.Role is FundRole.YouthWorker ? text["{0}, coordinator", adult.Name].Value : text["{0}, safeguarding lead", adult.Name].Value, IsAdult: true)),
            .. young.DistinctBy(member => member.PersonId).Where(member => adults.All(adult => adult.Id != member.PersonId))
                .Select(member => new NewThreadMember(member.PersonId!.Value, member.DisplayName, IsAdult: false)),
        ];
    }
}
