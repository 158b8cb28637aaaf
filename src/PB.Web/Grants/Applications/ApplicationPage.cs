using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Awards;
using PB.Grants.Calls;
using PB.Grants.Funds;

namespace PB.Web.Grants.Applications;

/// <summary>An application with everything around it.</summary>
public sealed record ApplicationPage(Application Application, Call Call, Fund Fund, DateTimeOffset Now)
{
    public EligibilityQuery? Query { get; init; }

    public ApplicationStatus Status => Application.StatusAt(Call, Query, Now);

    public bool MayBeWritten => Application.MayBeWritten(Call, Query, Now);

    /// <summary>What stands against the organisation, while it is being checked.</summary>
    public HostBlock? Block { get; init; }

    /// <summary>Whether whoever asks is of the team.</summary>
    public bool IsLead { get; init; }

    /// <summary>Whether there is a grant that was offered.</summary>
    public bool HasOffer { get; init; }

    /// <summary>Whether the panel's words about the application are there to read.</summary>
    public bool HasFeedback { get; init; }

    /// <summary>Whether the group has appealed, or still may.</summary>
    public bool HasAppeal { get; init; }

    internal static async Task<ApplicationPage?> ReadAsync(PbContext db, Guid id, (Guid Person, DateTimeOffset Now) who, CancellationToken cancel)
    {
        if (await db.WholeApplications().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } application)
            return null;
        var call = await db.WholeCalls().AsNoTracking().SingleAsync(c => c.Id == application.CallId, cancel);
        return new ApplicationPage(application, call, await db.Funds.AsNoTracking().SingleAsync(f => f.Id == call.FundId, cancel), who.Now)
        {
            Query = await db.OpenQueryAsync(id, who.Now, cancel),
            Block = application.HostOrganisationId is { } host && call.MarkingOpenedAt is null ? await db.WhyBlockedAsync(host, who.Now, cancel) : null,
            IsLead = application.LeadId == who.Person,
            HasOffer = await db.Awards.AnyAsync(award => award.ApplicationId == id && award.SignedAt != null, cancel),
            HasFeedback = await db.Feedback.AnyAsync(feedback => feedback.ApplicationId == id && feedback.SentAt != null, cancel),
            HasAppeal = ProcessAppeal.LastDay(call) >= DateOnly.FromDateTime(who.Now.UtcDateTime) || await db.ProcessAppeals.AnyAsync(appeal => appeal.ApplicationId == id, cancel),
        };
    }
}
