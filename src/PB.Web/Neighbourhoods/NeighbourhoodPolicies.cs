using System.Security.Claims;
using PB.Data;
using PB.People;
using PB.Web.People;

namespace PB.Web.Neighbourhoods;

/// <summary>Who may change the map of the town: managers what they look after and what lies inside, administrators all of it.</summary>
static class NeighbourhoodPolicies
{
    public static bool IsAtTheDesk(ClaimsPrincipal user) =>
        user.HasSecondFactor() && (user.IsInRole(Role.NeighbourhoodManager) || user.IsInRole(Role.Administrator));

    public static async Task<bool> MayChangeNeighbourhoodAsync(this PbContext db, ClaimsPrincipal user, Guid id, CancellationToken cancel) =>
        IsAtTheDesk(user) && (await ManagedNeighbourhoods.OfAsync(db, user, cancel)).Contains(id);

    /// <summary>Whether somebody may put a neighbourhood there; null is the top, beside no other.</summary>
    public static bool MayPlaceIn(ClaimsPrincipal user, IReadOnlySet<Guid> managed, Guid? parent) =>
        IsAtTheDesk(user) && (parent is { } id ? managed.Contains(id) : user.IsInRole(Role.Administrator));

    public static bool MayAdd(ClaimsPrincipal user, IReadOnlySet<Guid> managed) =>
        IsAtTheDesk(user) && (managed.Count > 0 || user.IsInRole(Role.Administrator));
}
