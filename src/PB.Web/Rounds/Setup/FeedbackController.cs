using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PB.Rounds;

namespace PB.Web.Rounds.Setup;

[Route("rounds/{slug}/setup/feedback")]
public sealed class FeedbackController(StepTools tools) : StepController<FeedbackForm>(tools)
{
    protected override FeedbackForm Read(Round round) => new() { On = CivicDay.Written(round.FeedbackOn), Channels = round.FeedbackChannels };

    protected override Task<bool> WriteAsync(FeedbackForm form, Round round, DateTimeOffset now, CancellationToken cancel)
    {
        if (!CivicDay.TryRead(form.On, out var day))
            Complain(nameof(form.On), "Write a day that is in the calendar, like 27 3 2027");
        if (ModelState.IsValid)
            round.SetFeedback(day, form.Channels?.Trim() ?? "");
        return Task.FromResult(ModelState.IsValid);
    }
}

public sealed class FeedbackForm
{
    [StringLength(40, ErrorMessage = "Write a day that is in the calendar, like 27 3 2027")]
    public string? On { get; set; }

    [StringLength(500, ErrorMessage = "How people hear back can have up to 500 characters")]
    public string? Channels { get; set; }
}
