using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Calls;
using PB.Journal;
using PB.Tally;

namespace PB.Grants.Applications;

/// <summary>Checks an application against the rules of its call, before the panel reads it.</summary>
public sealed class EligibilityDesk(PbContext db, GrantLetters letters, TimeProvider clock)
{
    public async Task<IReadOnlyList<RuleState>> StatesAsync(Application application, CancellationToken cancel)
    {
        var rules = await db.Set<EligibilityRule>().AsNoTracking().Where(rule => rule.CallId == application.CallId).OrderBy(rule => rule.Number).ToListAsync(cancel);
        var checks = await db.EligibilityChecks.AsNoTracking().Where(check => check.ApplicationId == application.Id).OrderBy(check => check.At).ThenBy(check => check.Id).ToListAsync(cancel);
        var waivers = await db.Waivers.AsNoTracking().Where(waiver => waiver.ApplicationId == application.Id).ToListAsync(cancel);
        var states = new List<RuleState>();
        foreach (var rule in rules)
        {
            var given = checks.FindLast(check => check.RuleId == rule.Id);
            var answer = rule.Kind is EligibilityKind.ByHand ? given is null ? null : new RuleAnswer(given.Result, given.Note) : await ComputeAsync(rule, application, cancel);
            states.Add(new RuleState(rule, answer, waivers.Find(waiver => waiver.RuleId == rule.Id)));
        }

        return states;
    }

    public Task<CheckingRefusal?> AnswerAsync(Guid id, Guid byId, Guid ruleId, RuleAnswer answer, CancellationToken cancel) =>
        ChangeAsync(id, byId, "Checked an application against a rule", (act, now) =>
        {
            db.EligibilityChecks.Add(new EligibilityCheck(act.Application.Id, ruleId, answer, byId, now));
            return Task.FromResult<CheckingRefusal?>(null);
        }, cancel);

    /// <summary>Asks the group to put something right; it has five working days and keeps its place.</summary>
    public Task<CheckingRefusal?> AskAsync(Guid id, Guid byId, string question, CancellationToken cancel) =>
        ChangeAsync(id, byId, "Asked a group to put something right", async (act, now) =>
        {
            if (await db.OpenQueryAsync(id, now, cancel) is not null)
                return CheckingRefusal.AskedAlready;
            var query = new EligibilityQuery(id, question, byId, WorkingDays.After(now, EligibilityQuery.Days), now);
            db.EligibilityQueries.Add(query);
            db.Messages.AddRange((await AddressesAsync(act.Application, cancel)).Select(address => letters.Query(act.Application, act.Call, query, address)));
            return null;
        }, cancel);

    public Task<CheckingRefusal?> ProposeWaiverAsync(Guid id, Guid byId, Guid ruleId, string reason, CancellationToken cancel) =>
        ChangeAsync(id, byId, "Proposed to set a rule aside for an application", async (_, now) =>
        {
            if (await db.Waivers.AnyAsync(waiver => waiver.ApplicationId == id && waiver.RuleId == ruleId, cancel))
                return CheckingRefusal.AskedAlready;
            db.Waivers.Add(new Waiver(id, ruleId, reason, byId, now));
            return null;
        }, cancel);

    public Task<CheckingRefusal?> AgreeToWaiverAsync(Guid id, Guid chairId, Guid waiverId, CancellationToken cancel) =>
        ChangeAsync(id, chairId, "Agreed to set a rule aside for an application", async (_, now) =>
        {
            if (await db.Waivers.SingleOrDefaultAsync(waiver => waiver.Id == waiverId && waiver.ApplicationId == id, cancel) is not { AgreedAt: null } waiver)
                return CheckingRefusal.AskedAlready;
            if (waiver.ProposedBy == chairId)
                return CheckingRefusal.OnePersonTwice;
            waiver.Agree(chairId, now);
            return null;
        }, cancel);

    public Task<CheckingRefusal?> FindEligibleAsync(Guid id, Guid byId, CancellationToken cancel) =>
        ChangeAsync(id, byId, "Found that an application fits the rules", async (act, now) =>
        {
            if (await db.OpenQueryAsync(id, now, cancel) is not null)
                return CheckingRefusal.WaitsForGroup;
            if (act.Application.CosignedAt is null)
                return CheckingRefusal.NotSigned;
            if ((await StatesAsync(act.Application, cancel)).Any(state => !state.IsMet))
                return CheckingRefusal.RuleNotMet;
            act.Application.FindEligible(now);
            return null;
        }, cancel);

    public Task<CheckingRefusal?> FindIneligibleAsync(Guid id, Guid byId, string because, CancellationToken cancel) =>
        ChangeAsync(id, byId, "Found that an application does not fit the rules", async (act, now) =>
        {
            act.Application.FindIneligible(because, now);
            db.Messages.AddRange((await AddressesAsync(act.Application, cancel)).Select(address => letters.Ineligible(act.Application, act.Call, address, now)));
            return null;
        }, cancel);

    async Task<RuleAnswer> ComputeAsync(EligibilityRule rule, Application application, CancellationToken cancel) => rule.Kind switch
    {
        EligibilityKind.ShareOfBudget => ShareOf(rule, application),
        EligibilityKind.HostNotBlocked => application.HostOrganisationId is { } host && await db.WhyBlockedAsync(host, clock.GetUtcNow(), cancel) is { } why
            ? new RuleAnswer(RuleResult.Fail, why.OverdueRef is { } late ? $"The report on {late} is six weeks late or more." : why.Words) : new RuleAnswer(RuleResult.Pass, ""),
        EligibilityKind.HostWithinCap => await WithinCapAsync(application, cancel),
        EligibilityKind.PaperNeeded => new RuleAnswer(application.Lines.All(line => line.Category != rule.Category)
            || await db.Set<ApplicationPaper>().AnyAsync(paper => paper.ApplicationId == application.Id && paper.Category == rule.Category, cancel) ? RuleResult.Pass : RuleResult.Fail, ""),
        EligibilityKind.ByHand => throw new ArgumentOutOfRangeException(nameof(rule), rule.Kind, "A coordinator answers this."),
    };

    async Task<RuleAnswer> WithinCapAsync(Application application, CancellationToken cancel)
    {
        var call = await db.Calls.AsNoTracking().SingleAsync(c => c.Id == application.CallId, cancel);
        var given = application.HostOrganisationId is { } host ? await db.GivenAsync(host, call.FundId, clock.GetUtcNow(), cancel) : Money.Zero;
        return new RuleAnswer(call.Money.PerHostCap12Months is not { } cap || given + application.Amounts.Requested <= cap ? RuleResult.Pass : RuleResult.Fail, "");
    }

    static RuleAnswer ShareOf(EligibilityRule rule, Application application)
    {
        var part = application.Lines.Where(line => line.Category == rule.Category).Aggregate(Money.Zero, (sum, line) => sum + line.Total);
        return new RuleAnswer(part.MinorUnits * 100 <= application.BudgetTotal.MinorUnits * rule.Percent!.Value ? RuleResult.Pass : RuleResult.Fail, "");
    }

    Task<List<string>> AddressesAsync(Application application, CancellationToken cancel) =>
        db.Users.Where(person => person.Id == application.LeadId || person.Id == application.AdultId).Select(person => person.Email!).ToListAsync(cancel);

    async Task<CheckingRefusal?> ChangeAsync(Guid id, Guid byId, string what, Func<Act, DateTimeOffset, Task<CheckingRefusal?>> change, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.SqlQuery<Guid>($"""select id as "Value" from grants.applications where id = {id} for update""").ToListAsync(cancel);
        var application = await db.WholeApplications().SingleAsync(a => a.Id == id, cancel);
        var call = await db.Calls.AsNoTracking().SingleAsync(c => c.Id == application.CallId, cancel);
        var now = clock.GetUtcNow();
        if (application.EnteredAt is null || application.WithdrawnAt is not null || call.MarkingOpenedAt is not null)
            return CheckingRefusal.NotToBeChecked;
        if (await change(new Act(application, call), now) is { } refusal)
            return refusal;
        var fund = await db.Funds.Where(f => f.Id == call.FundId).Select(f => f.Slug).SingleAsync(cancel);
        db.Journal.Add(new JournalEntry(byId, what, $"funds/{fund}/calls/{call.Slug}", "", now).About(application.Ref ?? ""));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    sealed record Act(Application Application, Call Call);
}

/// <summary>Why a check is not taken down.</summary>
public enum CheckingRefusal
{
    /// <summary>It is not in, was taken back, or the panel reads it already.</summary>
    NotToBeChecked,
    AskedAlready,
    OnePersonTwice,
    WaitsForGroup,
    NotSigned,
    RuleNotMet,
}
