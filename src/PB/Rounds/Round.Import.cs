namespace PB.Rounds;

// Rounds that another system has run.
public sealed partial class Round
{
    /// <summary>Announces a round whose ballots come from elsewhere: what its organiser did not write down cannot be asked for now.</summary>
    public void AnnounceImported(DateTimeOffset now)
    {
        RequireDraft();
        AnnouncedAt = now;
    }
}
