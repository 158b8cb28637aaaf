using PB.Data;

namespace PB.Grants.Calls;

/// <summary>A rule that an application has to meet before the panel reads it.</summary>
public sealed class EligibilityRule
{
    EligibilityRule() { }

    internal EligibilityRule(Guid callId, int number, EligibilityRuleWords words, DateTimeOffset now)
    {
        (Id, CallId, Number) = (Ids.New(now), callId, number);
        (Text, Kind, Category, Percent, Blocking) = (words.Text, words.Kind, words.Category, words.Percent, words.Blocking);
    }

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }
    public int Number { get; private set; }

    /// <summary>As applicants read it.</summary>
    public string Text { get; private set; } = "";

    public EligibilityKind Kind { get; private set; }

    /// <summary>Which lines of the budget a share is of, or a paper is for; null for other kinds.</summary>
    public BudgetCategory? Category { get; private set; }

    public int? Percent { get; private set; }

    /// <summary>Whether an application that fails it cannot go on.</summary>
    public bool Blocking { get; private set; }
}

/// <summary>A rule as somebody proposes it.</summary>
public sealed record EligibilityRuleWords(string Text, EligibilityKind Kind, bool Blocking = true, BudgetCategory? Category = null, int? Percent = null);

/// <summary>Who or what answers to a rule.</summary>
public enum EligibilityKind
{
    /// <summary>A coordinator looks and answers.</summary>
    ByHand,

    /// <summary>The organisation owes no report that is more than 42 days late, and nothing else stops it.</summary>
    HostNotBlocked,

    /// <summary>The organisation gets no more in twelve months than the call allows.</summary>
    HostWithinCap,

    /// <summary>Lines of one category are at most a share of the budget.</summary>
    ShareOfBudget,

    /// <summary>Whoever has lines of one category on the budget adds a paper: how they keep everybody safe.</summary>
    PaperNeeded,
}

/// <summary>What a line of a budget is for.</summary>
public enum BudgetCategory
{
    Equipment,
    Activities,
    Venue,
    Transport,
    Residential,
    Food,
    People,
    Other,
}

/// <summary>A pot of the fund from which a call gives.</summary>
public sealed class CallPot
{
    CallPot() { }

    internal CallPot(Guid callId, Guid potId) => (CallId, PotId) = (callId, potId);

    public Guid CallId { get; private set; }
    public Guid PotId { get; private set; }
}
