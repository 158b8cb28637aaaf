using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Tests.Town;

namespace PB.Tests.Grants.Applications;

/// <summary>Lea invites Max to write with her.</summary>
public sealed class TeamTests : CouncilTest
{
    Browser lea = null!;
    string path = "";

    [Fact]
    public async Task Who_is_invited_reads_and_writes_the_draft_and_does_not_send_or_sign_it_and_can_leave()
    {
        await InviteAsync("max-orr@example.org");
        var max = await AsAsync("Max");
        Assert.Equal(HttpStatusCode.NotFound, (await max.OpenAsync(path)).Status);
        var link = await LinkAsync();
        await max.PressAsync(await max.OpenAsync(link), "Yes, I am in");
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().OpenAsync(link)).Status);

        await max.PressAsync(await max.OpenAsync($"{path}/words"), "Keep it and go on", ("Summary", "A camp by the sea."));
        Assert.Contains("A camp by the sea.", (await lea.OpenAsync(path)).Text, StringComparison.Ordinal);
        Assert.Empty(await WithDbAsync(db => db.ConflictDeclarations.ToListAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, (await TamperAsync(max, $"{path}/sending", ("AdultEmail", People["Sue"].Email))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await max.OpenAsync($"{path}/signing/1")).Status);

        await max.PressAsync(await max.OpenAsync(path), "Leave the team: Max Orr");
        Assert.Equal(HttpStatusCode.NotFound, (await max.OpenAsync(path)).Status);
        Assert.DoesNotContain("Max", (await lea.OpenAsync(path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_was_taken_back_leads_nowhere_and_whoever_signs_or_works_for_the_fund_is_not_in_the_team()
    {
        await InviteAsync("max-orr@example.org");
        Assert.Contains("They are invited already", (await lea.PressAsync(await lea.OpenAsync(path), "Invite them", ("email", "MAX-orr@example.org"))).Document.Body!.TextContent, StringComparison.Ordinal);
        var yara = await AsAsync("Yara");
        Assert.Contains("work with the fund", Assert.Single((await yara.PressAsync(await yara.OpenAsync(await LinkAsync()), "Yes, I am in")).Errors), StringComparison.Ordinal);
        await lea.PressAsync(await lea.OpenAsync(path), "Take out of the team: max-orr@example.org");
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().OpenAsync(await LinkAsync())).Status);
        Assert.DoesNotContain("max-orr", await AskOwnerAsync<string>("select string_agg(email, ' ') from grants.team_members"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_panel_never_learns_who_is_in_a_team_and_nobody_decides_on_their_own_teams_plan()
    {
        var call = await CallAsync();
        var camp = await ApplicationAsync(call, "Camp", 1000);
        await ChangeAsync(db =>
        {
            foreach (var name in (string[])["Max", "Bo"])
            {
                var member = new TeamMember(camp.Id, "", [1, (byte)name[0]], Clock.GetUtcNow());
                member.Join(People[name].Id, Clock.GetUtcNow());
                db.Add(member);
            }

            return Task.CompletedTask;
        });
        await OpenMarkingAsync(call);
        await DeclareAsync("Ade", camp, ConflictLevel.None);
        var read = await (await AsAsync("Ade")).OpenAsync($"{CallPath}/reading/{camp.Ref}");

        Assert.Equal("Camp", read.Heading);
        Assert.DoesNotContain("Max", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Camp", (await (await AsAsync("Bo")).OpenAsync($"{CallPath}/reading")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await AsAsync("Bo")).OpenAsync($"{CallPath}/reading/{camp.Ref}")).Status);
    }

    [Fact]
    public async Task One_alone_says_why()
    {
        await BeginAsync();
        await lea.PressAsync(await lea.OpenAsync($"{path}/words"), "Keep it and go on", ("TeamSize", "1"));
        var page = await lea.PressAsync(await lea.OpenAsync($"{path}/sending"), "Send it to our adult", ("AdultEmail", People["Sue"].Email));
        Assert.Contains("There have to be at least two of you. If there is only one, say why", page.Errors);
        await lea.PressAsync(await lea.OpenAsync($"{path}/words"), "Keep it and go on", ("TeamSize", "1"), ("WhyAlone", "My friend has moved away."));
        page = await lea.PressAsync(await lea.OpenAsync($"{path}/sending"), "Send it to our adult", ("AdultEmail", People["Sue"].Email));
        Assert.DoesNotContain("There have to be at least two of you. If there is only one, say why", page.Errors);
        Assert.Contains("My friend has moved away.", page.Text, StringComparison.Ordinal);
    }

    async Task BeginAsync()
    {
        await CallAsync();
        await MoveToAsync(CallOpens);
        lea = await AsAsync("Lea");
        var words = await lea.PressAsync(await lea.OpenAsync($"{CallPath}/applications/new"), "Begin", ("TwoOfUs", "true"), ("LocalGroup", "true"), ("HasAdult", "false"));
        path = words.Path[..words.Path.LastIndexOf('/')];
    }

    async Task InviteAsync(string email)
    {
        await BeginAsync();
        await lea.PressAsync(await lea.OpenAsync(path), "Invite them", ("email", email));
    }

    Task<string> LinkAsync() => WithDbAsync(async db => (await db.Messages.Where(mail => mail.Key.StartsWith("grants/team/")).Select(mail => mail.Body).SingleAsync())
        .Split(['\n', ' ']).Select(word => Uri.TryCreate(word, UriKind.Absolute, out var link) ? link.AbsolutePath : "").Single(part => part.StartsWith("/team-invitations/", StringComparison.Ordinal)));
}
