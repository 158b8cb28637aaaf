using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Tests.Town;

namespace PB.Tests.Grants.Applications;

/// <summary>Each reason for which something about an application is not taken, met on a page.</summary>
public sealed class RefusalTests : CouncilTest
{
    Call call = null!;
    Application camp = null!;

    string Check => $"{CallPath}/checks/{camp.Ref}";

    [Fact]
    public async Task What_stands_against_coming_into_a_team_is_said()
    {
        await WriteAsync();
        var (lea, own) = (await AsAsync("Lea"), $"/applications/{camp.Id}");
        await lea.PressAsync(await lea.OpenAsync(own), "Invite them", ("email", "max-orr@example.org"));
        Assert.Contains("They are invited already", (await lea.PressAsync(await lea.OpenAsync(own), "Invite them", ("email", "max-orr@example.org"))).Text, StringComparison.Ordinal);
        var link = await LinkAsync("/team-invitations/");
        Assert.Equal(["You are in this team already"], (await lea.PressAsync(await lea.OpenAsync(link), "Yes, I am in")).Errors);
        var sue = await AsAsync("Sue");
        Assert.Equal(["You sign this application or work with the fund, so you cannot write it"], (await sue.PressAsync(await sue.OpenAsync(link), "Yes, I am in")).Errors);
        foreach (var number in Enumerable.Range(2, TeamDesk.Most - 1))
            await TamperAsync(lea, $"{own}/team", ("email", $"friend{number}@example.org"));
        Assert.Contains("The team is full: twelve is the most", (await TamperAsync(lea, $"{own}/team", ("email", "one-more@example.org"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_against_a_check_is_said()
    {
        var rule = await EnterAsync();
        var (yara, yusuf) = (await AsAsync("Yara"), await AsAsync("Yusuf"));
        Assert.Equal(["A rule is not met yet"], (await SayAsync(yara, "Fits")).Errors);
        await SayAsync(yara, "SetAside", ("RuleId", rule), ("Note", "They are all from here."));
        Assert.Equal(["This was asked already"], (await SayAsync(yusuf, "SetAside", ("RuleId", rule), ("Note", "Again."))).Errors);
        // Ade is the chair; where she also helps as a coordinator, somebody else agrees.
        var waiver = await WithDbAsync(db => db.Waivers.Select(one => one.Id).SingleAsync());
        await ChangeAsync(db => db.Waivers.ExecuteUpdateAsync(set => set.SetProperty(one => one.ProposedBy, People["Ade"].Id)));
        Assert.Contains("Two different people have to agree", (await TamperAsync(await AsAsync("Ade"), $"{CallPath}/waivers/{waiver}")).Text, StringComparison.Ordinal);
        await DeclareAsync("Ade", camp, ConflictLevel.Conflict);
        Assert.DoesNotContain("Camp", (await (await AsAsync("Ade")).OpenAsync($"{CallPath}/waivers")).Text, StringComparison.Ordinal);

        await SayAsync(yara, "Answer", ("RuleId", rule), ("Result", "Pass"));
        await SayAsync(yara, "Ask", ("Note", "Who cooks?"));
        Assert.Equal(["This was asked already"], (await SayAsync(yara, "Ask", ("Note", "Who cooks?"))).Errors);
        Assert.Equal(["The group still has time to put something right"], (await SayAsync(yara, "Fits")).Errors);
        await ChangeAsync(async db =>
        {
            (await db.EligibilityQueries.SingleAsync()).Mend(Clock.GetUtcNow());
            (await db.Applications.SingleAsync()).WriteDown("Now with a film.");
        });
        Assert.Equal(["The adult has not signed the newest version"], (await SayAsync(yara, "Fits")).Errors);
        await ChangeAsync(async db => (await db.Calls.SingleAsync()).OpenMarking(Clock.GetUtcNow()));
        Assert.Equal(["This application cannot be checked now"], (await SayAsync(yara, "Fits")).Errors);
    }

    [Fact]
    public async Task What_stands_against_a_question_is_said()
    {
        await EnterAsync();
        await ChangeAsync(async db => (await db.Applications.SingleAsync()).FindEligible(Clock.GetUtcNow()));
        await OpenMarkingAsync(call);
        await DeclareAsync("Bo", camp, ConflictLevel.None);
        var (bo, yara, asking) = (await AsAsync("Bo"), await AsAsync("Yara"), $"{CallPath}/reading/{camp.Ref}/questions");
        for (var number = 0; number < QuestionDesk.MostEach; number++)
            Assert.Empty((await TamperAsync(bo, asking, ("question", $"Why {number}?"))).Errors);
        Assert.Equal(["You have asked enough about this one"], (await TamperAsync(bo, asking, ("question", "And why?"))).Errors);
        var question = await WithDbAsync(db => db.Set<PanelQuestion>().Select(one => one.Id).FirstAsync());
        await TamperAsync(yara, $"{CallPath}/questions/{question}", ("step", "PassOn"));
        Assert.Contains("Somebody has dealt with this since", (await TamperAsync(yara, $"{CallPath}/questions/{question}", ("step", "PassOn"))).Text, StringComparison.Ordinal);
        Assert.Contains("Press one of the buttons: nothing was chosen.", (await TamperAsync(yara, $"{CallPath}/questions/{question}")).Text, StringComparison.Ordinal);
        await ChangeAsync(async db => (await db.Calls.SingleAsync()).Publish(Clock.GetUtcNow()));
        Assert.Equal(["Questions are asked while you give marks and decide"], (await TamperAsync(bo, asking, ("question", "Too late?"))).Errors);
    }

    [Fact]
    public async Task What_stands_against_lowering_a_conflict_is_said()
    {
        await EnterAsync();
        await ChangeAsync(async db => (await db.Applications.SingleAsync()).FindEligible(Clock.GetUtcNow()));
        await OpenMarkingAsync(call);
        await DeclareAsync("Cas", camp, ConflictLevel.Conflict);
        (string, string?)[] words = [("Application", $"{camp.Id}"), ("Person", $"{People["Cas"].Id}"), ("Because", "It was another Cas."), ("Knows", "false")];
        var (yara, interests) = (await AsAsync("Yara"), $"{CallPath}/interests");
        Assert.Empty((await TamperAsync(yara, interests, words)).Errors);
        Assert.Equal(["This was dealt with before"], (await TamperAsync(yara, interests, words)).Errors);
        var lowering = await WithDbAsync(db => db.ConflictLowerings.Select(one => one.Id).SingleAsync());
        await ChangeAsync(db => db.ConflictLowerings.ExecuteUpdateAsync(set => set.SetProperty(one => one.ProposedBy, People["Ade"].Id)));
        Assert.Equal(["Two others have to want it: neither the one whose conflict it is, nor one person twice"], (await TamperAsync(await AsAsync("Ade"), $"{interests}/{lowering}")).Errors);
    }

    async Task<Page> SayAsync(Browser browser, string step, params (string Name, string? Value)[] more) => await TamperAsync(browser, Check, [("Step", step), .. more]);

    /// <summary>A draft of Lea's, which Sue is asked to sign.</summary>
    async Task WriteAsync()
    {
        call = await CallAsync();
        await MoveToAsync(CallOpens.AddDays(1));
        camp = new Application(call.Id, People["Lea"].Id, Clock.GetUtcNow());
        camp.AskAdult(People["Sue"].Email!);
        await ChangeAsync(db => db.AddAsync(camp).AsTask());
    }

    /// <summary>One that is in, and has one rule to be checked by hand.</summary>
    async Task<string> EnterAsync()
    {
        call = await CallAsync();
        await MoveToAsync(CallOpens.AddDays(9));
        camp = await ApplicationAsync(call, "Camp", 1000, isChecked: false);
        return $"{await WithDbAsync(db => db.Set<EligibilityRule>().Select(one => one.Id).SingleAsync())}";
    }

    async Task<string> LinkAsync(string to) => (await WithDbAsync(db => db.Messages.OrderByDescending(mail => mail.Id).Select(mail => mail.Body).ToListAsync())).SelectMany(body => body.Split('\n', ' '))
        .Select(word => Uri.TryCreate(word, UriKind.Absolute, out var link) ? link.AbsolutePath : "").First(part => part.StartsWith(to, StringComparison.Ordinal));
}
