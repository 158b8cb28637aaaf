using Microsoft.Playwright;
using PB.Grants.Applications;
using PB.Tests.Grants;
using PB.Tests.Town;

namespace PB.Browser.Tests.Journeys;

/// <summary>Marks on a phone.</summary>
public sealed class MarkingJourney : CouncilTest
{
    const string Marking = CallPath + "/marking";

    Application pitch = null!;
    string address = "";

    protected override bool IsAtAPort => true;

    protected override async Task SettleAsync()
    {
        address = Hall.Open().ToString();
        await base.SettleAsync();
        var call = await CallAsync();
        pitch = await ApplicationAsync(call, "Pitch", 1000);
        await OpenMarkingAsync(call);
        await DeclareAllAsync(pitch);
    }

    [Fact]
    public async Task A_member_marks_one_question_after_the_other_and_hands_the_card_in()
    {
        var dee = await VisitAsync("Dee");
        await dee.GotoAsync(Marking);
        await JourneyTest.LookAtAsync(dee, "marking-home");
        await dee.GetByRole(AriaRole.Link, new() { Name = "Pitch" }).ClickAsync();
        await dee.GetByRole(AriaRole.Button, new() { Name = "Start marking" }).ClickAsync();
        await JourneyTest.LookAtAsync(dee, "marking-question");
        foreach (var (value, button) in new[] { ("4 – Very well", "Keep and go on"), ("5 – It could not be better", "Keep and go on"), ("I can’t tell", "Keep and go on"), ("2 – Some of it", "Keep and look at my card") })
        {
            await dee.GetByLabel(value).CheckAsync();
            await dee.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        }

        await JourneyTest.LookAtAsync(dee, "marking-card");
        await dee.GetByRole(AriaRole.Button, new() { Name = "Hand in my card" }).ClickAsync();
        await Assertions.Expect(dee.GetByText("You have done 1 of 1.")).ToBeVisibleAsync();
        var yara = await VisitAsync("Yara");
        await yara.GotoAsync(CallPath + "/marking-progress");
        await JourneyTest.LookAtAsync(yara, "marking-progress");
        await MoveToAsync(MarkingCloses);
        await yara.GotoAsync(CallPath + "/marks");
        await Assertions.Expect(yara.GetByText("77.5").First).ToBeVisibleAsync();
        await JourneyTest.LookAtAsync(yara, "marks");
    }

    async Task<IPage> VisitAsync(string name)
    {
        var page = await (await Window.OpenAsync(address, withScript: true)).NewPageAsync();
        await page.GotoAsync($"{DoorKeeper.Path}?email={People[name].Email}");
        return page;
    }
}
