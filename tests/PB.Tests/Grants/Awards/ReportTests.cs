using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Awards;
using PB.Tests.Proposals;
using PB.Tests.Town;

namespace PB.Tests.Grants.Awards;

public sealed class ReportTests : AwardTest
{
    [Fact]
    public async Task Scenario_37_What_was_not_spent_comes_back_into_the_pot_and_is_known_to_everybody()
    {
        var project = await RunningAsync();
        await PayAsync(project);
        await SpendAsync(project, "Bikes", "873.25");
        await SpendAsync(project, "Ice cream", "100", withReceipt: false);
        await ReportAsync(project);
        var page = await AcceptReportAsync(project);
        Assert.Contains("£126.75 is due back to the fund.", page.Text, StringComparison.Ordinal);
        Assert.Equal(4000_00, await LeftAsync());

        Assert.Empty((await PressAsync("Finn", project, "Enter that it came in", ("sum", "126.75"), ("on", "2027-03-06"))).Errors);
        Assert.Equal(4126_75, await LeftAsync());
        Assert.Contains("Came back £126.75", (await Visitor().OpenAsync(PathOf(project))).Text, StringComparison.Ordinal);
        using var open = JsonDocument.Parse(await Visitor().Client.GetStringAsync(new Uri($"{OpenData}/360giving.json", UriKind.Relative)));
        Assert.Equal(873.25m, open.RootElement.GetProperty("grants")[0].GetProperty("amountDisbursed").GetDecimal());

        Assert.Empty((await PressAsync("Yara", project, "Everything is in")).Errors);
        Assert.Equal(AwardPhase.Completed, (await AwardOfAsync(project)).PhaseAt(Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Under_ten_pounds_is_let_go_by_itself_and_above_only_by_the_accountable_officer()
    {
        var project = await RunningAsync();
        await PayAsync(project);
        await SpendAsync(project, "Bikes", "990.01");
        await ReportAsync(project);
        Assert.Contains("£9.99 was due back and is let go", (await AcceptReportAsync(project)).Text, StringComparison.Ordinal);

        var boats = await RunningAsync("Boats");
        await PayAsync(boats);
        await SpendAsync(boats, "A boat", "900");
        await ReportAsync(boats);
        Assert.DoesNotContain("Let it go", Buttons(await AcceptReportAsync(boats)));
        Assert.Empty((await PressAsync("Alan", boats, "Let it go", ("why", "The boat sank."))).Errors);
        Assert.Equal(3000_00, await LeftAsync());
    }

    [Fact]
    public async Task A_line_that_was_not_for_what_was_agreed_does_not_count_as_spent()
    {
        var project = await RunningAsync();
        await PayAsync(project);
        await SpendAsync(project, "Bikes", "800");
        await SpendAsync(project, "A holiday", "200");
        await ReportAsync(project);
        Assert.Contains("£200 is due back", (await AcceptReportAsync(project, "2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopped_award_gives_back_what_was_not_paid_and_asks_for_what_was()
    {
        var project = await RunningAsync(parts: "50, 50");
        await PayAsync(project, 1);
        Assert.Equal(["Write why the award is stopped: the group and the panel read it"], (await PressAsync("Alan", project, "Stop this award")).Errors);
        await PressAsync("Alan", project, "Stop this award", ("reason", "The club has closed."));
        // The group, the officer, and the eight who decided.
        Assert.Equal(11, await WithDbAsync(db => db.Messages.CountAsync(mail => mail.Key.Contains("/stopped/"))));

        Assert.Equal(4500_00, await LeftAsync());
        Assert.Equal(500_00, (await WithDbAsync(db => db.MoneyBacks.SingleAsync())).Due.MinorUnits);
        Assert.Contains("The club has closed.", (await Visitor().OpenAsync(PathOf(project))).Text, StringComparison.Ordinal);
        Assert.Empty((await PressAsync("Finn", project, "Enter that it came in", ("sum", "500"), ("on", "2027-03-06"))).Errors);
        Assert.Equal(5000_00, await LeftAsync());
    }

    [Fact]
    public async Task A_late_report_is_asked_for_at_7_21_and_42_days_and_then_keeps_the_organisation_from_new_grants()
    {
        var project = await RunningAsync();
        var due = (await WithDbAsync(db => db.Reports.SingleAsync())).DueOn;
        foreach (var (days, mails) in new[] { (-15, 0), (-14, 2), (-13, 2), (0, 4), (7, 8), (21, 12), (41, 12), (42, 17) })
        {
            await MoveToAsync(new DateTimeOffset(due.AddDays(days), new TimeOnly(12, 0), TimeSpan.Zero));
            await RunAsync<RemindOfReports>();
            Assert.Equal(mails, await WithDbAsync(db => db.Messages.CountAsync(m => m.Key.StartsWith("report/"))));
            Assert.Equal(days == 42, await WithDbAsync(db => db.OverdueReportsBlocking(due.AddDays(days)).AnyAsync(report => report.HostOrganisationId == project.HostOrganisationId)));
        }

        Assert.Contains("More than six weeks late", (await (await AsAsync("Yara")).OpenAsync(PathOf(project))).Text, StringComparison.Ordinal);
        await ReportAsync(project);
        Assert.False(await WithDbAsync(db => db.OverdueReportsBlocking(due.AddDays(42)).AnyAsync()));
    }

    [Fact]
    public async Task A_question_about_a_report_is_answered_in_ten_working_days_and_blocks_nothing_before_that_is_long_over()
    {
        var project = await RunningAsync();
        var due = (await WithDbAsync(db => db.Reports.SingleAsync())).DueOn;
        await MoveToAsync(new DateTimeOffset(due.AddDays(60), new TimeOnly(12, 0), TimeSpan.Zero));
        await ReportAsync(project);
        var (yara, page) = (await AsAsync("Yara"), $"{PathOf(project)}/report");
        Assert.Equal(["Write what you would like to know"], (await yara.PressAsync(await yara.OpenAsync(page), "Ask the group")).Errors);
        Assert.Equal(["Press one of the two: nothing was chosen."], (await TamperAsync(yara, $"{page}/word", ("Question", "Who came?"))).Errors);
        await yara.PressAsync(await yara.OpenAsync(page), "Ask the group", ("Question", "Who came?"));

        Assert.Equal(2, await WithDbAsync(db => db.Messages.CountAsync(mail => mail.Key.StartsWith("report-asked/"))));
        Assert.Equal(["There is no report that waits for you."], (await TamperAsync(yara, $"{page}/word", ("Accepts", "false"), ("Question", "And when?"))).Errors);
        var day = DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
        Assert.False(await WithDbAsync(db => db.OverdueReportsBlocking(day).AnyAsync()));
        var until = await WithDbAsync(db => db.Reports.Select(report => report.AnswerDueOn).SingleAsync());
        await MoveToAsync(new DateTimeOffset(until!.Value.AddDays(42), new TimeOnly(12, 0), TimeSpan.Zero));
        Assert.True(await WithDbAsync(db => db.OverdueReportsBlocking(until.Value.AddDays(42)).AnyAsync()));
        var before = await WithDbAsync(db => db.Messages.CountAsync(mail => mail.Key.StartsWith("report/")));
        await RunAsync<RemindOfReports>();
        Assert.Equal(before + 5, await WithDbAsync(db => db.Messages.CountAsync(mail => mail.Key.StartsWith("report/"))));

        var lea = await AsAsync("Lea");
        Assert.Equal(["Answer the question"], (await lea.PressAsync(await lea.OpenAsync(page), "Send the report")).Errors);
        await lea.PressAsync(await lea.OpenAsync(page), "Send the report", ("Answer", "All of year nine."));
        Assert.Contains("All of year nine.", (await (await AsAsync("Yara")).OpenAsync(page)).Text, StringComparison.Ordinal);
        Assert.False(await WithDbAsync(db => db.OverdueReportsBlocking(until.Value.AddDays(42)).AnyAsync()));
        await AcceptReportAsync(project);
        Assert.Equal(HttpStatusCode.Forbidden, (await TamperAsync(lea, page, ("Story", "Another."), ("YoungPeople", "1"))).Status);
    }

    [Fact]
    public async Task The_sums_of_the_ledger_are_those_of_its_lines_and_of_the_awards()
    {
        var bikes = await RunningAsync(sum: "1500.01", parts: "50, 40, 10");
        await PayAsync(bikes);
        await OfferedAsync("Boats");
        await PressAsync("Alan", bikes, "Stop this award", ("reason", "The club has closed."));

        var finn = await AsAsync("Finn");
        var table = await finn.Client.GetStringAsync(new Uri($"{OpenData}/ledger.csv", UriKind.Relative));
        var rows = table.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Trim('"').Split("\",\"")).ToList();
        var left = rows.Sum(row => SignOf(row[2]) * decimal.Parse(row[3], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(left, decimal.Parse(rows[^1][4], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(left * 100, await LeftAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().OpenAsync($"{OpenData}/ledger.csv")).Status);
        Assert.Equal(0, await AskOwnerAsync<long>("""
            select count(*) from grants.awards a where signed_at is not null and ended_at is null and released_at is null
            and amount <> (select sum(case kind when 'Commit' then e.amount when 'Release' then -e.amount else 0 end) from grants.pot_entries e where e.award_id = a.id)
            """));
        Assert.Equal(0, await AskOwnerAsync<long>("select count(*) from grants.awards a where amount < (select coalesce(sum(amount), 0) from grants.payments p where p.award_id = a.id and paid_on is not null)"));
    }

    static int SignOf(string kind) => kind switch
    {
        "Allocate" or "Unreserve" or "Release" or "Refund" or "CarryIn" or "AdjustUp" => 1,
        "Reserve" or "Commit" or "CarryOut" or "AdjustDown" => -1,
        _ => 0,
    };

    async Task SpendAsync(Application project, string what, string cost, bool withReceipt = true)
    {
        var lea = await AsAsync("Lea");
        var page = await lea.OpenAsync($"{PathOf(project)}/report");
        var added = await UploadAsync(lea, page, $"{PathOf(project)}/report/receipts", withReceipt ? PhotoFiles.Jpeg : [], withReceipt ? "Photo" : "Nothing", ("What", what), ("Cost", cost));
        Assert.Empty(added.Errors);
    }

    async Task ReportAsync(Application project)
    {
        var lea = await AsAsync("Lea");
        Assert.Empty((await lea.PressAsync(await lea.OpenAsync($"{PathOf(project)}/report"), "Send the report", ("Story", "We rode round the lake."), ("YoungPeople", "25"))).Errors);
    }

    async Task<Page> AcceptReportAsync(Application project, params string[] refused)
    {
        var yara = await AsAsync("Yara");
        return await yara.PressAsync(await yara.OpenAsync($"{PathOf(project)}/report"), "Accept the report", [.. refused.Select(number => ("Refused", (string?)number))]);
    }
}
