using PB.Grants;

namespace PB.Tests.Grants.Rights;

/// <summary>An address that all twelve ask, and what the table says that each hears.</summary>
sealed record Probe(Func<GrantRole, string> Path, params Door[] Doors)
{
    public Probe(string path, params Door[] doors)
        : this(_ => path, doors) { }

    /// <summary>What is sent; null where the address is only opened.</summary>
    public (string Name, string? Value)[]? Sent { get; init; }

    /// <summary>Who may see it and not do it. Where nothing is said: those who may see what the doors are about.</summary>
    public Door[]? Shown { get; init; }

    /// <summary>As whom nobody comes to this one: Lea is no applicant of what Max wrote.</summary>
    public GrantRole[] Nobody { get; init; } = [];

    /// <summary>Whom the page refuses although the table would let them in, and why.</summary>
    public (GrantRole Role, string Why)[] Stricter { get; init; } = [];

    /// <summary>Words that are on the page for those who may read this, and for nobody else.</summary>
    public string? Says { get; init; }

    public Answer Expected(GrantRole role)
    {
        var roles = RolesOf(role).Except(Nobody).ToHashSet();
        if (Doors.Any(door => door.OpensTo(roles)) && Stricter.All(one => one.Role != role)) return Answer.Allowed;
        return (Shown ?? Doors).Any(door => door.IsSeenBy(roles)) ? Answer.Forbidden : Answer.NotThere;
    }

    // The chair is a member too, and everybody is the public.
    static GrantRole[] RolesOf(GrantRole role) => role is GrantRole.Chair ? [GrantRole.Chair, GrantRole.Member, GrantRole.Public] : [role, GrantRole.Public];
}

enum Answer
{
    Allowed,

    /// <summary>403: theirs to see, not to do.</summary>
    Forbidden,

    /// <summary>404: not theirs to see.</summary>
    NotThere,

    /// <summary>Asked to sign in first: as good as the two before, for whoever is signed out.</summary>
    SignIn,
}
