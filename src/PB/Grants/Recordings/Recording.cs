namespace PB.Grants.Recordings;

/// <summary>A film or a voice in which a group says what it wants to do. It lies in a table of its own; what is said in it stands in the application as words.</summary>
public sealed class Recording
{
    Recording() { }

    public Recording(Guid applicationId, CutFile file, bool forPanel, Guid addedBy, DateTimeOffset now)
    {
        ApplicationId = applicationId;
        Become(file, forPanel, addedBy, now);
    }

    public Guid ApplicationId { get; private set; }
    public RecordingKind Kind { get; private set; }

    /// <summary>Made anew from what was uploaded: sound and picture, and nothing that says where, when or on which phone.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>Whether the group wants the panel to see and hear it; else only those who check it do.</summary>
    public bool ForPanel { get; private set; }

    public Guid AddedBy { get; private set; }
    public DateTimeOffset AddedAt { get; private set; }

    public string MediaType => Kind is RecordingKind.Film ? "video/mp4" : "audio/mp4";

    public void Become(CutFile file, bool forPanel, Guid addedBy, DateTimeOffset now) =>
        (Kind, Content, ForPanel, AddedBy, AddedAt) = (file.Kind, file.Content, forPanel, addedBy, now);
}

public enum RecordingKind
{
    Film,
    Voice,
}
