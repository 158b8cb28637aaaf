using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Panels;

namespace PB.Tests.Grants.Panels;

public sealed class AdultCheckTests : CouncilTest
{
    const string Checks = FundPath + "/adult-checks";

    [Fact]
    public async Task Without_a_check_that_holds_an_adult_begins_no_conversation_with_young_people()
    {
        await MoveToAsync(new DateTimeOffset(2029, 1, 1, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(["One of the adults has no background check that holds. Ask the safeguarding lead."], await StartAsync());
        foreach (var (adult, lead) in new[] { ("Yara", "Dana"), ("Yusuf", "Dana") })
            await RecordAsync(adult, lead);
        Assert.Equal([], await StartAsync());
    }

    [Fact]
    public async Task The_safeguarding_lead_writes_down_that_she_saw_a_check_and_nobody_their_own()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await TamperAsync(await AsAsync("Yara"), Checks, ("PersonId", $"{People["Yusuf"].Id}"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await AsAsync("Ade")).OpenAsync(Checks)).Status);
        var dana = await AsAsync("Dana");
        Assert.StartsWith("Nobody writes down their own check.", (await SendAsync(dana, "Dana", "1 3 2027", "1 3 2030")).Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(["It was made today or before, and runs out after that"], (await SendAsync(dana, "Yara", "1 3 2028", "1 3 2030")).Errors);
        Assert.Contains("1 March 2030", (await SendAsync(dana, "Yara", "1 3 2027", "1 3 2030")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thirty_days_before_a_check_runs_out_the_page_and_two_mails_say_so_once()
    {
        await MoveToAsync(new DateTimeOffset(2028, 12, 1, 12, 0, 0, TimeSpan.Zero));
        await RunAsync<RemindOfChecks>();
        Assert.Equal(0, await MailsAsync());
        await MoveToAsync(new DateTimeOffset(2028, 12, 2, 12, 0, 0, TimeSpan.Zero));
        await RunAsync<RemindOfChecks>();
        await RunAsync<RemindOfChecks>();
        // Six adults: each to the adult and to Dana, whose own comes once.
        Assert.Equal(11, await MailsAsync());
        Assert.Equal(6, (await (await AsAsync("Dana")).OpenAsync(Checks)).Text.Split("Runs out soon").Length - 1);
    }

    Task<int> MailsAsync() => WithDbAsync(db => db.Messages.CountAsync(mail => mail.Key.StartsWith("grants/check/")));

    async Task<IReadOnlyList<string>> StartAsync()
    {
        var yara = await AsAsync("Yara");
        return (await TamperAsync(yara, $"{FundPath}/threads/new", ("Subject", "Travel"), ("Members", $"{People["Yusuf"].Id}"), ("Members", $"{People["Bo"].Id}"))).Errors;
    }

    async Task RecordAsync(string adult, string lead) => Assert.Empty((await SendAsync(await AsAsync(lead), adult, "1 1 2029", "1 1 2032")).Errors);

    async Task<Town.Page> SendAsync(Town.Browser lead, string adult, string from, string until) =>
        await lead.PressAsync(await lead.OpenAsync(Checks), "Save", ("PersonId", $"{People[adult].Id}"), ("CheckedOn", from), ("RenewOn", until));
}
