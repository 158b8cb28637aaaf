using Microsoft.EntityFrameworkCore;
using PB.Results;
using PB.Rounds;
using PB.Screening;

namespace PB.Tests.Proposals;

public sealed class WhoseIdeaTests : IdeasTest
{
    [Fact]
    public async Task An_organisations_idea_says_so_on_list_ballot_and_result_and_is_checked_like_everybodys()
    {
        await SentAsync(await SignedInAsync(await ResidentAsync()), ("WhoseIdea", "Organisation"), ("ProposerName", "Eastfield Allotments"));
        const string Whose = "Idea of the organisation Eastfield Allotments";
        Assert.Contains(Whose, (await Visitor().OpenAsync(List)).Text, StringComparison.Ordinal);
        var officer = await OfficerAsync();
        Assert.Contains("1. Benches along the river", (await (await SignedInAsync(officer)).OpenAsync("/desk/screening")).Text, StringComparison.Ordinal);
        await PassAsync(officer.Id);

        await MoveToAsync(Opening);
        Assert.Contains(Whose, (await Visitor().OpenAsync("/rounds/eastfield-2027/ballot")).Text, StringComparison.Ordinal);

        await MoveToAsync(Closing);
        await RunAsync<CountClosedRounds>();
        await RunAsync<PublishCountedRounds>();
        Assert.Contains(Whose, (await Visitor().OpenAsync("/rounds/eastfield-2027/result")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_idea_that_was_not_funded_is_carried_over_by_its_proposer_and_shows_where_it_comes_from()
    {
        var person = await ResidentAsync();
        var sent = await SentAsync(await SignedInAsync(person));
        await ChangeAsync(async db => (await db.Rounds.SingleAsync()).Cancel("The money is gone.", Clock.GetUtcNow()));
        await NextRoundAsync();
        var amina = await SignedInAsync(person);

        var draft = await amina.PressAsync(await amina.OpenAsync($"{sent.Path}/carry-over"), "Put it forward here Eastfield 2028");
        Assert.Equal("Benches along the river", draft.Document.QuerySelector("#Title")!.GetAttribute("value"));
        var again = await amina.PressAsync(await amina.OpenAsync($"{sent.Path}/carry-over"), "Put it forward here Eastfield 2028");
        Assert.Equal(draft.Path, again.Path);
        await amina.PressAsync(draft, "Save and go on");
        await amina.PressAsync(await amina.OpenAsync($"{draft.Path}/check"), "Send my idea");

        var page = await Visitor().OpenAsync("/rounds/eastfield-2028/proposals/1");
        Assert.Contains("Carried over from an earlier round, idea of Amina", page.Text, StringComparison.Ordinal);
        Assert.Contains("It was number 1 in Eastfield 2027", page.Text, StringComparison.Ordinal);
    }

    Task PassAsync(Guid officer) => ChangeAsync(async db => db.Add(new ScreeningDecision(
        await db.Proposals.Select(p => p.Id).SingleAsync(), officer, new ScreeningAnswer(true, null, "It can be done.", "It is on the ballot."), Clock.GetUtcNow())));

    Task NextRoundAsync() => ChangeAsync(async db =>
    {
        var next = (await WholeRoundAsync(db, Round.Id)).Clone("Eastfield 2028", "eastfield-2028", Round.ConfiguredBy, Clock.GetUtcNow());
        next.FillPot("Neighbourhood fund", Round.Pot.Amount, "Carys Bevan", new DateOnly(2027, 2, 1), "");
        next.Schedule(Dates);
        next.SetFeedback(new DateOnly(2027, 5, 1), "This page");
        next.Announce(Clock.GetUtcNow());
        db.Add(next);
    });
}
