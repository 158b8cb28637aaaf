using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Awards;
using PB.Grants.Calls;
using PB.Tally;
using PB.Tests.Grants.Awards;

namespace PB.Tests.Grants.Applications;

public sealed class OverdueHostTests : AwardTest
{
    [Fact]
    public async Task Scenario_38_an_organisation_that_owes_a_report_for_six_weeks_gets_nothing_new_and_is_led_to_the_report()
    {
        var earlier = await OfferedAsync();
        var today = DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
        var report = await ReportDueAsync(earlier, today.AddDays(-41));
        var (own, check) = await AgainAsync(earlier, EligibilityKind.HostNotBlocked);
        var yara = await AsAsync("Yara");
        Assert.DoesNotContain("six weeks late", (await yara.OpenAsync(check)).Text, StringComparison.Ordinal);

        await MoveToAsync(Clock.GetUtcNow().AddDays(1));
        var page = await yara.PressAsync(await yara.OpenAsync(check), "It fits: to the panel");

        Assert.Equal(["A rule is not met yet"], page.Errors);
        Assert.Contains($"The report on {earlier.Ref} is six weeks late or more.", page.Text, StringComparison.Ordinal);
        var sue = await AsAsync("Sue");
        var link = (await sue.OpenAsync($"/applications/{own.Id}")).Document.QuerySelectorAll("main a").Single(a => a.TextContent.StartsWith("Go to the report", StringComparison.Ordinal));
        Assert.Equal("Bikes", (await sue.OpenAsync(link.GetAttribute("href")!)).Heading);
        await ChangeAsync(async db => (await db.Reports.SingleAsync(r => r.Id == report)).Submit(People["Sue"].Id, "", Clock.GetUtcNow()));
        Assert.Empty((await yara.PressAsync(await yara.OpenAsync(check), "It fits: to the panel")).Errors);
    }

    [Fact]
    public async Task One_organisation_gets_no_more_in_twelve_months_than_the_call_allows_whoever_entered_it()
    {
        var earlier = await OfferedAsync(sum: "1000");
        var (_, check) = await AgainAsync(earlier, EligibilityKind.HostWithinCap, cap: 1499_99);
        var yara = await AsAsync("Yara");

        Assert.Equal(["A rule is not met yet"], (await yara.PressAsync(await yara.OpenAsync(check), "It fits: to the panel")).Errors);
        await ChangeAsync(async db => (await db.Calls.SingleAsync()).Offer(new CallMoney { MinAward = new Money(50_00), MaxAward = new Money(2000_00), PerHostCap12Months = new Money(1500_00) }));
        Assert.Empty((await yara.PressAsync(await yara.OpenAsync(check), "It fits: to the panel")).Errors);
    }

    async Task<Guid> ReportDueAsync(Application project, DateOnly day)
    {
        var award = await AwardOfAsync(project);
        var report = new Report(award.Id, ReportKind.Mid, day, Clock.GetUtcNow());
        await ChangeAsync(db => db.AddAsync(report).AsTask());
        return report.Id;
    }

    /// <summary>The same organisation, entered anew, asks again for £500, with one rule to meet.</summary>
    async Task<(Application Own, string Check)> AgainAsync(Application earlier, EligibilityKind kind, long? cap = null)
    {
        await ChangeAsync(async db =>
        {
            var call = await db.WholeCalls().SingleAsync();
            call.Require([new EligibilityRuleWords("A rule about the organisation", kind)], Clock.GetUtcNow());
            call.Offer(call.Money with { PerHostCap12Months = cap is { } pence ? new Money(pence) : null });
        });
        var own = await ApplicationAsync(Call, "Helmets", 500, lead: "Max", isChecked: false);
        await ChangeAsync(async db =>
        {
            var name = await db.HostOrganisations.Where(host => host.Id == earlier.HostOrganisationId).Select(host => host.Name).SingleAsync();
            (await db.HostOrganisations.SingleAsync(host => host.Id == own.HostOrganisationId)).Describe(name.ToUpperInvariant(), HostKind.Charity, "");
        });
        return (own, $"{CallPath}/checks/{own.Ref}");
    }
}
