using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Calls;

namespace PB.Grants.Applications;

/// <summary>Takes the papers in that a call wants for what a group does, and finds those that are missing.</summary>
public sealed class PaperDesk(PbContext db, ApplicationDesk applications)
{
    /// <summary>For which lines of the budget a paper has to be added.</summary>
    public static IReadOnlyList<BudgetCategory> NeededFor(Application application, Call call) =>
        [.. call.EligibilityRules.Where(rule => rule.Kind is EligibilityKind.PaperNeeded && application.Lines.Any(line => line.Category == rule.Category)).Select(rule => rule.Category!.Value).Distinct().Order()];

    /// <summary>For which of them there is one.</summary>
    public async Task<IReadOnlyList<BudgetCategory>> AddedAsync(Guid applicationId, CancellationToken cancel) =>
        await db.Set<ApplicationPaper>().Where(paper => paper.ApplicationId == applicationId).Select(paper => paper.Category).ToListAsync(cancel);

    /// <summary>Keeps a paper in place of the one before. What was sent is then not what is there any more: it is sent and signed again.</summary>
    public async Task<SendingRefusal?> KeepAsync(Guid applicationId, BudgetCategory category, byte[] jpeg, CancellationToken cancel)
    {
        var before = await db.Set<ApplicationPaper>().SingleOrDefaultAsync(paper => paper.ApplicationId == applicationId && paper.Category == category, cancel);
        return await applications.WriteAsync(applicationId, (application, now) =>
        {
            application.AddPaper();
            if (before is null)
                db.Add(new ApplicationPaper(applicationId, category, jpeg, now));
            else
                before.Become(jpeg, now);
        }, cancel);
    }
}
