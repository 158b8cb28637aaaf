using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PB.Grants.Applications;
using PB.Grants.Awards;
using PB.Tests.Town;

namespace PB.Tests.Grants.Awards;

/// <summary>Edge cases 6 and 7: the adult of a running grant leaves, or its organisation closes between two payments.</summary>
public sealed class HandoverTests : AwardTest
{
    long unwritten;

    const string Waits = "The grant comes to another adult or organisation. Nothing is paid until the new adult has signed. A new organisation has to be looked into, and to give its account.";

    [Fact]
    public async Task Edge_06_when_the_adult_leaves_nothing_is_paid_until_another_one_has_signed_the_terms()
    {
        var project = await ReadyAsync();
        Assert.Empty((await AskAsync("Lea", project, "tom-vale@example.org", "Ask this adult", "Sue has moved away.")).Errors);
        // What two people approved before it goes nowhere either, and the old adult changes no account any more.
        Assert.Contains("Nothing is ready.", (await (await AsAsync("Finn")).OpenAsync(Payments)).Text, StringComparison.Ordinal);
        Assert.Equal([Waits], (await PressAsync("Yara", project, "Approve part 2")).Errors);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await AsAsync("Sue")).OpenAsync($"{PathOf(project)}/account/new")).Status);
        Assert.Equal("PB006", (await Assert.ThrowsAsync<PostgresException>(() => BehindThePagesAsync())).SqlState);

        Assert.Equal(["Only somebody of 18 or over can sign"], (await SignAsync("Tom", project)).Errors);
        Assert.Empty((await SignAsync("Tom", project, ("IsAdult", "true"))).Errors);

        Assert.Contains($"{project.Ref}-P1", await SendAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await (await AsAsync("Tom")).OpenAsync($"{PathOf(project)}/account/new")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await AsAsync("Sue")).OpenAsync($"{PathOf(project)}/account/new")).Status);
        Assert.Equal(0, await UnwrittenSinceAsync());
    }

    [Fact]
    public async Task The_new_adult_is_nobody_of_the_fund_and_only_who_is_asked_signs()
    {
        var project = await ReadyAsync();
        Assert.Equal(["This person works for the fund or sits on its panel. Ask another adult."], (await AskAsync("Yara", project, People["Finn"].Email!, "Ask this adult", "Sue is ill.")).Errors);
        Assert.Equal(["The young lead cannot be the adult too."], (await AskAsync("Yara", project, People["Lea"].Email!, "Ask this adult", "Sue is ill.")).Errors);
        var wrong = await AskAsync("Yara", project, "tom", "Ask this adult", "");
        Assert.Equal(["Say why somebody else is needed", "Write the adult’s e-mail address"], wrong.Errors.Order());
        Assert.Equal("tom", wrong.Document.QuerySelector("#AdultEmail")!.GetAttribute("value"));
        await AskAsync("Yara", project, "tom-vale@example.org", "Ask this adult", "Sue is ill.");

        foreach (var (name, status) in new[] { ("Sue", HttpStatusCode.Forbidden), ("Lea", HttpStatusCode.Forbidden), ("Max", HttpStatusCode.NotFound), ("Cas", HttpStatusCode.NotFound) })
            Assert.Equal(status, (await (await AsAsync(name)).OpenAsync($"{PathOf(project)}/handover/signing")).Status);
        // Somebody who takes a task in the fund meanwhile cannot sign any more.
        await ChangeAsync(db => db.AddAsync(new PB.Grants.Funds.FundAppointment(Fund.Id, People["Tom"].Id, PB.Grants.Funds.FundRole.FinanceOfficer, People["Ada"].Id, Clock.GetUtcNow())).AsTask());
        Assert.Equal(["This person works for the fund or sits on its panel. Ask another adult."], (await SignAsync("Tom", project, ("IsAdult", "true"))).Errors);
    }

    [Fact]
    public async Task Edge_07_when_the_organisation_closes_its_money_is_asked_back_and_the_panel_says_where_the_rest_goes()
    {
        var project = await ReadyAsync(isPaid: true);
        Assert.Empty((await AskAsync("Alan", project, "tom-vale@example.org", "Ask the panel", "The club has closed.")).Errors);
        Assert.Equal(500_00, (await WithDbAsync(db => db.MoneyBacks.SingleAsync())).Due.MinorUnits);
        Assert.Equal(8, await WithDbAsync(db => db.Messages.CountAsync(mail => mail.Key.StartsWith("handover/") && mail.Key.Contains("/panel/"))));
        // Nobody signs before the panel has said yes, and nobody gets round it by another adult of the same organisation.
        Assert.Equal(HttpStatusCode.NotFound, (await (await AsAsync("Tom")).OpenAsync($"{PathOf(project)}/handover/signing")).Status);
        Assert.Equal(["The organisation cannot hold the money any more. The panel says first which one comes next."], (await AskAsync("Lea", project, "tom-vale@example.org", "Ask this adult", "She is ill.")).Errors);

        Assert.Equal(["Press yes or no: nothing was chosen."], (await TamperAsync(await AsAsync("Ade"), $"{PathOf(project)}/handover/{(await HandoverAsync()).Id}")).Errors);
        await ReadAsync("Ade", project);
        await ReadAsync("Lea", project);
        foreach (var name in (string[])["Ade", "Bo", "Cas", "Dee", "Eli"])
            await AnswerAsync(name, project, "Yes");
        Assert.NotNull((await HandoverAsync()).AgreedAt);
        var before = await WithDbAsync(db => db.Applications.SingleAsync(own => own.Id == project.Id));

        Assert.Equal(["Choose what kind of organisation it is", "Say what your organisation is called"], (await SignAsync("Tom", project, ("IsAdult", "true"))).Errors.Order());
        Assert.Empty((await SignAsync("Tom", project, ("IsAdult", "true"), ("Name", "Harbour Youth"), ("Kind", "Charity"))).Errors);
        var moved = await WithDbAsync(db => db.Applications.SingleAsync(own => own.Id == project.Id));
        Assert.NotEqual(before.HostOrganisationId, moved.HostOrganisationId);
        Assert.Equal(People["Tom"].Id, moved.AdultId);

        // Looked into, an account of its own, and a call by another finance officer: only then the rest is paid.
        Assert.Equal([Waits], (await PressAsync("Yara", project, "Approve part 2")).Errors);
        await PressInAsync("Finn", $"{CallPath}/organisations/{project.Ref}", "Nothing stands against it");
        Assert.Equal([Waits], (await PressAsync("Yara", project, "Approve part 2")).Errors);
        var tom = await AsAsync("Tom");
        await tom.PressAsync(await tom.OpenAsync($"{PathOf(project)}/account/new"), "Send the account", ("Name", "Harbour Youth"), ("SortCode", "200001"), ("Number", "87654321"));
        await PressAsync("Faye", project, "Write the call down", ("note", "Rang the harbour office: it is theirs."));
        await PayAsync(project, 2);

        await PressAsync("Finn", project, "Enter that it came in", ("sum", "500"), ("on", "2027-03-06"));
        Assert.Equal(4500_00, await LeftAsync());
        Assert.Equal(0, await UnwrittenSinceAsync());
    }

    [Fact]
    public async Task Where_the_panel_says_no_nothing_is_paid_and_the_officer_can_stop_the_grant()
    {
        var project = await ReadyAsync(isPaid: true);
        await DeclareAsync("Hana", project, ConflictLevel.Conflict);
        await AskAsync("Alan", project, "tom-vale@example.org", "Ask the panel", "The club has closed.");
        // Who has a conflict is not asked, and finds no page.
        Assert.Equal(HttpStatusCode.NotFound, (await (await AsAsync("Hana")).OpenAsync($"{PathOf(project)}/handover")).Status);
        foreach (var name in (string[])["Ade", "Bo", "Cas", "Dee"])
            await AnswerAsync(name, project, "No");
        Assert.NotNull((await HandoverAsync()).RejectedAt);

        Assert.Equal([Waits], (await PressAsync("Yara", project, "Approve part 2")).Errors);
        await PressAsync("Alan", project, "Stop this award", ("reason", "The club has closed."));
        Assert.Equal(AwardPhase.Terminated, (await AwardOfAsync(project)).PhaseAt(Clock.GetUtcNow()));
        // What was asked back once is not asked twice.
        Assert.Equal(500_00, (await WithDbAsync(db => db.MoneyBacks.SingleAsync())).Due.MinorUnits);
    }

    /// <summary>Two parts, the first of which two people have approved, or is paid.</summary>
    async Task<Application> ReadyAsync(bool isPaid = false)
    {
        People["Tom"] = await PersonAsync("Tom Vale");
        var project = await RunningAsync(parts: "50, 50");
        if (isPaid)
            await PayAsync(project, 1);
        else
            foreach (var name in (string[])["Yara", "Finn"])
                await PressAsync(name, project, "Approve part 1");
        await MoveToAsync(Clock.GetUtcNow().AddHours(1));
        unwritten = await UnwrittenAsync();
        return project;
    }

    async Task<long> UnwrittenSinceAsync() => await UnwrittenAsync() - unwritten;

    async Task<Page> AskAsync(string who, Application project, string email, string button, string because) =>
        await PressInAsync(who, $"{PathOf(project)}/handover", button, ("AdultEmail", email), ("Because", because));

    /// <summary>What somebody of ten years can read.</summary>
    async Task ReadAsync(string who, Application project) =>
        Assert.InRange(PlainWords.YearOf(PlainWords.SentencesOf(await (await AsAsync(who)).OpenAsync($"{PathOf(project)}/handover"))), -3, 5);

    async Task AnswerAsync(string who, Application project, string answer) => Assert.Empty((await PressInAsync(who, $"{PathOf(project)}/handover", answer)).Errors);

    async Task<Page> SignAsync(string who, Application project, params (string, string?)[] fields) => await PressInAsync(who, $"{PathOf(project)}/handover/signing", "Sign it", fields);

    async Task<Page> PressInAsync(string who, string path, string button, params (string, string?)[] fields)
    {
        var browser = await AsAsync(who);
        return await browser.PressAsync(await browser.OpenAsync(path), button, fields);
    }

    Task<Handover> HandoverAsync() => WithDbAsync(db => db.Set<Handover>().AsNoTracking().SingleAsync());

    Task<int> BehindThePagesAsync() => AskOwnerAsync<int>("update grants.payments set batch_id = gen_random_uuid() returning 1");
}
