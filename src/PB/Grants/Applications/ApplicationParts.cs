using PB.Data;
using PB.Grants.Calls;
using PB.Tally;

namespace PB.Grants.Applications;

/// <summary>What the group says about its plan.</summary>
public sealed record ApplicationAnswers
{
    public string Need { get; init; } = "";
    public string YoungLed { get; init; } = "";
    public string Plan { get; init; } = "";
    public string KeepingSafe { get; init; } = "";

    /// <summary>What is said and shown in the group's film or voice, in words; empty where there is none.</summary>
    public string Transcript { get; init; } = "";

    /// <summary>SHA-256 of the film or voice that belongs to these words, in hexadecimal; empty where there is none.</summary>
    public string RecordingHash { get; init; } = "";

    public DateOnly? StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }
}

/// <summary>Who applies, without naming anybody.</summary>
public sealed record ApplyingGroup
{
    public string GroupName { get; init; } = "";
    public GroupKind GroupKind { get; init; }

    /// <summary>How many young people lead it; two at the least, or there is a reason.</summary>
    public int TeamSize { get; init; } = 2;

    /// <summary>Why there is only one, where that is so.</summary>
    public string WhyAlone { get; init; } = "";

    public bool FirstTime { get; init; } = true;
    public string[] Areas { get; init; } = [];
    public string[] AgeBands { get; init; } = [];
    public string[] Themes { get; init; } = [];
}

/// <summary>What is asked for.</summary>
public sealed record AmountsAsked
{
    public Money Requested { get; init; }

    /// <summary>With how little it could still be done.</summary>
    public Money Viable { get; init; }

    /// <summary>What comes from elsewhere.</summary>
    public Money OtherFunding { get; init; }
}

public enum GroupKind
{
    Friends,
    YouthGroup,
    SchoolGroup,
    Club,
    Other,
}

/// <summary>One line of a budget.</summary>
public sealed class BudgetLine
{
    BudgetLine() { }

    internal BudgetLine(Guid applicationId, int number, BudgetWords words, DateTimeOffset now)
    {
        (Id, ApplicationId, Number) = (Ids.New(now), applicationId, number);
        (Category, Description, Quantity, UnitPrice, Capital) = (words.Category, words.Description, words.Quantity, words.UnitPrice, words.Capital);
    }

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }
    public int Number { get; private set; }
    public BudgetCategory Category { get; private set; }
    public string Description { get; private set; } = "";
    public int Quantity { get; private set; }
    public Money UnitPrice { get; private set; }

    /// <summary>Whether the fund may pay for it; a coordinator can say no.</summary>
    public bool Eligible { get; private set; } = true;

    /// <summary>Whether it is a thing that lasts, which a capital pot may pay for.</summary>
    public bool Capital { get; private set; }

    public Money Total => new(Quantity * UnitPrice.MinorUnits);
}

/// <summary>A line of a budget as somebody writes it.</summary>
public sealed record BudgetWords(BudgetCategory Category, string Description, int Quantity, Money UnitPrice, bool Capital = false);

/// <summary>An adult's name under one version of an application.</summary>
public sealed class Signature
{
    Signature() { }

    internal Signature(Guid applicationId, Guid personId, int version, byte[] hash, DateTimeOffset now) =>
        (ApplicationId, PersonId, Version, Hash, At) = (applicationId, personId, version, hash, now);

    public Guid ApplicationId { get; private set; }
    public Guid PersonId { get; private set; }
    public int Version { get; private set; }
    public byte[] Hash { get; private set; } = [];
    public DateTimeOffset At { get; private set; }
}
