using Microsoft.EntityFrameworkCore;
using PB.Proposals;
using PB.Results;
using PB.Screening;
using PB.Tally;
using PB.Tests.Ballots;

namespace PB.Tests.Screening;

public sealed class ExcludingEachOtherTests : BallotTest
{
    const string Path = "/rounds/eastfield-2027/exclusions", Button = "At most one can be funded";

    [Fact]
    public async Task Ideas_at_the_same_place_are_flagged_confirmed_shown_on_the_ballot_and_counted_as_one()
    {
        var round = await AnnouncedRoundAsync();
        var officer = await OfficerAsync();
        await ChangeAsync(db =>
        {
            foreach (var (number, title, place) in new[] { (1, "Benches", "The green"), (2, "Stage", "the Green"), (3, "Lights", "River Walk") })
            {
                var proposal = new Proposal(round.Id, Provenance.Resident, Clock.GetUtcNow());
                proposal.BelongTo(null, "Bryn", "bryn@example.org", null);
                proposal.Write(title, "For all.", new Money(1000_00));
                proposal.Locate(place, 51.5 + (number == 3 ? 0.0005 : number), -0.1);
                proposal.Submit(number, Clock.GetUtcNow());
                db.AddRange(proposal, new ScreeningDecision(proposal.Id, officer.Id, new ScreeningAnswer(true, null, "It can be done.", "Vote."), Clock.GetUtcNow()));
            }

            return Task.CompletedTask;
        });
        var manager = await SignedInAsync(await WithDbAsync(db => db.Users.SingleAsync(person => person.Name == "Maya Okoro")));
        var page = await manager.OpenAsync(Path);
        Assert.Contains("1. Benches2. Stage", string.Concat(page.Document.QuerySelectorAll(".pb-card__title").Select(title => title.TextContent)), StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll(".pb-card__title"));
        Assert.Equal(["Say why: everybody can read it"], (await manager.PressAsync(page, Button, ("One", "1"), ("Other", "2"))).Errors);

        await manager.PressAsync(page, Button, ("One", "2"), ("Other", "1"), ("Reason", "Both want the green."));

        await MoveToAsync(Opening);
        foreach (var index in Enumerable.Range(0, 3))
            await VotedAsync(await VoterAsync($"Voter {index}"), index == 0 ? [1, 2, 3] : [1, 2]);
        var ballot = await Visitor().OpenAsync("/rounds/eastfield-2027/ballot");
        Assert.Contains("Only one of this and project 2 can be funded.", ballot.Document.QuerySelector("#project-1")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Only one", ballot.Document.QuerySelector("#project-3")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Voting has opened", Assert.Single((await manager.PressAsync(page, Button, ("One", "2"), ("Other", "3"), ("Reason", "Late."))).Errors), StringComparison.Ordinal);
        await MoveToAsync(Closing);
        await RunAsync<CountClosedRounds>();

        var count = ResultDocument.Read(await WithDbAsync(db => db.Results.Select(result => result.Document).SingleAsync())).Count;
        Assert.Equal([1, 3], count.Funded.Order());
    }
}
