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

    public bool HasAllConsents => consents.Count(consent => consent.Holds) >= Faces && consents.All(consent => consent.WithdrawnAt is null);

    public PhotoConsent Ask(string who, bool needsParent, DateTimeOffset now)
    {
        var consent = new PhotoConsent(Id, who, needsParent, now);
        consents.Add(consent);
        return consent;
    }

    public void Release(Guid moderator, DateTimeOffset now) => (ModeratedBy, ReleasedAt) = (moderator, now);
}

/// <summary>Whether one person on a photo wants to be shown.</summary>
public sealed class PhotoConsent
{
    PhotoConsent() { }

    internal PhotoConsent(Guid photoId, string who, bool needsParent, DateTimeOffset now) =>
        (Id, PhotoId, Who, NeedsParent) = (Ids.New(now), photoId, who, needsParent);

    public Guid Id { get; private set; }
    public Guid PhotoId { get; private set; }

    /// <summary>First name and initial.</summary>
    public string Who { get; private set; } = "";

    /// <summary>Whether they are so young that a parent says yes too.</summary>
    public bool NeedsParent { get; private set; }

    /// <summary>On what paper, with whom as witness: the person's own yes, and a parent's where one is needed.</summary>
    public string Evidence { get; private set; } = "";

    public DateTimeOffset? YesAt { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public bool Holds => YesAt is not null && WithdrawnAt is null;

    public void SayYes(string evidence, DateTimeOffset now) => (Evidence, YesAt) = (evidence, now);

    public void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;
}
