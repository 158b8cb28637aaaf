using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Proposals;
using PB.Tally;

namespace PB.Tests.Ballots;

public sealed class MissingOnTheBallotTests : PaperTest
{
    [Fact]
    public async Task What_nobody_has_said_of_a_project_is_on_the_managers_page_before_and_on_the_ballot()
    {
        await PassedAsync(1, "Benches", price: 1200);
        await PassedAsync(2, "Stage", eachYear: 300);
        await PassedAsync(3, "Lights", price: 900);
        await ChangeAsync(db =>
        {
            var brought = new Proposal(Round.Id, Provenance.Imported, Clock.GetUtcNow());
            brought.Import(4, "X-4", "Pump track", "", new Money(500_00), Clock.GetUtcNow());
            return db.AddAsync(brought).AsTask();
        });
        await MoveToAsync(Clock.GetUtcNow().AddHours(1));
        await ChangeAsync(async db => (await db.WholeProposals().SingleAsync(p => p.Number == 3)).Revise(
            new DraftText("Lights", "Fewer lights.", new Money(1000_00)) { Place = "River Walk" }, new DraftDetails(), new RevisedBy(Officer.Id, true, "Half of them are there."), Clock.GetUtcNow()));

        var page = await Manager.OpenAsync(Paper);

        Assert.Contains("4 projects are on the ballot.", page.Text, StringComparison.Ordinal);
        Assert.Contains("3 of them are not complete.", page.Text, StringComparison.Ordinal);
        var rows = page.Document.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        Assert.Contains("Nothing", rows[0], StringComparison.Ordinal);
        Assert.Contains("Change its text", rows[1], StringComparison.Ordinal);
        await MoveToAsync(Opening);
        var ballot = await Visitor().OpenAsync(Ballot);
        foreach (var (number, sentence) in new[]
        {
            (2, "The price is its proposer’s estimate."), (2, "Nobody has said who pays what it costs each year."), (3, "Its text was changed after an officer checked it."),
            (4, "No place was given."), (4, "No description was given."),
        })
        {
            Assert.Contains(sentence, rows[number - 1], StringComparison.Ordinal);
            Assert.Contains(sentence, ballot.Document.QuerySelector($"#project-{number}")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain(sentence, ballot.Document.QuerySelector("#project-1")!.TextContent, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Change its text", (await Manager.OpenAsync(Paper)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_looks_after_the_round_sees_the_page()
    {
        Assert.Contains("No project is on the ballot yet.", (await Manager.OpenAsync(Paper)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await SignedInAsync(Officer)).OpenAsync(Paper)).Status);
        Assert.StartsWith("/sign-in", (await Visitor().OpenAsync(Paper)).Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Manager.OpenAsync("/rounds/nowhere/ballot-paper")).Status);
    }
}
