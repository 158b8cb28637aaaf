using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Meetings;
using PB.Tests.Town;

namespace PB.Tests.Grants.Meetings;

public sealed class ReferralTests : MeetingTest
{
    const string Decisions = CallPath + "/panel-decisions";

    static readonly CallRules Hands = new() { Secrecy = VoteSecrecy.Hands };

    [Fact]
    public async Task Scenario_30_the_officer_sends_back_and_never_changes_and_after_the_same_again_signs_or_refuses_in_public()
    {
        var pitch = (await ApplyAsync(Hands, ("Pitch", 2000)))[0];
        await DecideAsync(pitch);
        var (alan, form) = (await PhoneAsync("Alan"), await (await PhoneAsync("Alan")).OpenAsync($"{Decisions}/{pitch.Ref}/referral"));
        Assert.Equal(6, form.Document.QuerySelectorAll("input[type=radio]").Length);
        Assert.Equal(["Ground", "Text"], form.Document.QuerySelectorAll("main form [name]:not([type=hidden])").Select(box => box.GetAttribute("name")).Distinct());
        await alan.PressAsync(form, "Send it back", ("Ground", "OutsideFundRules"), ("Text", "The fund pays for no adverts."), ("Amount", "1000"), ("Pence", "100000"));
        Assert.Equal((DecisionOutcome.Fund, 2000_00), Outcome(await DecisionOnAsync(pitch)));
        Assert.Equal("Somebody has dealt with this decision since.", Problem(await alan.PressAsync(form, "Send it back", ("Ground", "NoMoney"), ("Text", "Again."))));
        Assert.Contains("The fund pays for no adverts.", (await (await PhoneAsync("Dee")).OpenAsync(Decisions)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await PhoneAsync("Dee")).OpenAsync($"{Decisions}/{pitch.Ref}/referral")).Status);

        await DecideAsync(pitch);
        var page = await alan.OpenAsync(Decisions);
        Assert.Contains("The panel looked at it again, and decided the same.", page.Text, StringComparison.Ordinal);
        Assert.Equal("The panel has decided the same twice. Sign it, or refuse in public.", Problem(await alan.PressAsync(form, "Send it back", ("Ground", "NoMoney"), ("Text", "Again."))));
        var refusal = await alan.OpenAsync($"{Decisions}/{pitch.Ref}/refusal");
        Assert.Equal(["Unlawful", "Safeguarding", "NoMoney"], refusal.Document.QuerySelectorAll("input[type=radio]").Select(box => box.GetAttribute("value")));
        Assert.Equal("You can refuse on three grounds only.", Problem(await alan.PressAsync(refusal, "Refuse in public", ("Ground", "ProcessError"), ("Because", "No."))));
        page = await alan.PressAsync(refusal, "Refuse in public", ("Ground", "NoMoney"), ("Because", "The council has to save."));
        Assert.Contains("The council does not pay: There is no money for it. The council has to save.", page.Text, StringComparison.Ordinal);
        Assert.Contains("£5,000", (await LookAsync("Dee")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scenario_30_or_the_officer_signs()
    {
        var pitch = (await ApplyAsync(Hands, ("Pitch", 2000)))[0];
        await DecideAsync(pitch);
        var alan = await PhoneAsync("Alan");
        var page = await alan.PressAsync(await alan.OpenAsync(Decisions), "Sign Pitch");
        Assert.Contains("Signed.", page.Text, StringComparison.Ordinal);
        Assert.NotNull((await DecisionOnAsync(pitch)).SignedAt);
        await MoveToAsync(Clock.GetUtcNow().AddDays(8));
        Assert.Equal("Somebody has dealt with this decision since.", Problem(await alan.PressAsync(await alan.OpenAsync($"{Decisions}/{pitch.Ref}/referral"), "Send it back", ("Ground", "NoMoney"), ("Text", "Late."))));
    }

    [Fact]
    public async Task What_the_only_officer_sent_back_and_has_a_conflict_in_is_taken_back_by_a_coordinator_who_says_why()
    {
        var pitch = (await ApplyAsync(Hands, ("Pitch", 2000)))[0];
        await DecideAsync(pitch);
        var (alan, yara) = (await PhoneAsync("Alan"), await PhoneAsync("Yara"));
        await alan.PressAsync(await alan.OpenAsync($"{Decisions}/{pitch.Ref}/referral"), "Send it back", ("Ground", "ProcessError"), ("Text", "I was not asked."));
        Assert.DoesNotContain("Take it back", (await yara.OpenAsync(Decisions)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync("Yara", $"{Decisions}/{pitch.Ref}/referral/end", ("because", "We want to."))).Status);

        await MoveToAsync(Clock.GetUtcNow().AddMinutes(1));
        await DeclareAsync("Alan", pitch, ConflictLevel.Conflict);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("Alan", $"{Decisions}/{pitch.Ref}/referral/end")).Status);
        foreach (var (name, status) in new[] { ("Ade", HttpStatusCode.Forbidden), ("Dana", HttpStatusCode.Forbidden), ("Finn", HttpStatusCode.NotFound) })
            Assert.Equal((name, status), (name, (await PostAsync(name, $"{Decisions}/{pitch.Ref}/referral/end", ("because", "So."))).Status));
        const string Button = "Take it back for the officer: Pitch";
        var tooLong = await yara.PressAsync(await yara.OpenAsync(Decisions), Button, ("because", new string('x', 501)));
        Assert.Contains("Say why in 500 characters or fewer.", tooLong.Text, StringComparison.Ordinal);
        Assert.Equal(new string('x', 501), tooLong.Document.QuerySelector("input[name=because]")!.GetAttribute("value"));
        await yara.PressAsync(await yara.OpenAsync(Decisions), Button, ("because", "The officer’s daughter is in the group."));

        Assert.NotNull(await WithDbAsync(db => db.Set<Referral>().Select(referral => referral.WithdrawnAt).SingleAsync()));
        Assert.Equal("The officer’s daughter is in the group.", await WithDbAsync(db => db.Journal.Where(entry => entry.Act == "Took back that a decision was sent back").Select(entry => entry.Reason).SingleAsync()));
        Assert.DoesNotContain("daughter", (await (await PhoneAsync("Dee")).OpenAsync(Decisions)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scenario_31_all_are_told_in_the_same_minute_or_without_one_when_chair_and_youth_worker_agree()
    {
        var all = await ApplyAsync(Hands, [.. Enumerable.Range(1, 14).Select(n => ($"Plan {n}", 100L + n))]);
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        await AskAsync("Ask: fund them all?");
        await PressAsync("Ade", "Close the vote", ("Yes", "5"));
        await PressAsync("Yara", "End the meeting");
        Assert.Equal(14, await WithDbAsync(db => db.Set<Decision>().CountAsync()));
        var (alan, yara) = (await PhoneAsync("Alan"), await PhoneAsync("Yara"));
        await alan.PressAsync(await alan.OpenAsync($"{Decisions}/{all[6].Ref}/referral"), "Send it back", ("Ground", "Safeguarding"), ("Text", "Who looks after the boats?"));
        await MoveToAsync(Clock.GetUtcNow().AddDays(8));

        Assert.Contains("Not all decisions are final.", (await yara.PressAsync(await yara.OpenAsync(Decisions), "Release the decisions")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await MailsAsync());
        await yara.PressAsync(await yara.OpenAsync(Decisions), "Go without this one", ("because", "The others need to book."));
        Assert.Contains("Not all decisions are final.", (await yara.PressAsync(await yara.OpenAsync(Decisions), "Release the decisions")).Text, StringComparison.Ordinal);
        var ade = await PhoneAsync("Ade");
        await ade.PressAsync(await ade.OpenAsync(Decisions), "Go without this one", ("because", "The others need to book."));
        await yara.PressAsync(await yara.OpenAsync(Decisions), "Release the decisions");

        var released = await WithDbAsync(db => db.Set<Decision>().Where(d => d.ReleasedAt != null).Select(d => d.ReleasedAt!.Value).ToListAsync());
        Assert.Equal(13, released.Count);
        Assert.Single(released.Distinct());
        Assert.Equal(26, await MailsAsync());
        Assert.Equal(1, await WithDbAsync(db => db.Messages.Where(m => m.Key.StartsWith("decision/")).Select(m => m.CreatedAt).Distinct().CountAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync("Ade", CallPath + "/release")).Status);
    }

    [Fact]
    public async Task I20_the_officer_decides_nothing_behind_the_pages_either()
    {
        var pitch = (await ApplyAsync(Hands, ("Pitch", 2000)))[0];
        await DecideAsync(pitch);
        var alan = People["Alan"].Id;
        foreach (var sql in (string[])
        [
            "update grants.decisions set amount = 100000 where true",
            "update grants.decisions set outcome = 'Part' where true",
            $"insert into grants.decisions select '{Guid.Empty}', item_id, application_id, meeting_id, vote_id, outcome, amount, below_viable, reason, reason_to_group, '{alan}', decided_at from grants.decisions",
            "delete from grants.decisions where true",
        ])
            Assert.StartsWith("PB0", (await Assert.ThrowsAnyAsync<PostgresException>(() => AskOwnerAsync<long>($"with x as ({sql} returning 1) select count(*) from x"))).SqlState, StringComparison.Ordinal);
    }

    async Task DecideAsync(Application application)
    {
        await MoveToAsync(Clock.GetUtcNow().AddMinutes(1));
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        await FundByHandsAsync(application.Title, 5);
        await PressAsync("Yara", "End the meeting");
    }

    Task<int> MailsAsync() => WithDbAsync(db => db.Messages.CountAsync(m => m.Key.StartsWith("decision/")));

    static string Problem(Page page) => Assert.Single(page.Errors);

    static (DecisionOutcome, long) Outcome(Decision decision) => (decision.Outcome, decision.Amount.MinorUnits);
}
