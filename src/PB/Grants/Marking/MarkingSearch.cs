using PB.Data;
using PB.Grants.Applications;

namespace PB.Grants.Marking;

/// <summary>What somebody may know of applications and cards: every page, count, file and address of these rooms asks here.</summary>
public static class MarkingSearch
{
    /// <summary>The applications that the panel decides on.</summary>
    public static IQueryable<Application> OnTheTable(this PbContext db, Guid callId) =>
        db.Applications.Where(application => application.CallId == callId && application.FoundEligibleAt != null && application.WithdrawnAt == null);

    /// <summary>Those of them of which somebody may know. Where they have a conflict there is none; and whoever decides says first whether they have one.</summary>
    public static IQueryable<Application> KnownTo(this PbContext db, Guid callId, Reader reader)
    {
        if (reader.Decides) return db.VisibleTo(callId, reader.PersonId);
        var conflicts = db.LiveConflicts();
        return db.OnTheTable(callId).Where(application => !conflicts.Any(declared => declared.ApplicationId == application.Id && declared.PersonId == reader.PersonId));
    }

    /// <summary>The declarations that hold now and say that somebody has a conflict. The newest counts; of two at the same moment the stricter.</summary>
    public static IQueryable<ConflictDeclaration> LiveConflicts(this PbContext db) => db.ConflictDeclarations.Where(declared =>
        declared.Level == ConflictLevel.Conflict && !db.ConflictDeclarations.Any(later =>
            later.ApplicationId == declared.ApplicationId && later.PersonId == declared.PersonId && later.At > declared.At));

    /// <summary>The cards that somebody may look into: their own at any time; those of others once marking has closed. While a call is paused its time stands still.</summary>
    public static IQueryable<Card> CardsSeenBy(this PbContext db, Guid callId, Reader reader, DateTimeOffset now) =>
        from application in db.KnownTo(callId, reader)
        join call in db.Calls on application.CallId equals call.Id
        join card in db.Set<Card>() on application.Id equals card.ApplicationId
        where card.PersonId == reader.PersonId || call.Dates.MarkingClosesAt <= (call.PausedAt ?? now)
        select card;

    /// <summary>Those of some cards that count: handed in, and by somebody who has no conflict.</summary>
    public static IQueryable<Card> ThatCount(this IQueryable<Card> cards, PbContext db)
    {
        var conflicts = db.LiveConflicts();
        return cards.Where(card => card.HandedInAt != null && !conflicts.Any(declared => declared.ApplicationId == card.ApplicationId && declared.PersonId == card.PersonId));
    }
}

/// <summary>Who looks.</summary>
/// <param name="Decides">As a member of the panel; adults need not say first that they have no conflict.</param>
public sealed record Reader(Guid PersonId, bool Decides);
