using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Care;
using PB.Tests.Proposals;
using PB.Tests.Town;

namespace PB.Tests.Grants.Applications;

public sealed class PaperTests : CouncilTest
{
    [Fact]
    public async Task Who_stays_away_overnight_adds_its_plan_for_keeping_everybody_safe_and_the_panel_does_not_see_it()
    {
        var own = await DraftAsync();
        var (lea, papers) = (await AsAsync("Lea"), $"/applications/{own.Id}/papers");
        Assert.Equal(["“Staying away overnight”: add a photo of your plan for keeping everybody safe"], await SendAsync(lea, own));
        Assert.Equal(["Choose a photo"], (await AddAsync(lea, papers, "Residential", null)).Errors);
        Assert.Equal(["This file cannot be read as a photo. Choose a JPEG, PNG or WebP file of up to 8 MB."], (await AddAsync(lea, papers, "Residential", "no photo"u8.ToArray())).Errors);
        Assert.Equal(HttpStatusCode.NotFound, (await AddAsync(lea, papers, "Food", PhotoFiles.Jpeg)).Status);

        Assert.Empty((await AddAsync(lea, papers, "Residential", PhotoFiles.Jpeg)).Errors);
        Assert.Empty(await SendAsync(lea, own));
        var sent = await WithDbAsync(db => db.Applications.Select(one => one.Version).SingleAsync());
        // Another paper is another application: the adult signs that.
        Assert.Empty((await AddAsync(lea, papers, "Residential", PhotoFiles.Jpeg)).Errors);
        Assert.Equal((sent + 1, null), await WithDbAsync(db => db.Applications.Select(one => new ValueTuple<int, DateTimeOffset?>(one.Version, one.SubmittedAt)).SingleAsync()));
        Assert.Equal(1, await WithDbAsync(db => db.Set<ApplicationPaper>().CountAsync()));

        await SendAsync(lea, own);
        await ChangeAsync(async db => (await db.Applications.SingleAsync()).Cosign(People["Sue"].Id, Clock.GetUtcNow()));
        await ChangeAsync(async db => (await db.Applications.SingleAsync()).FindEligible(Clock.GetUtcNow()));
        await OpenMarkingAsync(await WithDbAsync(db => db.Calls.SingleAsync()));
        await DeclareAsync("Ade", own, ConflictLevel.None);
        foreach (var (name, status) in new[] { ("Lea", HttpStatusCode.OK), ("Sue", HttpStatusCode.OK), ("Yara", HttpStatusCode.OK), ("Ade", HttpStatusCode.NotFound), ("Max", HttpStatusCode.NotFound) })
            Assert.Equal(status, (await (await AsAsync(name)).Client.GetAsync(new Uri($"{papers}/Residential", UriKind.Relative))).StatusCode);
        Assert.Contains("Plan for keeping everybody safe: Staying away overnight", (await (await AsAsync("Yara")).OpenAsync($"{CallPath}/checks/{(await WithDbAsync(db => db.Applications.SingleAsync())).Ref}")).Text, StringComparison.Ordinal);

        await ChangeAsync(async db => (await db.Calls.SingleAsync()).Publish(Clock.GetUtcNow()));
        await MoveToAsync(Clock.GetUtcNow().AddYears(1).AddDays(1));
        await RunAsync<ForgetGrantPapers>();
        Assert.Equal(0, await WithDbAsync(db => db.Set<ApplicationPaper>().CountAsync()));
    }

    static async Task<IReadOnlyList<string>> SendAsync(Browser lea, Application own) =>
        [.. (await lea.PressAsync(await lea.OpenAsync($"/applications/{own.Id}/sending"), "Send it to our adult", ("AdultEmail", "sue-hart@example.org"))).Errors];

    static async Task<Page> AddAsync(Browser lea, string papers, string category, byte[]? file)
    {
        var token = (await lea.OpenAsync("/me")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        if (file is not null)
            form.Add(new ByteArrayContent(file), "photo", "plan.jpg");
        return await Browser.ReadAsync(await lea.Client.PostAsync(new Uri($"{papers}/{category}", UriKind.Relative), form));
    }

    async Task<Application> DraftAsync()
    {
        var call = await CallAsync();
        await ChangeAsync(async db => (await db.WholeCalls().SingleAsync()).Require([new EligibilityRuleWords("Add your plan", EligibilityKind.PaperNeeded, true, BudgetCategory.Residential)], Clock.GetUtcNow()));
        await MoveToAsync(CallOpens.AddDays(1));
        var own = new Application(call.Id, People["Lea"].Id, Clock.GetUtcNow());
        own.Write(new ApplicationText("Camp", "A camp.", new ApplicationAnswers { Need = "We need it.", YoungLed = "We run it.", Plan = "First this." }, new ApplyingGroup { GroupName = "The camp", GroupKind = GroupKind.YouthGroup, TeamSize = 4 }));
        own.AskFor(new AmountsAsked { Requested = new Tally.Money(500_00), Viable = new Tally.Money(400_00) }, [new BudgetWords(BudgetCategory.Residential, "Two nights", 1, new Tally.Money(500_00))], Clock.GetUtcNow());
        await ChangeAsync(db => db.AddAsync(own).AsTask());
        return own;
    }
}
