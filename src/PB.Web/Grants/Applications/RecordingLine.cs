using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Recordings;

namespace PB.Web.Grants.Applications;

/// <summary>That there is a film or a voice, and who may play it.</summary>
public sealed record RecordingLine(Guid ApplicationId, RecordingKind Kind, bool ForPanel)
{
    public string Path => $"{GrantPaths.Application(ApplicationId)}/recording/play";

    internal static Task<RecordingLine?> ReadAsync(PbContext db, Guid application, CancellationToken cancel) =>
        db.Set<Recording>().Where(r => r.ApplicationId == application).Select(r => new RecordingLine(r.ApplicationId, r.Kind, r.ForPanel)).SingleOrDefaultAsync(cancel);
}
