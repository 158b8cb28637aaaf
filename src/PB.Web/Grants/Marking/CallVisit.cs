using PB.Grants;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Grants.Marking;
using PB.Grants.Panels;

namespace PB.Web.Grants.Marking;

/// <summary>Somebody at a call, and as what.</summary>
/// <param name="Seat">Their seat on the call's panel; null for adults.</param>
public sealed record CallVisit(Fund Fund, Call Call, Seat? Seat, IReadOnlySet<GrantRole> Roles)
{
    public required Guid PersonId { get; init; }
    public required DateTimeOffset Now { get; init; }

    public Reader Reader => new(PersonId, Seat is { Decides: true });

    public bool IsClosed => Call.MarkingIsOverAt(Now);
}
