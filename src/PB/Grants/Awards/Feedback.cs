using PB.Data;

namespace PB.Grants.Awards;

/// <summary>What a group that was not funded hears: two strengths, one thing to improve, and a band for each criterion. No figure, and nobody's name.</summary>
public sealed class Feedback
{
    /// <summary>In how many working days after the decision it is sent.</summary>
    public const int WorkingDays = 10;

    readonly List<FeedbackBand> bands = [];

    Feedback() { }

    public Feedback(Guid applicationId, FeedbackWords words, Guid writtenBy, DateTimeOffset now)
    {
        (Id, ApplicationId) = (Ids.New(now), applicationId);
        Write(words, writtenBy, now);
    }

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }
    public string Strength { get; private set; } = "";
    public string OtherStrength { get; private set; } = "";
    public string Improve { get; private set; } = "";
    public Guid WrittenBy { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>The coordinator who read it before it went out; somebody else than who wrote it.</summary>
    public Guid? ModeratedBy { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public IReadOnlyList<FeedbackBand> Bands => bands;

    public void Write(FeedbackWords words, Guid person, DateTimeOffset now)
    {
        (Strength, OtherStrength, Improve, WrittenBy, WrittenAt) = (words.Strength, words.OtherStrength, words.Improve, person, now);
        bands.Clear();
        bands.AddRange(words.Bands.Select(band => new FeedbackBand(Id, band.Key, band.Value)));
    }

    public void Send(Guid coordinator, DateTimeOffset now) => (ModeratedBy, SentAt) = (coordinator, now);
}

/// <param name="Bands">By the criterion's number.</param>
public sealed record FeedbackWords(string Strength, string OtherStrength, string Improve, IReadOnlyDictionary<int, Band> Bands);

public sealed class FeedbackBand
{
    FeedbackBand() { }

    internal FeedbackBand(Guid feedbackId, int criterion, Band band) => (FeedbackId, Criterion, Band) = (feedbackId, criterion, band);

    public Guid FeedbackId { get; private set; }
    public int Criterion { get; private set; }
    public Band Band { get; private set; }
}
