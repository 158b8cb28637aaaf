using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Neighbourhoods;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Neighbourhoods;

/// <summary>Where somebody may put a neighbourhood: in what they look after, where it is now, but never in itself.</summary>
sealed class PlacesFor
{
    readonly Dictionary<string, (Guid Id, string Name)> places = [];
    readonly Dictionary<Guid, string> slugs = [];
    bool top;

    public bool MayAdd { get; private init; }

    public bool MayChange { get; private init; }

    public static async Task<PlacesFor> ReadAsync(PbContext db, ClaimsPrincipal user, Neighbourhood? moved, CancellationToken cancel)
    {
        var managed = await ManagedNeighbourhoods.OfAsync(db, user, cancel);
        var inside = moved is null ? [] : await db.WithinAsync(moved.Id, cancel);
        var places = new PlacesFor
        {
            MayAdd = NeighbourhoodPolicies.MayAdd(user, managed),
            MayChange = moved is not null && managed.Contains(moved.Id),
            top = NeighbourhoodPolicies.MayPlaceIn(user, managed, null) || moved is { ParentId: null },
        };
        foreach (var place in await db.Neighbourhoods.OrderBy(n => n.Name).Select(n => new { n.Id, n.Slug, n.Name }).ToListAsync(cancel))
        {
            places.slugs[place.Id] = place.Slug;
            if (!inside.Contains(place.Id) && (managed.Contains(place.Id) || moved?.ParentId == place.Id))
                places.places[place.Slug] = (place.Id, place.Name);
        }

        return places;
    }

    public string? SlugOf(Guid? id) => id is { } known ? slugs[known] : null;

    public bool TryFind(string? slug, out Guid? parent)
    {
        parent = null;
        if (string.IsNullOrEmpty(slug))
            return top;
        if (!places.TryGetValue(slug, out var place))
            return false;
        parent = place.Id;
        return true;
    }

    public NeighbourhoodForm Fill(NeighbourhoodForm form, IStringLocalizer<Words> words)
    {
        var choices = places.Select(place => new Choice(place.Key, place.Value.Name));
        form.Places = top ? [new Choice("", words["No other: it stands on its own"]), .. choices] : [.. choices];
        return form;
    }
}
