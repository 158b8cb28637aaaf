using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Outbox;
using PB.People;
using PB.Proposals;
using PB.Screening;
using PB.Tally;
using PB.Tests.Town;

namespace PB.Tests.Screening;

/// <summary>A round in which one officer decides alone.</summary>
public sealed class AppealingAloneTests : TownTest
{
    const string Idea = "/rounds/eastfield-2027/proposals/1", Desk = "/desk/appeals";

    Person otis = null!;
    Person maya = null!;

    protected override async Task SettleAsync()
    {
        var round = await AnnouncedRoundAsync();
        otis = await OfficerAsync();
        maya = await WithDbAsync(db => db.Users.SingleAsync(person => person.Name == "Maya Okoro"));
        await MoveToAsync(Dates.IdeasFrom!.Value);
        await ChangeAsync(db =>
        {
            var proposal = new Proposal(round.Id, Provenance.Resident, Clock.GetUtcNow());
            proposal.BelongTo(null, "Bryn", "bryn@example.org", null);
            proposal.Write("Benches", "Places to rest.", new Money(1500_00));
            proposal.Locate("River Walk", null, null);
            proposal.Submit(1, Clock.GetUtcNow());
            return db.AddAsync(proposal).AsTask();
        });
        await MoveToAsync(Dates.ScreeningFrom!.Value);
    }

    [Fact]
    public async Task Where_no_other_officer_is_the_appeal_goes_to_a_manager_who_took_no_part_and_not_back_to_who_decided()
    {
        var officer = await SignedInAsync(otis);
        var letter = await RefuseAsync(officer);
        Assert.Contains("you can appeal before Thursday 25 March 2027", letter.Body, StringComparison.Ordinal);
        var form = await officer.OpenAsync($"{Idea}/screening");
        var made = await AppealAsync(letter);
        Assert.Contains("You get an answer by", made.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("administrators", made.Text, StringComparison.Ordinal);

        var note = await WithDbAsync(db => db.Messages.AsNoTracking().SingleAsync(m => m.To == maya.Email));
        Assert.Equal("An appeal waits for you: “Benches”", note.Subject);
        Assert.Contains("Nothing waits here.", (await officer.OpenAsync(Desk)).Text, StringComparison.Ordinal);
        Assert.Contains("Its proposer has appealed.", Assert.Single((await officer.PressAsync(form, "Go on and read the letter", No)).Errors), StringComparison.Ordinal);
        var manager = await SignedInAsync(maya);
        var path = (await manager.OpenAsync(Desk)).Document.QuerySelector(".pb-card a")!.GetAttribute("href")!;
        Assert.Contains(path, note.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync(path)).Status);
        await AnswerAsync(manager, path);

        Assert.Equal("“Benches” will be on the ballot", (await LetterAsync()).Subject);
        Assert.Contains("Nothing waits here.", (await manager.OpenAsync(Desk)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_another_officer_the_manager_does_not_answer()
    {
        var rosa = await PersonAsync("Rosa Diaz", Role.Reviewer);
        await AppealAsync(await RefuseAsync(await SignedInAsync(otis)));

        Assert.Equal(0, await WithDbAsync(db => db.Messages.CountAsync(m => m.To == maya.Email)));
        Assert.DoesNotContain("Benches", (await (await SignedInAsync(maya)).OpenAsync(Desk)).Text, StringComparison.Ordinal);
        var other = await SignedInAsync(rosa);
        await AnswerAsync(other, (await other.OpenAsync(Desk)).Document.QuerySelector(".pb-card a")!.GetAttribute("href")!);
        Assert.Equal("“Benches” will be on the ballot", (await LetterAsync()).Subject);
    }

    [Fact]
    public async Task Where_nobody_can_answer_the_page_says_so_and_whoever_is_appointed_next_finds_it()
    {
        var idea = await WithDbAsync(db => db.Proposals.Select(p => p.Id).SingleAsync());
        await ChangeAsync(db => db.AddAsync(new Interest(idea, maya.Id, "My street.", Clock.GetUtcNow())).AsTask());
        var ada = await AdministratorAsync();
        await ChangeAsync(db => db.AddAsync(new Interest(idea, ada.Id, "My street too.", Clock.GetUtcNow())).AsTask());

        var made = await AppealAsync(await RefuseAsync(await SignedInAsync(otis)));

        Assert.Contains("everybody who could answer it had a part in the decision", made.Text, StringComparison.Ordinal);
        Assert.Equal("Nobody can answer the appeal for “Benches”", (await WithDbAsync(db => db.Messages.AsNoTracking().SingleAsync(m => m.To == ada.Email))).Subject);
        Assert.DoesNotContain("Benches", (await (await SignedInAsync(maya)).OpenAsync(Desk)).Text, StringComparison.Ordinal);
        var rosa = await SignedInAsync(await PersonAsync("Rosa Diaz", Role.Reviewer));
        await AnswerAsync(rosa, (await rosa.OpenAsync(Desk)).Document.QuerySelector(".pb-card a")!.GetAttribute("href")!);
        Assert.Equal("“Benches” will be on the ballot", (await LetterAsync()).Subject);
    }

    [Fact]
    public async Task What_was_decided_anew_meanwhile_is_not_appealed()
    {
        var officer = await SignedInAsync(otis);
        var letter = await RefuseAsync(officer);
        await MoveToAsync(Clock.GetUtcNow().AddHours(1));
        await DecideAsync(officer, [("Eligible", "true"), ("Price", "1800"), ("Reason", "It can be done."), ("NextStep", "Come to the vote.")]);

        Assert.Contains("A newer decision stands in the place of this one.", (await Visitor().OpenAsync(Link(letter))).Text, StringComparison.Ordinal);
    }

    static readonly (string, string?)[] No =
        [("Eligible", "false"), ("Criterion", "2"), ("Reason", "The ground is not the council’s."), ("NextStep", "Ask the housing association.")];

    static string Link(Message letter) => "/appeals/" + letter.Body.Split("/appeals/")[1].Split('\n', ' ')[0];

    static async Task DecideAsync(Browser officer, (string, string?)[] answers) => await officer.PressAsync(
        await officer.PressAsync(await officer.OpenAsync($"{Idea}/screening"), "Go on and read the letter", answers), "Decide and send the letter");

    static async Task AnswerAsync(Browser judge, string path) => await judge.PressAsync(
        await judge.OpenAsync(path), "Publish this answer", ("Granted", "true"), ("Reason", "The deed is here."), ("NextStep", "Come to the vote."));

    async Task<Message> RefuseAsync(Browser officer)
    {
        await DecideAsync(officer, No);
        return await LetterAsync();
    }

    async Task<Page> AppealAsync(Message letter)
    {
        var proposer = Visitor();
        var made = await proposer.PressAsync(await proposer.OpenAsync(Link(letter)), "Send my appeal", ("Reason", "The ground was bought last year."));
        await MoveToAsync(Clock.GetUtcNow().AddHours(1));
        return made;
    }

    Task<Message> LetterAsync() => WithDbAsync(db => db.Messages.AsNoTracking().Where(m => m.To == "bryn@example.org").OrderByDescending(m => m.CreatedAt).FirstAsync());
}
