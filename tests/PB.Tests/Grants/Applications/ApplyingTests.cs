using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Funds;
using PB.Tests.Town;

namespace PB.Tests.Grants.Applications;

public sealed class ApplyingTests : CouncilTest
{
    Browser lea = null!;
    string path = "";

    [Fact]
    public async Task Scenario_07_what_is_asked_for_is_what_the_lines_come_to_less_what_comes_from_elsewhere()
    {
        await BeginAsync();

        var wrong = await BudgetAsync(("Tents", "600"), ("Coach", "500"), other: "100", requested: "1,100");
        var right = await BudgetAsync(("Tents", "600"), ("Coach", "500"), other: "100", requested: "1,000");

        Assert.Equal(["What you ask for should be £1,000: your lines less what you get from elsewhere"], wrong.Errors);
        Assert.Equal("Check and send", right.Heading);
        Assert.Equal(["Tents", "Coach"], await WithDbAsync(db => db.Set<BudgetLine>().OrderBy(line => line.Number).Select(line => line.Description).ToListAsync()));
    }

    [Fact]
    public async Task Scenario_08_one_thing_costs_no_more_than_the_call_allows()
    {
        await BeginAsync();

        var page = await BudgetAsync(("Laptop", "1,050"), ("Cable", "10"), other: "", requested: "1,060");

        Assert.Equal(["Line 1: one thing can cost at most £1,000 in this call"], page.Errors);
    }

    [Fact]
    public async Task Scenario_09_the_adult_signs_exactly_the_version_that_the_team_sent()
    {
        await SendAsync();
        var (first, sue) = (await LinkAsync(), await AsAsync("Sue"));
        await lea.PressAsync(await lea.OpenAsync($"{path}/words"), "Keep it and go on", ("Title", "Camp for all"));
        Assert.Contains("They are still writing", (await sue.OpenAsync(first)).Text, StringComparison.Ordinal);
        await lea.PressAsync(await lea.OpenAsync($"{path}/sending"), "Send it to our adult");

        var old = await sue.OpenAsync(first);
        var tampered = await TamperAsync(sue, first, ("Name", "Trust"), ("Kind", "Charity"), ("IsAdult", "true"));
        Assert.Contains("The team has changed it since", old.Text, StringComparison.Ordinal);
        Assert.Contains("Please read the new version and sign that", tampered.Text + string.Concat(tampered.Errors), StringComparison.Ordinal);
        await SignAsync(sue, await LinkAsync());

        var signed = await WithDbAsync(db => db.WholeApplications().SingleAsync());
        Assert.Equal((2, "YF27-0001"), (signed.Signatures.Single().Version, signed.Ref));
        Assert.Equal(ApplicationHash.Of(signed), signed.Signatures.Single().Hash);
        Assert.Equal(HttpStatusCode.NotFound, (await (await AsAsync("Max")).OpenAsync(path)).Status);
    }

    [Theory]
    [InlineData(17, true)]
    [InlineData(48, false)]
    public async Task Scenario_10_an_adult_has_two_days_after_the_close(int hoursAfter, bool isIn)
    {
        await SendAsync(CallCloses.AddMinutes(-10));
        var sue = await AsAsync("Sue");
        var link = await LinkAsync();
        await MoveToAsync(CallCloses.AddHours(hoursAfter));

        var page = await SignAsync(sue, link);
        await RunAsync<TellUnsigned>();
        await RunAsync<TellUnsigned>();

        Assert.Equal(isIn, await WithDbAsync(db => db.Applications.AnyAsync(application => application.EnteredAt != null)));
        Assert.Equal(isIn ? [] : ["It is too late: the time is over"], page.Errors);
        Assert.Equal(isIn ? 0 : 2, await WithDbAsync(db => db.Messages.CountAsync(mail => mail.Subject.Contains("not signed in time"))));
        Assert.Contains(isIn ? "It is in. We check it" : "Your adult did not sign in time", (await lea.OpenAsync(path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scenario_11_an_adult_of_the_fund_cannot_sign_for_a_group()
    {
        await BeginAsync();
        await FillAsync();

        var page = await lea.PressAsync(await lea.OpenAsync($"{path}/sending"), "Send it to our adult", ("AdultEmail", People["Yara"].Email));

        Assert.Equal(["This adult works with the fund or its panel. Please pick another adult, or another coordinator."], page.Errors);
        Assert.Null(await WithDbAsync(db => db.Applications.Select(application => application.SubmittedAt).SingleAsync()));
    }

    [Fact]
    public async Task Nothing_is_sent_before_everything_that_is_needed_is_there()
    {
        await BeginAsync();
        var empty = await TamperAsync(lea, $"{path}/sending", ("AdultEmail", People["Sue"].Email));
        foreach (var fault in (string[])["Give your plan a title", "Say in a few words what you want to do", "Say why it is needed", "Say how young people lead it", "Say what you will do, step by step", "Say what your group is called", "Say what you need the money for: write at least one line"])
            Assert.Contains(fault, empty.Errors);
        Assert.Equal(["Ask for at least £50"], (await BudgetAsync(("Tents", "20"), ("Coach", "20"), other: "", requested: "40")).Errors);
        Assert.Equal(["Ask for at most £2,000"], (await BudgetAsync(("Tents", "1,000"), ("Coach", "1,000"), other: "", requested: "2,000", ("Rows[0].Quantity", "3"), ("Requested", "4,000"))).Errors);
        Assert.Equal(["The least that you need cannot be more than what you ask for"], (await BudgetAsync(("Tents", "600"), ("Coach", "500"), other: "100", requested: "1,000", ("Viable", "1,001"))).Errors);
        await FillAsync();
        Assert.Equal(["The adult cannot be yourself"], (await lea.PressAsync(await lea.OpenAsync($"{path}/sending"), "Send it to our adult", ("AdultEmail", People["Lea"].Email))).Errors);
        Assert.Null(await WithDbAsync(db => db.Applications.Select(application => application.SubmittedAt).SingleAsync()));
    }

    [Fact]
    public async Task An_adult_who_takes_a_task_in_the_fund_in_between_cannot_sign_any_more()
    {
        await SendAsync();
        await ChangeAsync(db => db.AddAsync(new FundAppointment(Fund.Id, People["Sue"].Id, FundRole.FinanceOfficer, People["Ada"].Id, Clock.GetUtcNow())).AsTask());

        var page = await SignAsync(await AsAsync("Sue"), await LinkAsync());

        Assert.Single(page.Errors, error => error.StartsWith("This adult works with the fund", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_is_kept_and_sent_until_a_quarter_of_an_hour_after_the_close_and_is_nobody_elses_to_read()
    {
        await BeginAsync();
        await FillAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await (await AsAsync("Yara")).OpenAsync(path)).Status);
        await lea.PressAsync(await lea.OpenAsync(path), "Ask a coordinator for help with the writing");
        var yara = await AsAsync("Yara");
        await yara.PressAsync(await yara.OpenAsync($"{path}/words"), "Keep it and go on", ("Summary", "A camp by the sea."));
        Assert.Equal([People["Yara"].Id], await WithDbAsync(db => db.ConflictDeclarations.Where(declared => declared.Level == ConflictLevel.Conflict).Select(declared => declared.PersonId).ToListAsync()));

        await MoveToAsync(CallCloses.AddMinutes(15).AddTicks(-10));
        Assert.Empty((await lea.PressAsync(await lea.OpenAsync($"{path}/words"), "Keep it and go on", ("Title", "Late"))).Errors);
        await MoveToAsync(CallCloses.AddMinutes(15));
        var late = await lea.PressAsync(await lea.OpenAsync($"{path}/words"), "Keep it and go on", ("Title", "Later"));

        Assert.Equal(["It is too late: the time is over"], late.Errors);
        Assert.Contains("It was not sent before the close", (await lea.OpenAsync(path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_is_not_lost_it_can_be_taken_along_by_who_led_it()
    {
        await BeginAsync();
        await FillAsync();
        var earlier = path[(path.LastIndexOf('/') + 1)..];
        (string Name, string? Value)[] answers = [("TwoOfUs", "true"), ("LocalGroup", "true"), ("HasAdult", "false")];
        Assert.DoesNotContain("earlier plan", (await lea.OpenAsync($"{CallPath}/applications/new")).Text, StringComparison.Ordinal);
        await lea.PressAsync(await lea.OpenAsync(path), "Take it back");

        var start = await lea.OpenAsync($"{CallPath}/applications/new");
        Assert.Contains("Camp (for “Spring 2027”)", start.Text, StringComparison.Ordinal);
        var words = await lea.PressAsync(start, "Begin", [.. answers, ("Earlier", earlier)]);

        var anew = words.Path[..words.Path.LastIndexOf('/')];
        Assert.NotEqual(path, anew);
        var page = (await lea.OpenAsync(anew)).Text;
        foreach (var kept in (string[])["Camp", "No one has been away.", "Tents", "£1,000"])
            Assert.Contains(kept, page, StringComparison.Ordinal);
        var max = await AsAsync("Max");
        Assert.DoesNotContain("Camp", (await max.OpenAsync($"{CallPath}/applications/new")).Document.QuerySelector("form[novalidate]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Choose one of the plans in the list, or begin with a blank page"], (await TamperAsync(max, $"{CallPath}/applications/new", [.. answers, ("Earlier", earlier)])).Errors);
    }

    async Task BeginAsync()
    {
        await CallAsync();
        await MoveToAsync(CallOpens);
        lea = await AsAsync("Lea");
        var words = await lea.PressAsync(await lea.OpenAsync($"{CallPath}/applications/new"), "Begin", ("TwoOfUs", "true"), ("LocalGroup", "true"), ("HasAdult", "false"));
        path = words.Path[..words.Path.LastIndexOf('/')];
    }

    async Task FillAsync()
    {
        await lea.PressAsync(await lea.OpenAsync($"{path}/words"), "Keep it and go on",
            ("Title", "Camp"), ("Summary", "A camp."), ("GroupName", "The campers"), ("Need", "No one has been away."), ("YoungLed", "We plan it."), ("Plan", "Book, go, come back."), ("AgeBands", "13-15"));
        Assert.Equal("Check and send", (await BudgetAsync(("Tents", "600"), ("Coach", "500"), other: "100", requested: "1,000")).Heading);
    }

    async Task SendAsync(DateTimeOffset? at = null)
    {
        await BeginAsync();
        await FillAsync();
        await MoveToAsync(at ?? Clock.GetUtcNow());
        Assert.Empty((await lea.PressAsync(await lea.OpenAsync($"{path}/sending"), "Send it to our adult", ("AdultEmail", People["Sue"].Email))).Errors);
    }

    async Task<Page> BudgetAsync((string What, string Price) one, (string What, string Price) two, string other, string requested, params (string Name, string? Value)[] instead) =>
        await lea.PressAsync(await lea.OpenAsync($"{path}/budget"), "Keep it and go on",
            [.. new (string Name, string? Value)[]
            {
                ("Rows[0].Description", one.What), ("Rows[0].Quantity", "1"), ("Rows[0].Price", one.Price), ("Rows[1].Description", two.What), ("Rows[1].Quantity", "1"), ("Rows[1].Price", two.Price),
                ("OtherFunding", other), ("Requested", requested),
            }.Where(field => instead.All(other => other.Name != field.Name)), .. instead]);

    static async Task<Page> SignAsync(Browser sue, string link) => await sue.PressAsync(await sue.OpenAsync(link), "Sign it",
        ("Name", "Camp Trust"), ("Kind", "Charity"), ("SafeguardingPolicy", "On our site"), ("IsAdult", "true"));

    Task<string> LinkAsync() => WithDbAsync(async db => (await db.Messages.Where(mail => mail.To == People["Sue"].Email && mail.Subject.StartsWith("Please sign")).OrderByDescending(mail => mail.Key).Select(mail => mail.Body).FirstAsync())
        .Split(['\n', ' ']).Select(word => Uri.TryCreate(word, UriKind.Absolute, out var link) ? link.AbsolutePath : "").Single(part => part.StartsWith("/applications/", StringComparison.Ordinal)));
}
