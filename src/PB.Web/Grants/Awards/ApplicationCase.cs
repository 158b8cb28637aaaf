using PB.Grants;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Funds;

namespace PB.Web.Grants.Awards;

/// <summary>An application after the decision, and what the reader may do.</summary>
public sealed record ApplicationCase(Fund Fund, Call Call, Application Application)
{
    public required IReadOnlySet<(GrantThing Thing, GrantVerb Verb)> Rights { get; init; }

    public bool May(GrantThing thing, GrantVerb verb) => Rights.Contains((thing, verb));
}

/// <summary>A fund, and what the reader may do.</summary>
public sealed record FundCase(Fund Fund, IReadOnlySet<(GrantThing Thing, GrantVerb Verb)> Rights)
{
    public bool May(GrantThing thing, GrantVerb verb) => Rights.Contains((thing, verb));
}
