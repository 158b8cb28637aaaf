using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;

namespace PB.Tests.Grants.Rights;

// What became of the applications.
public sealed partial class EveryCellTests
{
    Application decided = null!, drafted = null!, offered = null!, offeredToMax = null!, running = null!, runningOfMax = null!;

    /// <summary>Everybody was told. Of the awards, Lea and Sue have one of each kind, and Max and Tom some.</summary>
    async Task PublishAsync()
    {
        await MoveToAsync(Publishes);
        await ChangeAsync(async db => (await db.Calls.SingleAsync(one => one.Id == Call.Id)).Publish(Clock.GetUtcNow()));
        decided = await ApplicationAsync(Call, "Decided", 500);
        await DecideAsync(decided, "500");
        await DeclareAllAsync(decided);
        drafted = await ApplicationAsync(Call, "Drafted", 500);
        await DraftAsync(drafted, "500");
        offered = await SignedAsync(await ApplicationAsync(Call, "Offered", 500), "100");
        offeredToMax = await SignedAsync(await OfMaxAsync("Offered to Max", 500), "100");
        running = await AcceptedAsync(await ApplicationAsync(Call, "Running", 500), "Lea", "Sue");
        runningOfMax = await AcceptedAsync(await OfMaxAsync("Running of Max", 500), "Max", "Tom");
        await AccountAsync(running, "12345678");
        var award = (await AwardOfAsync(runningOfMax)).Id;
        // Tom has left, and Sue is asked to sign for Max's group.
        await ChangeAsync(db => db.AddAsync(new PB.Grants.Awards.Handover(award, new PB.Grants.Awards.HandoverWords(IsNewHost: false, People["Sue"].Email!, "Tom has left."), People["Yara"].Id, Clock.GetUtcNow())).AsTask());
    }

    async Task<Application> SignedAsync(Application project, string sum)
    {
        await DraftAsync(project, sum, condition: "Show us the plan.");
        await PressAsync("Alan", project, "Sign the offer");
        return project;
    }

    async Task<Application> AcceptedAsync(Application project, params string[] both)
    {
        await SignedAsync(project, "500");
        foreach (var name in both)
            await PressAsync(name, project, "Yes, we accept");
        return project;
    }
}
