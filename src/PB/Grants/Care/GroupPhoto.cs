using PB.Data;

namespace PB.Grants.Care;

/// <summary>A photo of what a group did. It is shown only while everybody whose face is on it, and the parent of each who is under the fund's age, says yes.</summary>
public sealed class GroupPhoto
{
    readonly List<PhotoConsent> consents = [];

    GroupPhoto() { }

    public GroupPhoto(Guid awardId, byte[] jpeg, string altText, int faces, DateTimeOffset now) =>
        (Id, AwardId, Jpeg, AltText, Faces, AddedAt) = (Ids.New(now), awardId, jpeg, altText, faces, now);

    public Guid Id { get; private set; }
    public Guid AwardId { get; private set; }

    /// <summary>Made anew from what was uploaded, so that it does not say where it was taken.</summary>
    public byte[] Jpeg { get; private set; } = [];

    public string AltText { get; private set; } = "";

    /// <summary>How many people can be recognised on it, as whoever added it counted.</summary>
    public int Faces { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>The coordinator who looked at it before others could.</summary>
    public Guid? ModeratedBy { get; private set; }
    public DateTimeOffset? ReleasedAt { get; private set; }

    public IReadOnlyList<PhotoConsent> Consents => consents;

    public bool IsShown => ReleasedAt is not null && HasAllConsents;

    public bool HasAllConsents => consents.Count >= Faces && consents.All(consent => consent.Holds);

    public PhotoConsent Consent(string who, bool withParent, string evidence, DateTimeOffset now)
    {
        var consent = new PhotoConsent(Id, new PhotoYes(who, withParent, evidence), now);
        consents.Add(consent);
        return consent;
    }

    public void Release(Guid moderator, DateTimeOffset now) => (ModeratedBy, ReleasedAt) = (moderator, now);
}

/// <summary>That one person on a photo wants to be shown; it can be taken back at any time.</summary>
public sealed class PhotoConsent
{
    PhotoConsent() { }

    internal PhotoConsent(Guid photoId, PhotoYes yes, DateTimeOffset now)
    {
        (Id, PhotoId, YesAt) = (Ids.New(now), photoId, now);
        (Who, WithParent, Evidence) = yes;
    }

    public Guid Id { get; private set; }
    public Guid PhotoId { get; private set; }

    /// <summary>First name and initial.</summary>
    public string Who { get; private set; } = "";

    /// <summary>Whether a parent said yes too, as they have to for those under the fund's age.</summary>
    public bool WithParent { get; private set; }

    /// <summary>On which paper, and who was the witness.</summary>
    public string Evidence { get; private set; } = "";

    public DateTimeOffset YesAt { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public bool Holds => WithdrawnAt is null;

    public void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;
}

/// <summary>A yes as it stands on paper.</summary>
public sealed record PhotoYes(string Who, bool WithParent, string Evidence);
