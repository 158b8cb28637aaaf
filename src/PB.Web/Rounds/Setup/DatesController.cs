using Microsoft.AspNetCore.Mvc;
using PB.Rounds;
using PB.Web.Look;

namespace PB.Web.Rounds.Setup;

[Route("rounds/{slug}/setup/dates")]
public sealed class DatesController(StepTools tools) : StepController<DatesForm>(tools)
{
    static readonly string[] Clocks = ["Europe/London", "Europe/Dublin", "Europe/Lisbon", "Europe/Paris", "Europe/Berlin", "Europe/Warsaw", "Europe/Helsinki", "Europe/Athens"];

    protected override DatesForm Read(Round round) => DatesForm.Of(round.Calendar, round.TimeZone);

    protected override Task PrepareAsync(DatesForm form, Round round, CancellationToken cancel)
    {
        ViewData["Clocks"] = Clocks.Append(round.TimeZone).Distinct()
            .Select(clock => new Choice(clock, clock.Replace('_', ' '))).ToList();
        return Task.CompletedTask;
    }

    protected override Task<bool> WriteAsync(DatesForm form, Round round, DateTimeOffset now, CancellationToken cancel)
    {
        var zone = form.Clock is { Length: > 0 } clock ? clock : round.TimeZone;
        if (!Clocks.Contains(zone) && zone != round.TimeZone)
        {
            Complain(nameof(form.Clock), "Choose a clock from the list");
            return Task.FromResult(false);
        }

        if (form.Read(zone, ModelState, Words) is not { } calendar)
            return Task.FromResult(false);
        round.Describe(round.Title, round.Slug, round.Summary, zone, round.Currency);
        round.Schedule(calendar);
        return Task.FromResult(true);
    }
}
