using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PB.Grants.Applications;
using PB.Grants.Marking;
using PB.Grants.Panels;
using PB.Tests.Town;

namespace PB.Tests.Grants.Panels;

public sealed class JoiningThePanelTests : CouncilTest
{
    [Fact]
    public async Task Scenario_04_somebody_of_fourteen_decides_once_they_and_a_parent_said_yes_and_the_training_is_done()
    {
        var yara = await AsAsync("Yara");
        await yara.PressAsync(await yara.OpenAsync($"{PanelPath}/members/new"), "Send the invitation",
            ("DisplayName", "Sam K"), ("Email", "sam-kay@example.org"), ("BornOn", "2013-01-10"), ("ParentEmail", "parent@example.org"), ("Role", "Member"));
        await PersonAsync("Sam Kay");
        var sam = await SignedInAsync(await WithDbAsync(db => db.Users.SingleAsync(person => person.Name == "Sam Kay")));

        await sam.PressAsync(await sam.OpenAsync(await LinkToAsync("sam-kay@example.org")), "Yes, I want to take part");
        Assert.Equal(MemberStanding.ConsentPending, await StandingAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await sam.OpenAsync($"{FundPath}/pots")).Status);

        var parent = Visitor();
        await parent.PressAsync(await parent.OpenAsync(await LinkToAsync("parent@example.org")), "Yes, Sam K may take part");
        Assert.Equal(MemberStanding.Training, await StandingAsync());

        await sam.PressAsync(await sam.OpenAsync($"{PanelPath}/my-place"), "I keep to these rules");
        var id = await WithDbAsync(db => db.PanelMembers.Where(member => member.DisplayName == "Sam K").Select(member => member.Id).SingleAsync());
        await yara.PressAsync(await yara.OpenAsync($"{PanelPath}/members/{id}"), "Has had the training");

        Assert.Equal(MemberStanding.Active, await StandingAsync());
        Assert.Contains("You are in", (await sam.OpenAsync($"{PanelPath}/my-place")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2013", await AskOwnerAsync<string>("select coalesce(string_agg(detail || reason || act, ''), '') from journal.book"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scenario_05_a_parent_takes_the_yes_back_and_the_member_decides_on_nothing_from_that_moment()
    {
        await Scenario_04_somebody_of_fourteen_decides_once_they_and_a_parent_said_yes_and_the_training_is_done();
        var (parent, card) = (Visitor(), await ThreeOpenCardsAsync());
        Assert.Contains("Sam K", (await (await AsAsync("Bo")).OpenAsync(PanelPath)).Text, StringComparison.Ordinal);
        Assert.Contains("Sam K", (await (await AsAsync("Yara")).OpenAsync($"{CallPath}/marking-progress")).Text, StringComparison.Ordinal);

        await parent.PressAsync(await parent.OpenAsync(await LinkToAsync("parent@example.org")), "Take my yes back");

        Assert.Equal(MemberStanding.Resting, await StandingAsync());
        Assert.DoesNotContain("Sam K", (await (await AsAsync("Bo")).OpenAsync(PanelPath)).Text, StringComparison.Ordinal);
        var sam = await SamAsync();
        foreach (var path in (string[])[$"{FundPath}/pots", $"{CallPath}/marking", card])
            Assert.Equal(HttpStatusCode.NotFound, (await sam.OpenAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await TamperAsync(sam, card)).Status);
        Assert.Equal(0, await WithDbAsync(db => db.Set<Card>().CountAsync()));
        await MoveToAsync(MarkingCloses);
        foreach (var path in (string[])["marking-progress", "marks"])
            Assert.DoesNotContain("Sam K", (await (await AsAsync("Yara")).OpenAsync($"{CallPath}/{path}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_runs_out_after_a_year_and_is_asked_for_again_thirty_days_before()
    {
        await Scenario_04_somebody_of_fourteen_decides_once_they_and_a_parent_said_yes_and_the_training_is_done();
        var said = Clock.GetUtcNow();
        await MoveToAsync(said.AddMonths(12).AddDays(-31));
        await RunAsync<RemindOfConsents>();
        Assert.Equal(0, await WithDbAsync(db => db.Messages.CountAsync(mail => mail.Key.StartsWith("grants/consent-ends/"))));
        await MoveToAsync(said.AddMonths(12).AddDays(-29));
        var unwritten = await UnwrittenAsync();
        for (var again = 0; again < 2; again++)
            await RunAsync<RemindOfConsents>();
        Assert.Equal(unwritten, await UnwrittenAsync());
        // The eight, Sam, and Sam’s parent.
        Assert.Equal(10, await WithDbAsync(db => db.Messages.CountAsync(mail => mail.Key.StartsWith("grants/consent-ends/"))));
        await MoveToAsync(said.AddMonths(12).AddDays(1));
        Assert.Equal(MemberStanding.ConsentPending, await StandingAsync());

        var (sam, parent) = (await SamAsync(), Visitor());
        Assert.Contains("We have no yes from you any more.", (await sam.OpenAsync($"{PanelPath}/my-place")).Text, StringComparison.Ordinal);
        await sam.PressAsync(await sam.OpenAsync($"{PanelPath}/my-place"), "Yes, I want to take part");
        Assert.Equal(MemberStanding.ConsentPending, await StandingAsync());
        await parent.PressAsync(await parent.OpenAsync(await LinkToAsync("parent@example.org", newest: true)), "Yes, Sam K may take part");
        Assert.Equal(MemberStanding.Active, await StandingAsync());
    }

    [Fact]
    public async Task Edge_24_where_no_parent_may_be_asked_the_safeguarding_lead_alone_decides_and_it_is_written_down()
    {
        var (yara, dana) = (await AsAsync("Yara"), await AsAsync("Dana"));
        await yara.PressAsync(await yara.OpenAsync($"{PanelPath}/members/new"), "Send the invitation",
            ("DisplayName", "Sam K"), ("Email", "sam-kay@example.org"), ("BornOn", "2013-01-10"), ("WithoutParent", "true"), ("Role", "Member"));
        await PersonAsync("Sam Kay");
        var sam = await SamAsync();
        await sam.PressAsync(await sam.OpenAsync(await LinkToAsync("sam-kay@example.org")), "Yes, I want to take part");
        Assert.Equal(MemberStanding.ConsentPending, await StandingAsync());
        var page = $"{PanelPath}/members/{await WithDbAsync(db => db.PanelMembers.Where(member => member.DisplayName == "Sam K").Select(member => member.Id).SingleAsync())}";

        Assert.Equal(HttpStatusCode.Forbidden, (await TamperAsync(yara, page, ("step", "WithoutParent"))).Status);
        await dana.PressAsync(await dana.OpenAsync(page), "No parent is asked: I have decided so");

        Assert.Equal(MemberStanding.Training, await StandingAsync());
        Assert.Equal(0, await WithDbAsync(db => db.Messages.CountAsync(mail => mail.Key.StartsWith("grants/parent/"))));
        Assert.Equal(People["Dana"].Id, await WithDbAsync(db => db.Journal.Where(line => line.Act == "Decided that no parent is asked about a member").Select(line => line.ActorId).SingleAsync()));
    }

    [Fact]
    public async Task Edge_21_a_member_is_called_everywhere_what_they_are_called_now()
    {
        var (yara, fay) = (await AsAsync("Yara"), await WithDbAsync(db => db.PanelMembers.Where(member => member.DisplayName == "Fay H").Select(member => member.Id).SingleAsync()));
        Assert.Contains("Write the first name", (await yara.PressAsync(await yara.OpenAsync($"{PanelPath}/members/{fay}"), "Change the name", ("name", " "))).Text, StringComparison.Ordinal);
        await yara.PressAsync(await yara.OpenAsync($"{PanelPath}/members/{fay}"), "Change the name", ("name", "Fox H"));
        var seen = (await (await AsAsync("Bo")).OpenAsync(PanelPath)).Text;
        Assert.Contains("Fox H", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Fay H", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_on_the_panel_is_not_on_it_twice_and_a_link_without_an_answer_changes_nothing()
    {
        await Scenario_04_somebody_of_fourteen_decides_once_they_and_a_parent_said_yes_and_the_training_is_done();
        var (parent, link) = (Visitor(), await LinkToAsync("parent@example.org"));
        var token = (await parent.OpenAsync(link)).Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value");
        Assert.Equal(["Press the button: nothing was chosen."], (await parent.PostAsync(link, ("__RequestVerificationToken", token))).Errors);
        Assert.Equal(MemberStanding.Active, await StandingAsync());

        var yara = await AsAsync("Yara");
        await yara.PressAsync(await yara.OpenAsync($"{PanelPath}/members/new"), "Send the invitation", ("DisplayName", "Bo L"), ("Email", "bo-again@example.org"), ("BornOn", "2009-01-10"), ("Role", "Member"));
        var bo = await AsAsync("Bo");
        Assert.Equal(["You are on this panel already"], (await bo.PressAsync(await bo.OpenAsync(await LinkToAsync("bo-again@example.org")), "Yes, I want to take part")).Errors);
    }

    /// <summary>Sam has begun three cards, and handed in none.</summary>
    async Task<string> ThreeOpenCardsAsync()
    {
        var (call, all) = (await CallAsync(), new List<Application>());
        foreach (var title in (string[])["Camp", "Drums", "Skates"])
            all.Add(await ApplicationAsync(call, title, 500));
        await OpenMarkingAsync(call);
        var sam = await SamAsync();
        foreach (var own in all)
        {
            await sam.PressAsync(await sam.OpenAsync($"{CallPath}/reading/{own.Ref}"), "I have nothing to do with it");
            await sam.PressAsync(await sam.OpenAsync($"{CallPath}/marking/{own.Ref}/1"), "Keep and go on", ("Value", "4"));
        }

        Assert.Equal(3, await WithDbAsync(db => db.Set<Card>().CountAsync(one => one.HandedInAt == null)));
        return $"{CallPath}/marking/{all[0].Ref}";
    }

    async Task<Browser> SamAsync() => await SignedInAsync(await WithDbAsync(db => db.Users.SingleAsync(person => person.Name == "Sam Kay")));

    [Fact]
    public async Task Scenario_06_whoever_grows_too_old_stays_to_the_end_of_the_call()
    {
        await PersonAndSeatAsync("Ola Berg", bornOn: new DateOnly(2007, 4, 5));
        await CallAsync();

        await MoveToAsync(new DateTimeOffset(2027, 4, 6, 12, 0, 0, TimeSpan.Zero));
        await RunAsync<EndTerms>();
        Assert.Equal(MemberStanding.Active, await StandingAsync("Ola B"));

        // Everybody hears on Thursday 15 April: the first moment after that day, with or without the job.
        await MoveToAsync(new DateTimeOffset(2027, 4, 15, 22, 59, 59, TimeSpan.Zero));
        Assert.Equal(MemberStanding.Active, await StandingAsync("Ola B"));
        await MoveToAsync(new DateTimeOffset(2027, 4, 15, 23, 0, 0, TimeSpan.Zero));
        Assert.Equal(MemberStanding.Left, await StandingAsync("Ola B"));
        await RunAsync<EndTerms>();
        Assert.NotNull(await WithDbAsync(db => db.PanelMembers.Where(member => member.DisplayName == "Ola B").Select(member => member.LeftAt).SingleAsync()));
    }

    [Fact]
    public async Task Nobody_outside_the_ages_of_the_fund_is_invited_and_a_young_one_not_without_a_parent()
    {
        var yara = await AsAsync("Yara");
        var form = await yara.OpenAsync($"{PanelPath}/members/new");

        var old = await yara.PressAsync(form, "Send the invitation", ("DisplayName", "Ned O"), ("Email", "ned@example.org"), ("BornOn", "2006-01-10"), ("Role", "Member"));
        var young = await yara.PressAsync(form, "Send the invitation", ("DisplayName", "Pim O"), ("Email", "pim@example.org"), ("BornOn", "2012-01-10"), ("Role", "Member"));

        Assert.Equal(["They are too young or too old for this fund"], old.Errors);
        Assert.Equal(["At this age a parent says yes too: write down the parent’s e-mail address"], young.Errors);
        Assert.Equal(HttpStatusCode.NotFound, (await (await AsAsync("Finn")).OpenAsync($"{PanelPath}/members/new")).Status);
    }

    async Task PersonAndSeatAsync(string name, DateOnly bornOn)
    {
        People[FirstName(name)] = await PersonAsync(name);
        await ChangeAsync(db => db.AddAsync(Seated(name, PanelRole.Member, Clock.GetUtcNow(), bornOn)).AsTask());
    }

    async Task<MemberStanding> StandingAsync(string name = "Sam K")
    {
        await using var scope = Hall.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<Roster>().OfAsync(Panel.Id, default)).Single(seat => seat.Member.DisplayName == name).Standing;
    }

    Task<string> LinkToAsync(string address, bool newest = false) => WithDbAsync(async db => (await db.Messages.Where(mail => mail.To == address && mail.Key.StartsWith("grants/consent-ends/") == newest).Select(mail => mail.Body).SingleAsync())
        .Split(['\n', ' ']).Select(word => Uri.TryCreate(word, UriKind.Absolute, out var link) ? link.AbsolutePath : "").Single(path => path.StartsWith("/panel-", StringComparison.Ordinal)));
}
