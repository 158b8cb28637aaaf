using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;

namespace PB.People;

/// <summary>A duty that somebody has here: as long as there is one, their account cannot be deleted.</summary>
/// <param name="Kind">What kind of duty it is.</param>
/// <param name="Of">The department, fund, panel or plan; empty for work for the council.</param>
/// <param name="Key">By what its page is found: a fund's name in addresses, an application's id; empty where it has none for them.</param>
public sealed record AccountTie(TieKind Kind, string Of, string Key);

public enum TieKind
{
    Role,
    Department,
    FundTask,
    Panel,

    /// <summary>An application that is not decided, or whose award goes on: as its young lead, in its team, or as its adult.</summary>
    Application,
}

public static class AccountTies
{
    public static async Task<IReadOnlyList<AccountTie>> TiesOfAsync(this PbContext db, Guid person, CancellationToken cancel) =>
    [
        .. await db.UserRoles.Where(role => role.UserId == person).Take(1).Select(_ => new AccountTie(TieKind.Role, "", "")).ToListAsync(cancel),
        .. await db.Departments.Where(department => department.Officers.Any(officer => officer.PersonId == person)).OrderBy(department => department.Name)
            .Select(department => new AccountTie(TieKind.Department, department.Name, "")).ToListAsync(cancel),
        .. await db.Funds.Where(fund => db.FundAppointments.Any(task => task.FundId == fund.Id && task.PersonId == person && task.Until == null)).OrderBy(fund => fund.Name)
            .Select(fund => new AccountTie(TieKind.FundTask, fund.Name, fund.Slug)).ToListAsync(cancel),
        .. await PanelsAsync(db, person, cancel),
        .. await ApplicationsAsync(db, person, cancel),
    ];

    /// <summary>Whether somebody ever decided or wrote something for the council or a fund: its records have to be able to say who that was.</summary>
    public static async Task<bool> HasActedAsync(this PbContext db, Guid person, CancellationToken cancel) => (await db.Database.SqlQuery<bool>($"""
        select exists (select from public.rounds where configured_by = {person}) or exists (select from public.screening_decisions where officer_id = {person})
            or exists (select from public.assignment_steps where person_id = {person}) or exists (select from approval.requests where {person} in (requested_by, approved_by))
            or exists (select from public.moderation_acts where {person} in (by, decided_by)) or exists (select from public.appeals where answered_by = {person})
            or exists (select from public.owed_answers where answered_by = {person}) or exists (select from public.challenges where answered_by = {person})
            or exists (select from public.proposals where written_down_by = {person}) or exists (select from public.proposal_versions where by = {person} and by_staff)
            or exists (select from public.passed_on where {person} in (by, outcome_by)) or exists (select from public.exclusions where decided_by = {person})
            or exists (select from public.number_lots where drawn_by = {person}) or exists (select from public.shortlist_panels where decided_by = {person})
            or exists (select from register.imports where made_by = {person}) or exists (select from register.code_batches where made_by = {person})
            or exists (select from register.anomalies where decided_by = {person}) or exists (select from register.provisional_voters where {person} in (decided_by, confirmed_by))
            or exists (select from grants.fund_appointments where person_id = {person}) as "Value"
        """).ToListAsync(cancel)).Single();

    static async Task<List<AccountTie>> PanelsAsync(PbContext db, Guid person, CancellationToken cancel) => await (
        from member in db.PanelMembers
        where member.PersonId == person && member.LeftAt == null
        join panel in db.Panels on member.PanelId equals panel.Id
        join fund in db.Funds on panel.FundId equals fund.Id
        orderby panel.Name
        select new AccountTie(TieKind.Panel, panel.Name, fund.Slug + "/panels/" + panel.Slug)).ToListAsync(cancel);

    static async Task<List<AccountTie>> ApplicationsAsync(PbContext db, Guid person, CancellationToken cancel) => await (
        from own in db.Applications
        where own.LeadId == person || own.AdultId == person || db.Set<TeamMember>().Any(m => m.ApplicationId == own.Id && m.PersonId == person && m.LeftAt == null)
        join call in db.Calls on own.CallId equals call.Id
        where own.WithdrawnAt == null && call.CancelledAt == null
            && (call.PublishedAt == null && own.FoundIneligibleAt == null || db.Awards.Any(award => award.ApplicationId == own.Id && award.EndedAt == null))
        orderby own.CreatedAt
        select new AccountTie(TieKind.Application, own.Title, own.Id.ToString())).ToListAsync(cancel);
}
