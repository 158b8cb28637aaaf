namespace PB.Proposals;

/// <summary>What a round promises to ideas that many people endorse, and how people talk about ideas. A round without a row promises nothing, and people talk.</summary>
public sealed class IdeaRules
{
    IdeaRules() { }

    public IdeaRules(Guid roundId) => RoundId = roundId;

    public Guid RoundId { get; private set; }

    /// <summary>How many endorsements oblige the council to answer in writing; 0 for no such duty.</summary>
    public int EndorsementsForAnswer { get; private set; }

    public int AnswerWithinDays { get; private set; } = 28;

    /// <summary>When officers look at what people say.</summary>
    public Moderation Moderation { get; private set; }

    /// <summary>How long somebody waits between two comments on one idea.</summary>
    public int SlowModeMinutes { get; private set; }

    /// <summary>The same rules, for another round.</summary>
    public IdeaRules For(Guid roundId) => new(roundId)
    {
        EndorsementsForAnswer = EndorsementsForAnswer,
        AnswerWithinDays = AnswerWithinDays,
        Moderation = Moderation,
        SlowModeMinutes = SlowModeMinutes,
    };

    public void LetPeopleTalk(Moderation moderation, int slowModeMinutes) => (Moderation, SlowModeMinutes) = (moderation, slowModeMinutes);

    public void Promise(int endorsements, int days) => (EndorsementsForAnswer, AnswerWithinDays) = (endorsements, days);
}
