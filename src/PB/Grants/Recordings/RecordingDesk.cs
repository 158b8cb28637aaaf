using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Applications;
using PB.Journal;

namespace PB.Grants.Recordings;

/// <summary>Takes a group's recording in, and takes it away as soon as the group wants that.</summary>
public sealed class RecordingDesk(PbContext db, ApplicationDesk applications, TimeProvider clock)
{
    /// <summary>Keeps the words of a recording, whether or not one comes with them.</summary>
    public Task<SendingRefusal?> WriteDownAsync(Guid applicationId, string transcript, CancellationToken cancel) =>
        applications.WriteAsync(applicationId, (application, _) => application.WriteDown(transcript), cancel);

    public async Task<SendingRefusal?> KeepAsync(Guid applicationId, Guid by, (CutFile File, bool ForPanel) recording, CancellationToken cancel)
    {
        var before = await db.Set<Recording>().SingleOrDefaultAsync(r => r.ApplicationId == applicationId, cancel);
        return await applications.WriteAsync(applicationId, (application, now) =>
        {
            application.Attach(recording.File.Hash);
            if (before is null)
                db.Add(new Recording(applicationId, recording.File, recording.ForPanel, by, now));
            else
                before.Become(recording.File, recording.ForPanel, by, now);
        }, cancel);
    }

    public Task ShowToPanelAsync(Guid applicationId, CancellationToken cancel) =>
        db.Set<Recording>().Where(r => r.ApplicationId == applicationId).ExecuteUpdateAsync(set => set.SetProperty(r => r.ForPanel, true), cancel);

    /// <summary>Deletes it at once, also when the application was sent long ago. The words stay, for they name nobody.</summary>
    public async Task TakeBackAsync(ApplicationPlace place, Guid by, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<Recording>().Where(r => r.ApplicationId == place.Id).ExecuteDeleteAsync(cancel) > 0)
            db.Journal.Add(new JournalEntry(by, "Took a recording back", place.Subject, "", clock.GetUtcNow()));
        // What was signed stays as it was signed; a draft does not ask for words of what is not there any more.
        await db.Database.ExecuteSqlAsync($"update grants.applications set recording_hash = '' where id = {place.Id} and submitted_at is null", cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}

/// <summary>An application, and what the journal calls its call.</summary>
public sealed record ApplicationPlace(Guid Id, string Subject);
