using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Awards;
using PB.Journal;

namespace PB.Grants.Care;

/// <summary>Takes photos in, and keeps who said yes to be shown.</summary>
public sealed class PhotoDesk(PbContext db, TimeProvider clock)
{
    public async Task AddAsync(Award award, byte[] jpeg, string altText, int faces, CancellationToken cancel)
    {
        db.GroupPhotos.Add(new GroupPhoto(award.Id, jpeg, altText, faces, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
    }

    public async Task StepAsync(Guid photoId, PhotoStep step, Guid coordinator, CancellationToken cancel)
    {
        var (now, photo) = (clock.GetUtcNow(), await db.GroupPhotos.Include(p => p.Consents).SingleAsync(p => p.Id == photoId, cancel));
        if (step.LetOut)
            photo.Release(coordinator, now);
        else if (step.Withdrawn is { } withdrawn)
            photo.Consents.Single(consent => consent.Id == withdrawn).Withdraw(now);
        else
            db.Add(photo.Consent(step.Who ?? "", step.WithParent, step.Evidence ?? "", now));
        db.Journal.Add(new JournalEntry(coordinator, step.LetOut ? "Let a photo out" : step.Withdrawn is null ? "Wrote down a yes to a photo" : "Took a photo down", "funds/photos", "", now));
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>What a coordinator does with a photo: one of the three.</summary>
/// <param name="LetOut">They have looked at it.</param>
/// <param name="Withdrawn">The yes that somebody took back.</param>
/// <param name="Who">First name and initial of somebody who said yes.</param>
public sealed record PhotoStep(bool LetOut, Guid? Withdrawn, string? Who)
{
    /// <summary>Whether a parent said yes too, as they have to for those under the fund's age.</summary>
    public bool WithParent { get; init; }

    /// <summary>On which paper, and who was the witness.</summary>
    public string? Evidence { get; init; }
}
