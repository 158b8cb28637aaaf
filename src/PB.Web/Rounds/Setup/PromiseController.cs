using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PB.Rounds;

namespace PB.Web.Rounds.Setup;

[Route("rounds/{slug}/setup/promise/{phase:regex(^(ideas|discussion|voting)$)}")]
public sealed class PromiseController(StepTools tools) : StepController<PromiseForm>(tools)
{
    internal static string Path(string slug, RoundPhase phase) =>
        $"{SetupWords.Path(SetupStep.Promise, slug)}/{phase.ToString().ToLowerInvariant()}";

    RoundPhase Phase => Enum.Parse<RoundPhase>((string)RouteData.Values["phase"]!, ignoreCase: true);

    protected override PromiseForm Read(Round round) =>
        round.Promises.SingleOrDefault(promise => promise.Phase == Phase) is not { } promise ? new PromiseForm() : new PromiseForm
        {
            Level = promise.Level,
            WhatIsOpen = promise.WhatIsOpen,
            WhatIsFixed = promise.WhatIsFixed,
            WhoDecides = promise.WhoDecides,
            IfTheyDiffer = promise.IfTheyDiffer,
            CouncilMayOverrule = promise.CouncilMayOverrule,
        };

    protected override Task PrepareAsync(PromiseForm form, Round round, CancellationToken cancel)
    {
        ViewData["Phase"] = Words[PhaseWords.Name(Phase)].Value;
        return Task.CompletedTask;
    }

    protected override Task<bool> WriteAsync(PromiseForm form, Round round, DateTimeOffset now, CancellationToken cancel)
    {
        if (form is { Level: Influence.Empower, CouncilMayOverrule: true })
            Complain(nameof(form.Level), "If the council may overrule the vote, people are not empowered. The honest word is Collaborate.");
        if (ModelState.IsValid)
            round.SayPromise(Phase, form.Words());
        return Task.FromResult(ModelState.IsValid);
    }
}

public sealed class PromiseForm
{
    const int Most = 600;
    const string TooLong = "Each answer can have up to 600 characters";

    [EnumDataType(typeof(Influence), ErrorMessage = "Choose how much say people have")]
    public Influence Level { get; set; }

    public bool CouncilMayOverrule { get; set; }

    [StringLength(Most, ErrorMessage = TooLong)]
    public string? WhatIsOpen { get; set; }

    [StringLength(Most, ErrorMessage = TooLong)]
    public string? WhatIsFixed { get; set; }

    [StringLength(Most, ErrorMessage = TooLong)]
    public string? WhoDecides { get; set; }

    [StringLength(Most, ErrorMessage = TooLong)]
    public string? IfTheyDiffer { get; set; }

    internal PromiseWords Words() => new(
        Level, WhatIsOpen?.Trim() ?? "", WhatIsFixed?.Trim() ?? "", WhoDecides?.Trim() ?? "", IfTheyDiffer?.Trim() ?? "", CouncilMayOverrule);
}
