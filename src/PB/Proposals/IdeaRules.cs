namespace PB.Proposals;

/// <summary>What a round promises to ideas that many people endorse. A round without a row promises nothing.</summary>
public sealed class IdeaRules
{
    IdeaRules() { }

    public IdeaRules(Guid roundId) => RoundId = roundId;

    public Guid RoundId { get; private set; }

    /// <summary>How many endorsements oblige the council to answer in writing; 0 for no such duty.</summary>
    public int EndorsementsForAnswer { get; private set; }

    public int AnswerWithinDays { get; private set; } = 28;

    public void Promise(int endorsements, int days) => (EndorsementsForAnswer, AnswerWithinDays) = (endorsements, days);
}
