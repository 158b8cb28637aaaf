using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Tests.Grants.Meetings;

namespace PB.Tests.Grants.Applications;

/// <summary>Edge case 4: two plans for one event.</summary>
public sealed class LinkTests : MeetingTest
{
    protected override int Promised => 1;

    [Fact]
    public async Task Edge_04_two_plans_for_one_event_are_talked_about_together_and_who_may_not_know_of_one_finds_no_link()
    {
        var all = await ApplyAsync(new CallRules(), ("Stage", 900), ("Lights", 700), ("Camp", 400));
        await DeclareAsync("Cas", all[1], ConflictLevel.Conflict);
        var yara = await AsAsync("Yara");
        var links = $"{CallPath}/checks/{all[0].Ref}/links";
        Assert.Equal(["Say which event they are both for: the panel reads it", "Write the number of the other plan, such as YF26-0007"], (await yara.PressAsync(await yara.OpenAsync(links), "Link the two plans")).Errors.Order());
        Assert.Equal(["No other plan in this call has this number, or it was taken back"], (await yara.PressAsync(await yara.OpenAsync(links), "Link the two plans", ("Other", "YF27-9999"), ("Because", "The summer night."))).Errors);
        Assert.Empty((await yara.PressAsync(await yara.OpenAsync(links), "Link the two plans", ("Other", all[1].Ref), ("Because", "Both are for the summer night."))).Errors);
        Assert.Equal(["These two are linked already"], (await yara.PressAsync(await yara.OpenAsync(links), "Link the two plans", ("Other", all[1].Ref), ("Because", "Again."))).Errors);

        var reading = $"{CallPath}/reading/{all[0].Ref}";
        Assert.Contains("Both are for the summer night.", (await (await AsAsync("Bo")).OpenAsync(reading)).Text, StringComparison.Ordinal);
        var cas = (await (await AsAsync("Cas")).OpenAsync(reading)).Text;
        Assert.DoesNotContain("summer night", cas, StringComparison.Ordinal);
        Assert.DoesNotContain("Lights", cas, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_group_joins_the_other_when_both_leads_say_so()
    {
        var all = await ApplyAsync(new CallRules(), ("Stage", 900), ("Lights", 700));
        await ChangeAsync(async db => await db.Applications.Where(own => own.Id == all[1].Id).ExecuteUpdateAsync(set => set.SetProperty(own => own.LeadId, People["Max"].Id)));
        var (yara, lea, max) = (await AsAsync("Yara"), await AsAsync("Lea"), await AsAsync("Max"));
        await yara.PressAsync(await yara.OpenAsync($"{CallPath}/checks/{all[0].Ref}/links"), "Link the two plans", ("Other", all[1].Ref), ("Because", "Both are for the summer night."));
        Assert.Equal(2, await WithDbAsync(db => db.Messages.CountAsync(mail => mail.Subject == "Another group plans for the same event")));

        var (stage, lights) = ($"/applications/{all[0].Id}", $"/applications/{all[1].Id}");
        var page = await lea.OpenAsync(stage);
        Assert.DoesNotContain("Lights", page.Text, StringComparison.Ordinal);
        Assert.InRange(PlainWords.YearOf(PlainWords.SentencesOf(page)), -3, 5);
        Assert.Empty((await max.PressAsync(await max.OpenAsync(lights), "Ask to join them")).Errors);
        var link = (await WithDbAsync(db => db.Set<PlanLink>().SingleAsync())).Id;
        // Nobody says yes in the name of the others.
        Assert.Equal(["This is settled, or one of the two was taken back."], (await TamperAsync(max, $"{lights}/joining/{link}/yes")).Errors);
        Assert.Equal(HttpStatusCode.NotFound, (await TamperAsync(max, $"{stage}/joining/{link}/yes")).Status);
        Assert.Empty((await lea.PressAsync(await lea.OpenAsync(stage), "Yes, they can join us")).Errors);

        Assert.NotNull((await WithDbAsync(db => db.Applications.SingleAsync(own => own.Id == all[1].Id))).WithdrawnAt);
        Assert.Null((await WithDbAsync(db => db.Applications.SingleAsync(own => own.Id == all[0].Id))).WithdrawnAt);
        Assert.Contains("You have joined them.", (await max.OpenAsync(lights)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_groups_may_join_the_same_third_one()
    {
        var all = await ApplyAsync(new CallRules(), ("Stage", 900), ("Lights", 700), ("Camp", 400));
        await ChangeAsync(async db => await db.Applications.Where(own => own.Id != all[0].Id).ExecuteUpdateAsync(set => set.SetProperty(own => own.LeadId, People["Max"].Id)));
        var (yara, lea, max) = (await AsAsync("Yara"), await AsAsync("Lea"), await AsAsync("Max"));
        foreach (var other in all.Skip(1))
        {
            Assert.Empty((await yara.PressAsync(await yara.OpenAsync($"{CallPath}/checks/{all[0].Ref}/links"), "Link the two plans", ("Other", other.Ref), ("Because", "All for the summer night."))).Errors);
            Assert.Empty((await max.PressAsync(await max.OpenAsync($"/applications/{other.Id}"), "Ask to join them")).Errors);
        }
        foreach (var _ in all.Skip(1))
            Assert.Empty((await lea.PressAsync(await lea.OpenAsync($"/applications/{all[0].Id}"), "Yes, they can join us")).Errors);

        Assert.Equal(2, await WithDbAsync(db => db.Messages.CountAsync(mail => mail.Subject == "Another group would like to join you")));
        Assert.Equal(2, await WithDbAsync(db => db.Applications.CountAsync(own => own.Id != all[0].Id && own.WithdrawnAt != null)));
    }
}
