using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using PB.Rounds;
using PB.Web.Look;

namespace PB.Web.Rounds.Setup;

[Route("rounds/{slug}/setup/neighbourhoods")]
public sealed class NeighbourhoodsController(StepTools tools) : StepController<NeighbourhoodsForm>(tools)
{
    IReadOnlyList<OwnPlace> own = [];

    protected override NeighbourhoodsForm Read(Round round) => new();

    protected override async Task PrepareAsync(NeighbourhoodsForm form, Round round, CancellationToken cancel)
    {
        own = own.Count > 0 ? own : await OwnPlace.ReadAsync(Db, User, cancel);
        var taking = round.Neighbourhoods.Select(part => part.NeighbourhoodId).ToHashSet();
        form.Places = [.. own.Select(place => new Choice(place.Slug, place.Name) { Selected = taking.Contains(place.Id) })];
    }

    protected override async Task<bool> WriteAsync(NeighbourhoodsForm form, Round round, DateTimeOffset now, CancellationToken cancel)
    {
        own = await OwnPlace.ReadAsync(Db, User, cancel);
        var chosen = own.Where(place => form.Chosen.Contains(place.Slug)).Select(place => place.Id).ToList();
        round.TakePlaceIn(chosen);
        return true;
    }
}

public sealed class NeighbourhoodsForm
{
    public List<string> Chosen { get; set; } = [];

    [BindNever, ValidateNever]
    public IReadOnlyList<Choice> Places { get; set; } = [];
}
