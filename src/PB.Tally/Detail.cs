namespace PB.Tally;

/// <summary>How much a count tells beside what is funded. It never changes what is funded.</summary>
public enum Detail
{
    /// <summary>What is funded, in the order of decision, and the ties; nothing else. The fastest.</summary>
    Decisions,

    /// <summary>For each decision also why: <see cref="Step.Why"/>.</summary>
    Trace,

    /// <summary>For each project without its whole cost also what it would have taken: <see cref="Step.VotesShort"/> and <see cref="Step.CheaperBy"/>.</summary>
    WhatIf,
}
