namespace PB.Rounds;

/// <summary>What people are promised about their influence in one phase: the five honest answers.</summary>
public sealed class Promise
{
    Promise() { }

    internal Promise(Guid roundId, RoundPhase phase) => (RoundId, Phase) = (roundId, phase);

    public Guid RoundId { get; private set; }
    public RoundPhase Phase { get; private set; }
    public Influence Level { get; private set; }
    public string WhatIsOpen { get; private set; } = "";
    public string WhatIsFixed { get; private set; } = "";
    public string WhoDecides { get; private set; } = "";

    /// <summary>What the council does when it wants to depart from the vote.</summary>
    public string IfTheyDiffer { get; private set; } = "";

    /// <summary>Whether those who decide may depart from what people chose.</summary>
    public bool CouncilMayOverrule { get; private set; }

    public bool IsComplete =>
        Level is not Influence.NotSaid && WhatIsOpen.Length > 0 && WhatIsFixed.Length > 0 && WhoDecides.Length > 0 && IfTheyDiffer.Length > 0;

    /// <summary>Nobody is empowered by a vote that can be overruled; the honest word for that is Collaborate.</summary>
    public bool IsHonest => !(Level is Influence.Empower && CouncilMayOverrule);

    internal void Say(PromiseWords words)
    {
        Level = words.Level;
        WhatIsOpen = words.WhatIsOpen;
        WhatIsFixed = words.WhatIsFixed;
        WhoDecides = words.WhoDecides;
        IfTheyDiffer = words.IfTheyDiffer;
        CouncilMayOverrule = words.CouncilMayOverrule;
    }
}

/// <summary>The words of a <see cref="Promise"/>, as a manager writes them.</summary>
public sealed record PromiseWords(
    Influence Level, string WhatIsOpen, string WhatIsFixed, string WhoDecides, string IfTheyDiffer, bool CouncilMayOverrule);

/// <summary>The ladder of influence.</summary>
public enum Influence
{
    NotSaid,
    Inform,
    Research,
    Consult,
    Involve,
    Collaborate,
    Empower,
}
