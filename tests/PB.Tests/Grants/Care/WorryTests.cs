using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Care;
using PB.Grants.Funds;

namespace PB.Tests.Grants.Care;

public sealed class WorryTests : CouncilTest
{
    const string New = FundPath + "/worries/new", List = FundPath + "/worries", Secret = "Somebody waits for Bo after the meeting.";

    [Fact]
    public async Task Scenario_40_A_worry_reaches_the_safeguarding_lead_at_once_and_nobody_else_ever_reads_it()
    {
        await ChangeAsync(db => db.AddAsync(new FundAppointment(Fund.Id, People["Yusuf"].Id, FundRole.SafeguardingLead, People["Ada"].Id, Clock.GetUtcNow().AddMinutes(1))).AsTask());
        await MoveToAsync(Clock.GetUtcNow().AddHours(1));
        foreach (var who in new[] { await AsAsync("Bo"), Visitor() })
        {
            var page = await who.OpenAsync(New);
            Assert.Contains("999", page.Text, StringComparison.Ordinal);
            Assert.Contains("0800 1111", page.Text, StringComparison.Ordinal);
            var filed = await who.PressAsync(page, "Send it to the safeguarding lead", ("Text", Secret), ("Contact", "07700 900123"));
            Assert.Equal("Thank you for telling us", filed.Heading);
            Assert.Contains("0800 1111", filed.Text, StringComparison.Ordinal);
        }

        var mails = await WithDbAsync(db => db.Messages.ToListAsync());
        Assert.All(mails, mail => Assert.Equal("dana-lowe@example.org", mail.To));
        Assert.All(mails, mail => Assert.True(mail.NextTryAt <= Clock.GetUtcNow() && !mail.Body.Contains("Bo", StringComparison.Ordinal)));
        Assert.Equal(["A worry was filed//", "A worry was filed//"], await WithDbAsync(db => db.Journal.Where(e => e.Act.Contains("worry")).Select(e => e.Act + "/" + e.Reason + "/" + e.Detail).ToListAsync()));
        Assert.Equal(0, await AskOwnerAsync<long>("select count(*) from journal.entries where act like '%worry%' and actor_id is not null"));
        Assert.Equal(0, await AskOwnerAsync<long>("select count(*) from grants.worries where position('Bo'::bytea in sealed) > 0"));
        await ReadAsync();
    }

    async Task ReadAsync()
    {
        foreach (var who in new[] { "Yara", "Alan", "Finn", "Ada", "Ade" })
            Assert.Equal(HttpStatusCode.NotFound, (await (await AsAsync(who)).OpenAsync(List)).Status);
        var dana = await AsAsync("Dana");
        var link = (await dana.OpenAsync(List)).Document.QuerySelector("main table a")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.NotFound, (await (await AsAsync("Yara")).OpenAsync(link)).Status);
        var shut = await dana.OpenAsync(link);
        Assert.DoesNotContain(Secret, shut.Text, StringComparison.Ordinal);
        Assert.Contains(Secret, (await dana.PressAsync(shut, "Read it now")).Text, StringComparison.Ordinal);
        Assert.Equal(2, await WithDbAsync(db => db.Journal.CountAsync(e => e.Subject.Contains("worries") || e.Act.Contains("worry"))));
    }

    [Fact]
    public async Task When_nobody_has_looked_for_half_an_hour_the_second_lead_is_told_once()
    {
        await MoveToAsync(Clock.GetUtcNow().AddMinutes(5));
        await ChangeAsync(db => db.AddAsync(new FundAppointment(Fund.Id, People["Yusuf"].Id, FundRole.SafeguardingLead, People["Ada"].Id, Clock.GetUtcNow())).AsTask());
        var visitor = Visitor();
        await visitor.PressAsync(await visitor.OpenAsync(New), "Send it to the safeguarding lead", ("Text", Secret));
        var filed = Clock.GetUtcNow();
        await MoveToAsync(filed.AddMinutes(30).AddSeconds(-1));
        await RunAsync<PassWorriesOn>();
        Assert.Equal(["dana-lowe@example.org"], await ToldAsync());
        await MoveToAsync(filed.AddMinutes(30));
        await RunAsync<PassWorriesOn>();
        await RunAsync<PassWorriesOn>();
        Assert.Equal(["dana-lowe@example.org", "yusuf-ali@example.org"], await ToldAsync());
    }

    Task<List<string>> ToldAsync() => WithDbAsync(db => db.Messages.OrderBy(m => m.CreatedAt).Select(m => m.To).ToListAsync());
}
